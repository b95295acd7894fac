/**
 * Programs that are wrong and must not compile. `tsc --noEmit` checks this file: where one of them compiles after all, its
 * `@ts-expect-error` is itself an error. Nothing here is ever run.
 */
import {
  addQuantities,
  calculateInventory,
  calendarYear,
  combineFactorSets,
  compareQuantities,
  convertQuantity,
  findFactor,
  formatQuantity,
  greatCircle,
  indexFactors,
  intensityRatio,
  orThrow,
  parseActivities,
  parseFactorSet,
  parseInstruments,
  parseTarget,
  quantity,
  receptionIntensity,
  sumClientDays,
  sumQuantities,
  totalEmissions,
  totalsBy,
  trackTarget,
  warmingPotential,
} from '../../src/index.js';
import type {
  Activity,
  Boundary,
  ClientDays,
  Commuting,
  Coordinates,
  EmissionLine,
  EnergyInstrument,
  FactorSet,
  Flight,
  FlightRoute,
  Freight,
  HotelStay,
  Inventory,
  Issue,
  IssueCode,
  IssueOf,
  LeasedPremises,
  MeasuredEmissions,
  MixPart,
  MobileCombustion,
  Outcome,
  ProcessEmissions,
  Purchase,
  PurchasedElectricity,
  PurchasedGoods,
  PurchasedHeat,
  Quantity,
  RefrigerantLeakage,
  StationaryCombustion,
  SupplierReported,
  Target,
  VehicleElectricity,
  Waste,
  Water,
} from '../../src/index.js';

declare const inventory: Inventory;
declare const activity: Activity;
declare const factors: FactorSet;
declare const boundary: Boundary;
declare const line: EmissionLine;
declare const register: ClientDays;
declare const target: Target;
declare const issue: Issue;

const kilograms = quantity('1', 'kgCO2e');
const tonnes = quantity('1', 'tCO2e');
const kilogramsOfSomething = quantity('1', 'kg');
const euros = quantity('1', 'EUR');
const energy = quantity('1', 'kWh');
const biogenic = quantity('1', 'kgCO2-biogenic');
const nights = quantity('1', 'accommodation-night');
const clientDays = quantity('1', 'client-day');
const perNight = orThrow(intensityRatio(kilograms, nights));
const perClientDay = orThrow(intensityRatio(kilograms, clientDays));

// Quantities
// @ts-expect-error [ts2345] -- kilograms and tonnes do not add
addQuantities(kilograms, tonnes);
// @ts-expect-error [ts2345] -- kilograms of CO2e and kilograms of anything do not add
addQuantities(kilograms, kilogramsOfSomething);
// @ts-expect-error [ts2345] -- biogenic CO2 stands outside the scopes and is never added to them
addQuantities(kilograms, biogenic);
// @ts-expect-error [ts2345] -- nor weighed as if it were in them
convertQuantity(biogenic, 'kgCO2e');
// @ts-expect-error [ts2345] -- square metres are no square metres over a year
convertQuantity(quantity('1', 'square-metre'), 'square-metre-year');
// @ts-expect-error [ts2345] -- a sum has one unit
sumQuantities('kgCO2e', [kilograms, tonnes]);
// @ts-expect-error [ts2345] -- kilograms and tonnes do not compare
compareQuantities(kilograms, tonnes);
// @ts-expect-error [ts2345] -- per night and per client-day do not compare
compareQuantities(perNight, perClientDay);
// @ts-expect-error [ts2345] -- per night and per client-day do not add
addQuantities(perNight, perClientDay);
// @ts-expect-error [ts2345] -- nights and client-days do not add
addQuantities(nights, clientDays);
// @ts-expect-error [ts2345] -- a currency needs a rate
convertQuantity(euros, 'USD');
// @ts-expect-error [ts2345] -- energy is no volume: a heating value is missing
convertQuantity(energy, 'litre');
// @ts-expect-error [ts2345] -- a night is no client-day: the register knows both
convertQuantity(nights, 'client-day');
// @ts-expect-error [ts2345] -- an intensity is not converted
convertQuantity(perNight, 'kgCO2e');
// @ts-expect-error [ts2345] -- units are spelled out
quantity('1', 't');
// @ts-expect-error [ts2345] -- case counts
quantity('1', 'mwh');
// @ts-expect-error [ts2345] -- a number may be missing, and then it is no number
quantity(undefined, 'kgCO2e');
// @ts-expect-error [ts2345] -- a quantity is no bare number
addQuantities(1, kilograms);
// @ts-expect-error [ts2365] -- decimals do not add with +
export const sum = kilograms.value + tonnes.value; // eslint-disable-line @typescript-eslint/restrict-plus-operands -- the point
// @ts-expect-error [ts2362] -- decimals do not multiply with *
export const product = kilograms.value * 2;
// @ts-expect-error [ts2540] -- a quantity does not change
kilograms.value = tonnes.value;
// @ts-expect-error [ts2345] -- the decimals of a print have no default
formatQuantity(kilograms, {});

