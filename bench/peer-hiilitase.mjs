import {
  calculateInventory,
  calendarYear,
  orThrow,
  parseActivities,
  parseFactorSet,
  parsePriceIndex,
  totalEmissions,
  totalsBy,
} from '../dist/index.js';
import { MODEL } from './peer-model.mjs';

const source = { title: 'Invented for measuring', publisher: 'nobody', licence: 'none: invented' };
const valid = { gwp: 'AR5', validFrom: '2015-01-01', validTo: '2029-12-31', source };
const money = { per: 'EUR', priceYear: MODEL.factorYear, priceBasis: 'purchaser', vat: 'excluded' };

const context = {
  organisation: 'Invented',
  boundary: { consolidation: 'operational-control', exclusions: [] },
  period: calendarYear(MODEL.spendYear),
  gwp: 'AR5',
  factors: orThrow(
    parseFactorSet({
      id: 'model',
      edition: '1',
      factors: [
        { id: 'location', key: 'FI', method: 'location-based', per: 'kWh', co2e: MODEL.locationFactor, ...valid },
        { id: 'market', key: 'FI', method: 'market-based', per: 'kWh', co2e: MODEL.marketFactor, ...valid },
        { id: 'product', key: 'services', method: 'spend-based', co2e: MODEL.productFactor, ...money, ...valid },
      ],
    }),
  ),
  priceIndices: [
    orThrow(
      parsePriceIndex({
        id: 'prices',
        currency: 'EUR',
        source,
        index: { [MODEL.factorYear]: MODEL.indexOfFactorYear, [MODEL.spendYear]: MODEL.indexOfSpendYear },
      }),
    ),
  ],
};

function rowsOf({ name, electricity, spend }) {
  const common = { date: `${MODEL.spendYear}-05-04`, site: name };
  const reading = { amount: { value: electricity, unit: 'kWh' }, grid: 'FI', contractHolder: 'reporter' };
  const bill = { amount: { value: spend, unit: 'EUR' }, product: 'services', vat: 'excluded' };
  return [
    { id: `${name}/electricity`, kind: 'purchased-electricity', ...common, ...reading },
    { id: `${name}/spend`, kind: 'purchase', ...common, ...bill },
  ];
}

export function activitiesOf(situations) {
  return orThrow(parseActivities(situations.flatMap(rowsOf)));
}

function inventoryOf(activities) {
  return orThrow(calculateInventory({ ...context, activities }));
}

/** One inventory with a site for each situation, split by site under both bases: pairs of tonnes, in the order given. */
export function evaluateTogether(activities) {
  const inventory = inventoryOf(activities);
  const siteOf = ({ site }) => site;
  const location = totalsBy(inventory, { scope2: 'location-based' }, siteOf);
  const market = totalsBy(inventory, { scope2: 'market-based' }, siteOf);
  return [...location].map(([site, tonnes]) => [tonnes.value, market.get(site).value]);
}

/** One inventory for each situation, `parts` being the activities of each. */
export function evaluateOneByOne(parts) {
  return parts.map((activities) => {
    const inventory = inventoryOf(activities);
    return [
      totalEmissions(inventory, { scope2: 'location-based' }).value,
      totalEmissions(inventory, { scope2: 'market-based' }).value,
    ];
  });
}
