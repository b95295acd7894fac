// A small Finnish agency in 2024. The agency and its amounts are invented; the factors are those of the bundled editions.
import {
  calculateInventory,
  calendarYear,
  combineFactorSets,
  describeIssue,
  explainLine,
  extendValidity,
  formatQuantity,
  orThrow,
  parseActivities,
  parseFactorSet,
  totalEmissions,
  totalsBy,
  totalsByGas,
} from 'hiilitase';
import { factorSet as british2024 } from 'hiilitase/editions/defra-2024';
import { factorSet as british2026 } from 'hiilitase/editions/defra-2026';
import { factorSet as finnish } from 'hiilitase/editions/finland-2025';
import { airports } from 'hiilitase/editions/ourairports-2026';

// The edition of 2024 was read without its hotel nights: the German one of 2026 is used for 2024, and says so.
const hotels = orThrow(
  extendValidity(orThrow(parseFactorSet(british2026)), {
    from: '2024-01-01',
    to: '2024-12-31',
    reason: 'hotel nights of 2024 are not in the edition of 2024',
    ids: ['defra-2026-hotel-DE'],
  }),
);
const factors = orThrow(
  combineFactorSets([orThrow(parseFactorSet(british2024)), orThrow(parseFactorSet(finnish)), hotels], {
    id: 'example-agency-2024',
    edition: '1',
  }),
);
const year = { period: { from: '2024-01-01', to: '2024-12-31' } };
const activities = orThrow(
  parseActivities([
    {
      id: 'boiler',
      kind: 'stationary-combustion',
      ...year,
      fuel: 'gas-oil',
      amount: { value: '6400', unit: 'litre' },
      contractHolder: 'reporter',
    },
    { id: 'car', kind: 'mobile-combustion', ...year, fuel: 'mineral-diesel', amount: { value: '1150', unit: 'litre' } },
    {
      id: 'office',
      kind: 'purchased-electricity',
      ...year,
      grid: 'FI',
      amount: { value: '48.5', unit: 'MWh' },
      contractHolder: 'landlord',
    },
    {
      id: 'meeting',
      kind: 'flight',
      date: '2024-05-13',
      cabin: 'economy',
      // Two people there and back: four journeys. The edition's rule tells the haul.
      route: { from: { airport: 'HEL' }, to: { airport: 'BRU' }, passengers: '4' },
    },
    {
      id: 'taxi',
      kind: 'ground-travel',
      date: '2024-05-13',
      mode: 'taxi-regular',
      amount: { value: '36', unit: 'vehicle-km' },
    },
    {
      id: 'berlin',
      kind: 'hotel-stay',
      period: { from: '2024-09-03', to: '2024-09-05' },
      country: 'DE',
      amount: { value: '2', unit: 'room-night' },
    },
    {
      id: 'bin',
      kind: 'waste',
      ...year,
      material: 'household-residual-waste',
      treatment: 'combustion',
      amount: { value: '860', unit: 'kg' },
    },
    { id: 'tap', kind: 'water', ...year, service: 'supply', amount: { value: '140', unit: 'cubic-metre' } },
    { id: 'drain', kind: 'water', ...year, service: 'treatment', amount: { value: '140', unit: 'cubic-metre' } },
  ]),
);
const inventory = orThrow(
  calculateInventory({
    organisation: 'Example Agency (invented)',
    boundary: {
      consolidation: 'operational-control',
      exclusions: [{ what: 'all other purchases', why: 'the ledger is not part of this example' }],
    },
    period: calendarYear(2024),
    activities,
    factors,
    gwp: 'AR5',
    aviationNonCo2: 'included',
    airports,
  }),
);

console.log(inventory.organisation);
for (const scope2 of ['location-based', 'market-based'] as const) {
  console.log(`\nTotal, ${scope2}: ${formatQuantity(totalEmissions(inventory, { scope2 }), { decimalPlaces: 3 })}`);
  for (const [scope, emissions] of totalsBy(inventory, { scope2 }, (line) => line.scope)) {
    console.log(`  scope ${scope}: ${formatQuantity(emissions, { decimalPlaces: 3 })}`);
  }
}
console.log('\nBy gas, location-based');
for (const { gas, emissions } of totalsByGas(inventory, { scope2: 'location-based' })) {
  console.log(`  ${gas}: ${formatQuantity(emissions, { decimalPlaces: 6 })}`);
}
console.log('\nOne line, explained');
console.log(
  inventory.lines
    .filter(({ activityId }) => activityId === 'meeting')
    .map(explainLine)
    .join('\n'),
);
console.log('\nWhat a reader must know');
console.log(inventory.warnings.map(describeIssue).join('\n'));