// Intensities
// @ts-expect-error [ts2345] -- only emissions are stated per something
intensityRatio(euros, nights);
// @ts-expect-error [ts2345] -- emissions are not stated per emissions
intensityRatio(kilograms, tonnes);
// @ts-expect-error [ts2345] -- nor per biogenic CO2
intensityRatio(kilograms, biogenic);
// @ts-expect-error [ts2345] -- biogenic CO2 per something is no intensity of the scopes
intensityRatio(biogenic, nights);
// @ts-expect-error [ts2322] -- the denominator is part of the unit
export const stated: Quantity<'kgCO2e/client-day'> = perNight;
// @ts-expect-error [ts2769] -- the denominator has no default
receptionIntensity(inventory, register, { scope2: 'location-based' });
// @ts-expect-error [ts2322] -- a register counts no room-nights
sumClientDays(register, { period: calendarYear(2018), per: 'room-night' });

// Outcomes and issues
const parsed = parseActivities([]);
// @ts-expect-error [ts2339] -- an outcome is looked at before its value is used
export const unchecked = parsed.value;
// @ts-expect-error [ts2339] -- a failure has no value
export const failed = parsed.ok ? undefined : parsed.value;
// @ts-expect-error [ts2345] -- an outcome is no value
totalEmissions(calculateInventory({} as never), { scope2: 'location-based' });
// @ts-expect-error [ts2322] -- a failure has at least one issue
export const failure: Outcome<string> = { ok: false, issues: [] };
// @ts-expect-error [ts2322] -- a code that does not exist
export const code: IssueCode = 'factor-missing';
// @ts-expect-error [ts2344] -- a code that does not exist
export type NoIssue = IssueOf<'factor-missing'>;
// @ts-expect-error [ts2367] -- a code that does not exist is never the code of an issue
if (issue.code === 'factor-missing') throw new Error();
// @ts-expect-error [ts2339] -- the detail is that of the code
export const reason = issue.code === 'factor-not-found' ? issue.detail.reason : undefined;
// @ts-expect-error [ts2322] -- an issue is an error or a warning
export const severity: Issue['severity'] = 'fatal';

// Gases, distances, factors
declare const place: Coordinates;
// @ts-expect-error [ts2345] -- gases are named as in the table
warmingPotential('methane', 'AR5');
// @ts-expect-error [ts2345] -- an assessment report that nobody reports in
warmingPotential('CH4', 'SAR');
// @ts-expect-error [ts2532] -- a report may not list a gas
warmingPotential('HFC-161', 'AR4').toFixed();
// @ts-expect-error [ts2345] -- a place is a latitude and a longitude
greatCircle(place, 'BRU');
// @ts-expect-error [ts2554] -- the combined set has a name of its own
combineFactorSets([factors]);
// @ts-expect-error [ts2322] -- factors are read before they are combined
combineFactorSets([parseFactorSet({})], { id: 'a', edition: '1' });
// @ts-expect-error [ts2345] -- factors are laid out before they are looked up
findFactor(factors, { key: 'FI', method: 'location-based', per: 'kWh', period: calendarYear(2021) });
// @ts-expect-error [ts2322] -- no factor is stated per emissions
findFactor(indexFactors(factors), { key: 'FI', method: 'location-based', per: 'kgCO2e', period: calendarYear(2021) });

