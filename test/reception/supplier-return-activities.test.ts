import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { orThrow } from '../../src/outcome.js';
import { activitiesOfReturns } from '../../src/reception/supplier-return-activities.js';
import { parseSupplierReturns } from '../../src/reception/supplier-return.js';

const origin = { site: 'koivula', period: { from: '2024-01-01', to: '2024-07-31' } };
const full = {
  id: 'r-1',
  ...origin,
  source: 'form of 5 August',
  electricity: { value: '61', unit: 'MWh', grid: 'FI', contractHolder: 'landlord' },
  heat: { value: '0', unit: 'kWh', network: 'town', contractHolder: 'reporter' },
  fuels: [{ value: '5', unit: 'litre', fuel: 'light-fuel-oil', contractHolder: 'reporter' }],
  water: [
    { value: '9', unit: 'cubic-metre', service: 'supply' },
    { value: '8', unit: 'litre', service: 'treatment' },
  ],
  waste: [{ value: '0.5', unit: 'tonne', material: 'bio/soft', treatment: '50%' }],
  meals: [{ value: '1', menu: 'average' }],
  taxi: { value: '12.5', unit: 'vehicle-km', mode: 'taxi-regular' },
  laundry: { value: '3', unit: 'kg', service: 'laundry' },
};

describe('activitiesOfReturns', () => {
  test('every quantity is one measured activity of its kind, exactly as parseActivities would read it', () => {
    const common = { ...origin, reference: 'form of 5 August', basis: 'measured' };
    const amount = (value: string, unit: string) => ({ amount: { value, unit } });
    const expected = [
      {
        kind: 'purchased-electricity',
        grid: 'FI',
        contractHolder: 'landlord',
        ...amount('61', 'MWh'),
        id: 'electricity',
      },
      { kind: 'purchased-heat', network: 'town', contractHolder: 'reporter', ...amount('0', 'kWh'), id: 'heat' },
      {
        kind: 'stationary-combustion',
        fuel: 'light-fuel-oil',
        contractHolder: 'reporter',
        ...amount('5', 'litre'),
        id: 'fuel/light-fuel-oil',
      },
      { kind: 'water', service: 'supply', ...amount('9', 'cubic-metre'), id: 'water/supply' },
      { kind: 'water', service: 'treatment', ...amount('8', 'litre'), id: 'water/treatment' },
      {
        kind: 'waste',
        material: 'bio/soft',
        treatment: '50%',
        ...amount('0.5', 'tonne'),
        id: 'waste/bio%2Fsoft/50%25',
      },
      { kind: 'meals', menu: 'average', ...amount('1', 'meal'), id: 'meals/average' },
      { kind: 'ground-travel', mode: 'taxi-regular', ...amount('12.5', 'vehicle-km'), id: 'taxi/taxi-regular' },
      { kind: 'laundry', service: 'laundry', ...amount('3', 'kg'), id: 'laundry/laundry' },
    ].map((row) => ({ ...common, ...row, id: `r-1/${row.id}` }));
    const activities = activitiesOfReturns(orThrow(parseSupplierReturns([full])));
    expect(activities).toEqual(orThrow(parseActivities(expected)));
  });

  test('the note of a return goes with each of its quantities; returns keep their order', () => {
    const { id, site, period, source, taxi, laundry } = full;
    const first = { id: 'r-2', site, period, source, laundry };
    const activities = activitiesOfReturns(
      orThrow(parseSupplierReturns([first, { id, site, period, source, taxi, laundry, note: 'from bills' }])),
    );
    expect(activities.map(({ id: name, note }) => [name, note])).toEqual([
      ['r-2/laundry/laundry', undefined],
      ['r-1/taxi/taxi-regular', 'from bills'],
      ['r-1/laundry/laundry', 'from bills'],
    ]);
  });
});
