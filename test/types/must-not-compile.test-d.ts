/**
 * Programs that are wrong and must not compile. `tsc --noEmit` checks this file: where one of them compiles after all, its
 * `@ts-expect-error` is itself an error. Nothing here is ever run.
 */
import {
  addQuantities,
  calculateInventory,
  calendarYear,
  compareQuantities,
  convertQuantity,
  formatQuantity,
  intensityRatio,
  orThrow,
  parseActivities,
  parseFactorSet,
  parseTarget,
  quantity,
  receptionIntensity,
  sumClientDays,
  sumQuantities,
  totalEmissions,
  totalsBy,
  trackTarget,
} from '../../src/index.js';
import type {
  Activity,
  Boundary,
  ClientDays,
  EmissionLine,
  FactorSet,
  Flight,
  Inventory,
  Issue,
  IssueCode,
  IssueOf,
  MobileCombustion,
  Outcome,
  Purchase,
  PurchasedElectricity,
  PurchasedHeat,
  Quantity,
  StationaryCombustion,
  SupplierReported,
  Target,
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
const nights = quantity('1', 'accommodation-night');
const clientDays = quantity('1', 'client-day');
const perNight = orThrow(intensityRatio(kilograms, nights));
const perClientDay = orThrow(intensityRatio(kilograms, clientDays));

// Quantities
// @ts-expect-error [ts2345] -- kilograms and tonnes do not add
addQuantities(kilograms, tonnes);
// @ts-expect-error [ts2345] -- kilograms of CO2e and kilograms of anything do not add
addQuantities(kilograms, kilogramsOfSomething);
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
// @ts-expect-error [ts2322] -- the denominator is part of the unit
export const stated: Quantity<'kgCO2e/client-day'> = perNight;
// @ts-expect-error [ts2345] -- the denominator has no default
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
const reported = { id: 's', kind: 'supplier-reported', date, amount: kilograms } as const;
// @ts-expect-error [ts2322] -- a statement names its source
export const statement: SupplierReported = { ...reported, scope3Category: 'business-travel' };
// @ts-expect-error [ts2322] -- a category of the Protocol, spelled as the Protocol spells it
export const category: SupplierReported['scope3Category'] = 'purchased-goods';
// @ts-expect-error [ts2322] -- a kind that nobody calculates
export const kind: Activity['kind'] = 'commuting';

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