// Totals
// @ts-expect-error [ts2554] -- the basis of purchased energy has no default
totalEmissions(inventory);
// @ts-expect-error [ts2345] -- the basis of purchased energy has no default
totalEmissions(inventory, {});
// @ts-expect-error [ts2322] -- the two bases are never added
totalEmissions(inventory, { scope2: 'both' });
// @ts-expect-error [ts2345] -- nor in a grouping
totalsBy(inventory, {}, ({ scope }) => scope);
// @ts-expect-error [ts2322] -- a group has a text or a number for its key
totalsBy(inventory, { scope2: 'market-based' }, ({ period }) => period);
// @ts-expect-error [ts2322] -- totals are in tonnes, lines in kilograms
export const total: Quantity<'kgCO2e'> = totalEmissions(inventory, { scope2: 'location-based' });
// @ts-expect-error [ts2540] -- a line does not change
line.emissions = kilograms;
// @ts-expect-error [ts2339] -- nor does an inventory
inventory.lines.push(line);

// Inventories
const input = {
  organisation: 'An agency',
  boundary,
  period: calendarYear(2018),
  activities: [activity],
  factors,
} as const;
// @ts-expect-error [ts2345] -- the warming potentials have no default
calculateInventory(input);
// @ts-expect-error [ts2322] -- an assessment report that nobody reports in
calculateInventory({ ...input, gwp: 'SAR' });
// @ts-expect-error [ts2322] -- non-CO2 effects are included or excluded, and not switched
calculateInventory({ ...input, gwp: 'AR5', aviationNonCo2: true });
// @ts-expect-error [ts2322] -- what stands in for a residual mix is named
calculateInventory({ ...input, gwp: 'AR5', residualMix: 'location-based' });
// @ts-expect-error [ts2322] -- factors are read before they are used
calculateInventory({ ...input, gwp: 'AR5', factors: parseFactorSet({}) });
// @ts-expect-error [ts2322] -- instruments are read before they are used
calculateInventory({ ...input, gwp: 'AR5', instruments: parseInstruments([]) });
// @ts-expect-error [ts2322] -- a kind of instrument that the standard knows
export const claim: EnergyInstrument['kind'] = 'promise';
// @ts-expect-error [ts2322] -- criteria are met, or those that are not are named
export const criteria: EnergyInstrument['qualityCriteria'] = 'some';
// @ts-expect-error [ts2741] -- an exclusion says why
export const silent: Boundary = { consolidation: 'operational-control', exclusions: [{ what: 'waste' }] };

