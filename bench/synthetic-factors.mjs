import { seededRandom } from './random.mjs';

/** The one year the activities lie in. */
export const YEAR = 2021;

export const FACTORS = 2_000;

const source = { title: 'Invented for measuring', publisher: 'nobody', licence: 'none: invented' };
const wholeYears = { gwp: 'AR5', validFrom: '2015-01-01', validTo: '2029-12-31', source };
const firstHalf = { ...wholeYears, validFrom: `${YEAR}-01-01`, validTo: `${YEAR}-06-30` };
const secondHalf = { ...wholeYears, validFrom: `${YEAR}-07-01`, validTo: `${YEAR}-12-31` };

export const GRIDS = names('grid', 30);
export const NETWORKS = names('network', 60);
export const HEATING_FUELS = ['light-fuel-oil', 'natural-gas', 'wood-pellets'];
export const VEHICLE_FUELS = ['diesel', 'petrol', 'bio-diesel'];
export const HAULS = ['domestic', 'short', 'long'];
export const CABINS = ['economy', 'business'];

function names(word, count) {
  return Array.from({ length: count }, (_, index) => `${word}-${String(index + 1).padStart(4, '0')}`);
}

function factor(key, method, per, co2e, rest = {}) {
  return { key, method, per, co2e, ...wholeYears, ...rest };
}

/** Grids change their factors in the middle of the year, so that readings over the summer are cut there. */
function gridFactors(random) {
  return GRIDS.flatMap((grid) => [
    factor(grid, 'location-based', 'kWh', random.decimalText(0, 1, 4), firstHalf),
    factor(grid, 'location-based', 'kWh', random.decimalText(0, 1, 4), secondHalf),
    factor(grid, 'market-based', 'kWh', random.decimalText(0, 1, 4)),
  ]);
}

/** Every other network has a market-based factor; the rest answer market-based with the location-based one. */
function networkFactors(random) {
  return NETWORKS.flatMap((network, index) => [
    factor(network, 'location-based', 'kWh', random.decimalText(0, 1, 4)),
    ...(index % 2 === 0 ? [factor(network, 'market-based', 'MWh', random.decimalText(20, 400, 2))] : []),
  ]);
}

function fuelFactors(random) {
  return [...HEATING_FUELS, ...VEHICLE_FUELS].map((fuel) =>
    factor(fuel, 'fuel-based', 'litre', random.decimalText(1, 3, 5)),
  );
}

function flightFactors(random) {
  return HAULS.flatMap((haul) =>
    CABINS.flatMap((cabin) =>
      ['included', 'excluded'].map((aviationNonCo2) =>
        factor(`${haul}-${cabin}`, 'distance-based', 'passenger-km', random.decimalText(0, 1, 5), { aviationNonCo2 }),
      ),
    ),
  );
}

/** Half of the products are stated in euros of 2019, a third in dollars of 2022, the rest in euros of the year itself. */
function productFactor(product, random) {
  const money = random.oneOf([
    { per: 'EUR', priceYear: 2019, vat: 'excluded' },
    { per: 'EUR', priceYear: 2019, vat: 'excluded' },
    { per: 'EUR', priceYear: 2019, vat: 'included' },
    { per: 'USD', priceYear: 2022, vat: 'excluded' },
    { per: 'USD', priceYear: 2022, vat: 'excluded' },
    { per: 'EUR', priceYear: YEAR, vat: 'excluded' },
  ]);
  return factor(product, 'spend-based', money.per, random.decimalText(0, 1, 3), { ...money, priceBasis: 'purchaser' });
}

/** A set of 2 000 factors, its products, and the price indices and exchange rates that they need. */
export function syntheticFactors() {
  const random = seededRandom(2_018);
  const others = [gridFactors, networkFactors, fuelFactors, flightFactors].flatMap((family) => family(random));
  const products = names('product', FACTORS - others.length);
  const factors = [...others, ...products.map((product) => productFactor(product, random))].map((row, index) => ({
    id: `factor-${index + 1}`,
    ...row,
  }));
  return {
    products,
    set: { id: 'invented', edition: '1', factors },
    priceIndices: [
      {
        id: 'prices-eur',
        currency: 'EUR',
        source,
        index: { 2019: '103.3', 2020: '103.6', 2021: '105.9', 2022: '113.4' },
      },
      { id: 'prices-usd', currency: 'USD', source, index: { 2020: '258.811', 2021: '270.97', 2022: '292.655' } },
    ],
    exchangeRates: {
      id: 'rates',
      source,
      base: 'EUR',
      rates: { USD: { 2020: '1.1422', 2021: '1.1827' }, SEK: { 2020: '10.4848', 2021: '10.1465' } },
    },
  };
}
