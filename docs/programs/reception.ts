// Two centres in 2018 and 2020: per night, why it moved, and what a change of method does. Everything in it is invented.
import {
  bridgeMethods,
  calculateInventory,
  calendarYear,
  formatQuantity,
  nightActivities,
  orThrow,
  parseActivities,
  parseClientDays,
  parseFactorSet,
  parsePriceIndex,
  receptionBreakdown,
  receptionChange,
  receptionFigures,
  suppressSmallParts,
  type Activity,
} from 'hiilitase';

const source = { title: 'Invented values', publisher: 'nobody', licence: 'none' };
const valid = { gwp: 'AR5', validFrom: '2018-01-01', validTo: '2020-12-31', source };
const spend = {
  method: 'spend-based',
  per: 'EUR',
  priceYear: 2019,
  priceBasis: 'purchaser',
  vat: 'excluded',
  ...valid,
};
const night = { method: 'average-data', per: 'accommodation-night', ...valid };
const factors = orThrow(
  parseFactorSet({
    id: 'invented',
    edition: '1',
    factors: [
      { id: 'reception', key: 'reception-services', co2e: '0.3', ...spend },
      { id: 'centre', key: 'centre-night', co2e: '12', ...night },
      { id: 'flat', key: 'flat-night', co2e: '6', ...night },
    ],
  }),
);
const prices = orThrow(
  parsePriceIndex({ id: 'prices', currency: 'EUR', source, index: { 2018: '100', 2019: '102', 2020: '103' } }),
);

/** A year of two centres: nights of each month, and what was paid for it. */
function side(
  year: number,
  sites: readonly { site: string; form: string; nights: number; places: number; euros: string }[],
) {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const register = orThrow(
    parseClientDays(
      sites.flatMap(({ site, form, nights, places }) =>
        months.map((month) => ({
          site,
          month,
          form,
          clientDays: nights,
          accommodationNights: nights,
          placeDays: places,
        })),
      ),
    ),
  );
  const activities = sites.map(({ site, euros }) => ({
    id: `${year}-${site}`,
    kind: 'purchase',
    date: `${year}-06-30`,
    site,
    product: 'reception-services',
    amount: { value: euros, unit: 'EUR' },
    vat: 'excluded',
  }));
  return { inventory: inventoryOf(year, orThrow(parseActivities(activities))), register };
}

function inventoryOf(year: number, activities: readonly Activity[]) {
  return orThrow(
    calculateInventory({
      organisation: 'An agency',
      boundary: { consolidation: 'operational-control', exclusions: [] },
      period: calendarYear(year),
      activities,
      factors,
      gwp: 'AR5',
      priceIndices: [prices],
    }),
  );
}

const before = side(2018, [
  { site: 'oulu', form: 'institution', nights: 9000, places: 10000, euros: '4000000' },
  { site: 'kemi', form: 'apartment', nights: 1000, places: 1500, euros: '300000' },
]);
const after = side(2020, [
  { site: 'oulu', form: 'institution', nights: 4000, places: 8000, euros: '2400000' },
  { site: 'kemi', form: 'apartment', nights: 250, places: 1000, euros: '105000' },
]);
const numerator = { selection: 'reception-purchases', products: ['reception-services'] } as const;
const choices = { scope2: 'location-based', numerator } as const;

for (const { inventory, register } of [before, after]) {
  const figures = orThrow(receptionFigures(inventory, register, { ...choices, oneOffTags: [] }));
  const { emissions, perNight, perPlaceDay, readiness } = figures;
  console.log(
    inventory.period.from.slice(0, 4),
    formatQuantity(emissions, { decimalPlaces: 1 }),
    formatQuantity(perNight.intensity, { decimalPlaces: 3 }),
    formatQuantity(perPlaceDay.intensity, { decimalPlaces: 3 }),
    `empty: ${readiness.share?.toFixed() ?? 'no places'}`,
  );
}

const bySite = orThrow(
  receptionBreakdown(after.inventory, after.register, {
    scope2: 'location-based',
    per: 'accommodation-night',
    by: 'site',
  }),
);
for (const { key, intensity, meanClients } of bySite.parts) {
  console.log(key, formatQuantity(intensity, { decimalPlaces: 3 }), `${meanClients.toFixed(1)} clients`);
}
console.log('to publish:', suppressSmallParts(bySite, { fewerThan: 10 }).suppressed?.count, 'parts in one figure');

const change = orThrow(
  receptionChange(
    { before, restated: [], after },
    { ...choices, per: 'accommodation-night', rule: { method: 'shapley' } },
  ),
);
for (const { name, effect } of change.causes) console.log(name, effect.value.toFixed());
console.log('together', change.change.value.toFixed(), change.change.unit);

const services = [
  { form: 'institution', service: 'centre-night' },
  { form: 'apartment', service: 'flat-night' },
] as const;
const years = [
  { year: 2018, side: before },
  { year: 2020, side: after },
].map(({ year, side: { inventory, register } }) => {
  const nights = orThrow(nightActivities(register, { period: calendarYear(year), services }));
  return { year, spendBased: inventory, nightBased: inventoryOf(year, nights) };
});
const bridge = orThrow(bridgeMethods(years, { scope2: 'location-based', switchYear: 2020, baseYear: 2018 }));
for (const { year, spendBased, nightBased, gap, official } of bridge.years) {
  console.log(year, spendBased.value.toFixed(), nightBased.value.toFixed(), gap.value.toFixed(), official);
}