// Activities
const amount = quantity('1', 'EUR');
const litres = quantity('1', 'litre');
const date = '2021-05-04';
const period = calendarYear(2021);
const bought = { id: 'p', kind: 'purchase', product: 'catering', amount } as const;
// @ts-expect-error [ts2322] -- neither date nor period
export const timeless: Purchase = { ...bought, vat: 'excluded' };
// @ts-expect-error [ts2322] -- both date and period
export const twice: Purchase = { ...bought, date, period, vat: 'excluded' };
// @ts-expect-error [ts2322] -- the VAT basis has no default
export const noVat: Purchase = { ...bought, date };
// @ts-expect-error [ts2322] -- a purchase is money
export const noMoney: Purchase = { ...bought, date, vat: 'excluded', amount: litres };
// @ts-expect-error [ts2322] -- a purchase is category 1 or 2
export const travel: Purchase['category'] = 'business-travel';
// @ts-expect-error [ts2322] -- whose contract it is decides the scope
export const power: PurchasedElectricity = { id: 'e', kind: 'purchased-electricity', date, grid: 'FI', amount: energy };
// @ts-expect-error [ts2322] -- whose contract it is decides the scope
export const heat: PurchasedHeat = { id: 'h', kind: 'purchased-heat', date, network: 'helsinki', amount: energy };
// @ts-expect-error [ts2322] -- whose contract it is decides the scope
export const boiler: StationaryCombustion = {
  id: 'f',
  kind: 'stationary-combustion',
  date,
  fuel: 'oil',
  amount: litres,
};
const driven = { id: 'v', kind: 'mobile-combustion', date, fuel: 'diesel', amount: litres } as const;
// @ts-expect-error [ts2353] -- own vehicles are the reporter's
export const car: MobileCombustion = { ...driven, contractHolder: 'landlord' };
const flown = { id: 't', kind: 'flight', date, haul: 'short', cabin: 'economy' } as const;
// @ts-expect-error [ts2322] -- a flight is passenger-kilometres
export const flight: Flight = { ...flown, amount: quantity('1', 'km') };
// @ts-expect-error [ts2741] -- a route says how many flew it
export const flownRoute: FlightRoute = { from: { airport: 'HEL' }, to: { airport: 'BRU' } };
// @ts-expect-error [ts2322] -- an end of a flight is an airport or a point
export const end: FlightRoute['from'] = 'HEL';
const charged = { id: 'v', kind: 'vehicle-electricity', date, grid: 'FI', amount: energy } as const;
// @ts-expect-error [ts2353] -- electricity for own vehicles is the reporter's
export const charging: VehicleElectricity = { ...charged, contractHolder: 'landlord' };
const carried = { id: 'f', kind: 'freight', date, vehicle: 'van-average', amount: quantity('1', 'tonne-km') } as const;
// @ts-expect-error [ts2322] -- who pays decides the category
export const freight: Freight = carried;
const hired = {
  id: 'l',
  kind: 'leased-premises',
  date,
  premises: 'office',
  amount: quantity('1', 'square-metre'),
} as const;
// @ts-expect-error [ts2322] -- which readings replace the estimate is stated
export const premises: LeasedPremises = { ...hired, site: 'oulu' };
// @ts-expect-error [ts2322] -- readings are looked for at a site
export const nowhere: LeasedPremises = { ...hired, replacedBy: ['purchased-heat'] };
// @ts-expect-error [ts2322] -- a night in a hotel is a room's, not a person's
export const stay: HotelStay = { id: 'h', kind: 'hotel-stay', date, country: 'SE', amount: nights };
const leaked = { id: 'r', kind: 'refrigerant-leakage', date, refrigerant: 'R-410A' } as const;
// @ts-expect-error [ts2322] -- a refrigerant is a mass; its factor weighs it
export const leak: RefrigerantLeakage = { ...leaked, amount: kilograms };
const burnt = { id: 'd', date, amount: kilogramsOfSomething, source: 'stack log' } as const;
// @ts-expect-error [ts2322] -- a gas of the table
export const lime: ProcessEmissions = { ...burnt, kind: 'process-emissions', gas: 'carbon dioxide' };
// @ts-expect-error [ts2322] -- measured emissions say where they stand
export const stack: MeasuredEmissions = { ...burnt, kind: 'measured-emissions', gas: 'CO2' };
const ordered = { id: 'g', kind: 'purchased-goods', date, product: 'paper' } as const;
// @ts-expect-error [ts2322] -- whose factor it is, the supplier's or an average, is stated
export const paper: PurchasedGoods = { ...ordered, amount: kilogramsOfSomething };
// @ts-expect-error [ts2322] -- goods by quantity are no money: that is a purchase
export const spent: PurchasedGoods = { ...ordered, method: 'average-data', amount: euros };
// @ts-expect-error [ts2322] -- a share is a decimal
export const part: MixPart = { of: 'landfill', share: '0.5' };
const thrown = { id: 'w', kind: 'waste', date, material: 'paper', treatment: 'landfill' } as const;
// @ts-expect-error [ts2322] -- waste is weighed
export const rubbish: Waste = { ...thrown, amount: litres };
// @ts-expect-error [ts2322] -- water is supplied or treated
export const water: Water['service'] = 'heating';
// @ts-expect-error [ts2322] -- a commuter's kilometres are a passenger's or a vehicle's
export const commute: Commuting['per'] = 'km';
const reported = { id: 's', kind: 'supplier-reported', date, amount: kilograms } as const;
// @ts-expect-error [ts2322] -- a statement names its source
export const statement: SupplierReported = { ...reported, scope3Category: 'business-travel' };
// @ts-expect-error [ts2322] -- a category of the Protocol, spelled as the Protocol spells it
export const category: SupplierReported['scope3Category'] = 'purchased-goods';
// @ts-expect-error [ts2322] -- a kind that nobody calculates
export const kind: Activity['kind'] = 'gardening';

// Targets
// @ts-expect-error [ts2345] -- an outcome is no target
trackTarget(parseTarget({}), new Map([[2018, tonnes]]));
// @ts-expect-error [ts2345] -- a year's actual is a quantity
trackTarget(target, new Map([[2018, 38269.5]]));
// @ts-expect-error [ts2345] -- actuals are by year
trackTarget(target, new Map([['2018', tonnes]]));
const [one, other] = [[2018, tonnes] as const, [2021, kilograms] as const];
// @ts-expect-error [ts2769] -- a series has one unit
trackTarget(target, new Map([one, other]));
// @ts-expect-error [ts2322] -- a path is drawn in one of two ways
export const path: Target['path'] = 'straight';
