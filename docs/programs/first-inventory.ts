import {
  calculateInventory,
  calendarYear,
  explainLine,
  formatQuantity,
  orThrow,
  parseActivities,
  parseFactorSet,
  totalEmissions,
} from 'hiilitase';

const source = { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' };
const valid = { gwp: 'AR5', validFrom: '2021-01-01', validTo: '2021-12-31', source };
const factors = orThrow(
  parseFactorSet({
    id: 'illustrative',
    edition: '2021',
    factors: [
      { id: 'oil', key: 'light-fuel-oil', method: 'fuel-based', per: 'litre', co2e: '2.7', ...valid },
      { id: 'heat', key: 'river-town', method: 'location-based', per: 'kWh', co2e: '0.13', ...valid },
    ],
  }),
);
const activities = orThrow(
  parseActivities([
    {
      id: 'boiler',
      kind: 'stationary-combustion',
      date: '2021-02-01',
      fuel: 'light-fuel-oil',
      amount: { value: '1000', unit: 'litre' },
      contractHolder: 'reporter',
    },
    {
      id: 'office',
      kind: 'purchased-heat',
      period: { from: '2020-12-01', to: '2021-02-28' },
      network: 'river-town',
      amount: { value: '80', unit: 'MWh' },
      contractHolder: 'landlord',
    },
  ]),
);
const boundary = {
  consolidation: 'operational-control',
  exclusions: [{ what: 'employee-commuting', why: 'no data available' }],
} as const;
const inventory = orThrow(
  calculateInventory({
    organisation: 'An agency',
    boundary,
    period: calendarYear(2021),
    activities,
    factors,
    gwp: 'AR5',
  }),
);

console.log(formatQuantity(totalEmissions(inventory, { scope2: 'location-based' }), { decimalPlaces: 3 }));
console.log(inventory.lines.map(explainLine).join('\n'));
