import { seededRandom } from './random.mjs';
import { CABINS, GRIDS, HAULS, HEATING_FUELS, NETWORKS, VEHICLE_FUELS, YEAR } from './synthetic-factors.mjs';

const SITES = 200;
const SUPPLIERS = 500;

/** Of a hundred rows: how many are of each kind. */
const MIX = [
  [60, purchase],
  [12, electricity],
  [8, heat],
  [6, stationaryCombustion],
  [6, mobileCombustion],
  [4, flight],
  [4, supplierReported],
];
const KIND_OF_A_HUNDRED = MIX.flatMap(([share, row]) => Array(share).fill(row));

/** Activities as they come from JSON, amounts as decimal text; the same rows for the same count on every machine. */
export function syntheticRows(count, products) {
  const random = seededRandom(2_021);
  return Array.from({ length: count }, (_, index) => {
    const id = `activity-${String(index + 1).padStart(6, '0')}`;
    return { id, ...random.oneOf(KIND_OF_A_HUNDRED)(random, products) };
  });
}

function purchase(random, products) {
  const vat = random.chance(0.3)
    ? { vat: 'included', vatRate: random.oneOf(['0.24', '0.14', '0.1']) }
    : { vat: 'excluded', vatRate: '0.24' };
  const sign = random.chance(0.02) ? '-' : ''; // a credit note
  return {
    kind: 'purchase',
    ...when(random, 0.2),
    site: site(random),
    supplier: `supplier-${random.whole(1, SUPPLIERS)}`,
    product: random.oneOf(products),
    amount: { value: `${sign}${random.decimalText(1, 90_000, 2)}`, unit: currency(random) },
    ...vat,
  };
}

function currency(random) {
  if (random.chance(0.9)) return 'EUR';
  return random.oneOf(['USD', 'SEK']);
}

function electricity(random) {
  return { kind: 'purchased-electricity', ...reading(random), grid: random.oneOf(GRIDS), ...energy(random) };
}

function heat(random) {
  return { kind: 'purchased-heat', ...reading(random), network: random.oneOf(NETWORKS), ...energy(random) };
}

function reading(random) {
  return { ...when(random, 0.8), site: site(random), ...(random.chance(0.02) ? { basis: 'estimated' } : {}) };
}

function energy(random) {
  const amount = random.chance(0.7)
    ? { value: random.decimalText(100, 200_000, 1), unit: 'kWh' }
    : { value: random.decimalText(1, 200, 3), unit: 'MWh' };
  return { amount, contractHolder: random.oneOf(['reporter', 'landlord']) };
}

function stationaryCombustion(random) {
  return {
    kind: 'stationary-combustion',
    ...when(random, 0.3),
    site: site(random),
    fuel: random.oneOf(HEATING_FUELS),
    amount: volume(random),
    contractHolder: random.oneOf(['reporter', 'landlord']),
  };
}

function mobileCombustion(random) {
  return { kind: 'mobile-combustion', ...when(random, 0.3), fuel: random.oneOf(VEHICLE_FUELS), amount: volume(random) };
}

function volume(random) {
  return random.chance(0.8)
    ? { value: random.decimalText(10, 3_000, 1), unit: 'litre' }
    : { value: random.decimalText(1, 30, 2), unit: 'cubic-metre' };
}

function flight(random) {
  const amount = { value: random.decimalText(200, 20_000, 0), unit: 'passenger-km' };
  return { kind: 'flight', ...when(random, 0), haul: random.oneOf(HAULS), cabin: random.oneOf(CABINS), amount };
}

function supplierReported(random) {
  return {
    kind: 'supplier-reported',
    ...when(random, 0.5),
    scope3Category: random.oneOf(['purchased-goods-and-services', 'waste-generated-in-operations']),
    amount: { value: random.decimalText(1, 5_000, 2), unit: random.oneOf(['kgCO2e', 'tCO2e']) },
    source: 'annual statement',
  };
}

function site(random) {
  return `site-${random.whole(1, SITES)}`;
}

/** A day of the year, or (for the given share of rows) a period: mostly a month, now and then one that is cut. */
function when(random, shareOfPeriods) {
  if (!random.chance(shareOfPeriods)) return { date: day(random.whole(1, 12), random.whole(1, 28)) };
  if (random.chance(0.9)) return { period: month(random.whole(1, 12)) };
  return { period: random.oneOf([overTheSummer, overNewYear]) };
}

const overTheSummer = { from: `${YEAR}-05-15`, to: `${YEAR}-08-14` };
const overNewYear = { from: `${YEAR - 1}-12-01`, to: `${YEAR}-02-28` };

function month(number) {
  const lastDay = new Date(Date.UTC(YEAR, number, 0)).getUTCDate();
  return { from: day(number, 1), to: day(number, lastDay) };
}

function day(monthNumber, dayNumber) {
  return `${YEAR}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
}
