import { describe, expect, test } from 'vitest';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { orThrow } from '../../src/outcome.js';
import {
  aFactorRow,
  anInventoryInput,
  codesOf,
  deepFreeze,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const outcome = (rows: readonly Row[], factors: readonly Row[]) =>
  calculateInventory(deepFreeze(anInventoryInput(rows, factors)));
const linesOf = (...given: Parameters<typeof outcome>) => orThrow(outcome(...given)).lines;
const on = { date: '2021-03-01' };
const factorOf = (key: string, method: string, per: string, co2e = '0.5', changes: Row = {}) =>
  aFactorRow({ id: key, key, method, per, co2e, ...changes });
const amount = (value: string, unit: string) => ({ value, unit });

describe('an amount times a factor', () => {
  const CATEGORY_1 = 'purchased-goods-and-services';
  test.each<[string, Row, Row, readonly [1 | 3, string], string]>([
    [
      'ground-travel',
      { mode: 'rail', amount: amount('200', 'passenger-km') },
      factorOf('rail', 'distance-based', 'passenger-km'),
      [3, 'business-travel'],
      '100',
    ],
    [
      'hotel-stay',
      { country: 'SE', amount: amount('3', 'room-night') },
      factorOf('SE', 'average-data', 'room-night', '6.7'),
      [3, 'business-travel'],
      '20.1',
    ],
    [
      'remote-work',
      { arrangement: 'remote-work', amount: amount('1000', 'working-hour') },
      factorOf('remote-work', 'average-data', 'working-hour', '0.33'),
      [3, 'employee-commuting'],
      '330',
    ],
    [
      'vehicle-distance',
      { vehicle: 'van', amount: amount('80', 'vehicle-km') },
      factorOf('van', 'distance-based', 'vehicle-km', '0.25'),
      [1, 'mobile-combustion'],
      '20',
    ],
    [
      'water',
      { service: 'supply', amount: amount('2000', 'litre') },
      factorOf('water-supply', 'average-data', 'cubic-metre', '0.15'),
      [3, CATEGORY_1],
      '0.3',
    ],
    [
      'water',
      { service: 'treatment', amount: amount('2', 'cubic-metre') },
      factorOf('water-treatment', 'average-data', 'cubic-metre', '0.2'),
      [3, 'waste-generated-in-operations'],
      '0.4',
    ],
    [
      'meals',
      { menu: 'meal-vegan', amount: amount('1000', 'meal') },
      factorOf('meal-vegan', 'average-data', 'meal', '0.6'),
      [3, CATEGORY_1],
      '600',
    ],
    [
      'laundry',
      { service: 'laundry', amount: amount('0.5', 'tonne') },
      factorOf('laundry', 'average-data', 'kg', '0.4'),
      [3, CATEGORY_1],
      '200',
    ],
    [
      'accommodation',
      { service: 'reception-centre', amount: amount('30', 'accommodation-night') },
      factorOf('reception-centre', 'average-data', 'accommodation-night', '4'),
      [3, CATEGORY_1],
      '120',
    ],
    [
      'freight',
      { vehicle: 'lorry', direction: 'upstream', amount: amount('50', 'tonne-km') },
      factorOf('lorry', 'distance-based', 'tonne-km', '0.1'),
      [3, 'upstream-transportation-and-distribution'],
      '5',
    ],
    [
      'freight',
      { vehicle: 'lorry', direction: 'downstream', amount: amount('50', 'tonne-km') },
      factorOf('lorry', 'distance-based', 'tonne-km', '0.1'),
      [3, 'downstream-transportation-and-distribution'],
      '5',
    ],
    [
      'purchased-goods',
      { product: 'chairs', method: 'average-data', amount: amount('4', 'piece') },
      factorOf('chairs', 'average-data', 'piece', '20'),
      [3, CATEGORY_1],
      '80',
    ],
    [
      'purchased-goods',
      { product: 'chairs', method: 'supplier-specific', amount: amount('4', 'piece'), category: 'capital-goods' },
      factorOf('chairs', 'supplier-specific', 'piece', '20'),
      [3, 'capital-goods'],
      '80',
    ],
    [
      'waste',
      { material: 'mixed', treatment: 'incineration', amount: amount('2', 'tonne') },
      factorOf('mixed/incineration', 'average-data', 'tonne', '21.3'),
      [3, 'waste-generated-in-operations'],
      '42.6',
    ],
    [
      'commuting',
      { mode: 'bus', amount: amount('10', 'passenger-km') },
      factorOf('bus', 'distance-based', 'passenger-km', '0.1'),
      [3, 'employee-commuting'],
      '1',
    ],
  ])('%s %j is counted in its place', (kind, fields, factor, [scope, category], kilograms) => {
    const lines = linesOf([{ id: 'x', kind, ...on, ...fields }], [factor]);
    expect(kilogramsOf(lines)).toEqual([['x', kilograms]]);
    expect(lines[0]).toMatchObject({ scope, category, kind, method: factor['method'], factorId: factor['id'] });
  });

  test('unit and days come between the amount and the factor, and a part ends where the factor does', () => {
    const row = {
      id: 'm',
      kind: 'laundry',
      service: 'laundry',
      period: { from: '2021-06-29', to: '2021-07-01' },
      amount: amount('3', 'tonne'),
    };
    const factors = [
      factorOf('laundry', 'average-data', 'kg', '0.4', { validTo: '2021-06-30' }),
      factorOf('laundry', 'average-data', 'kg', '0.1', { id: 'later', validFrom: '2021-07-01' }),
    ];
    const lines = linesOf([row], factors);
    // 3000 kg · 2 ÷ 3 · 0.4 and 3000 · 1 ÷ 3 · 0.1
    expect(kilogramsOf(lines)).toEqual([
      ['m/2021-06-29..2021-06-30', '800'],
      ['m/2021-07-01..2021-07-01', '100'],
    ]);
    expect(termsOfLine(lines[0])).toEqual([
      ['amount', '3', '1'],
      ['unit', '1000', '1'],
      ['days', '2', '3'],
      ['factor', '0.4', '1'],
    ]);
  });

  test('kilometres of a vehicle are not divided by guessed passengers', () => {
    const row = { id: 'g', kind: 'ground-travel', ...on, mode: 'taxi', amount: amount('10', 'passenger-km') };
    expect(issuesOf(outcome([row], [factorOf('taxi', 'distance-based', 'vehicle-km')]))).toMatchObject([
      { code: 'unit-mismatch', detail: { from: 'passenger-km', to: 'vehicle-km' } },
    ]);
  });

  test('a country without a hotel factor has none: no neighbour stands in', () => {
    const row = { id: 'h', kind: 'hotel-stay', ...on, country: 'FI', amount: amount('1', 'room-night') };
    expect(codesOf(outcome([row], [factorOf('SE', 'average-data', 'room-night')]))).toEqual(['factor-not-found']);
  });
});

describe('a mix', () => {
  const waste: Row = {
    id: 'w',
    kind: 'waste',
    ...on,
    material: 'mixed',
    amount: amount('10', 'tonne'),
    mix: [
      { of: 'landfill', share: '0.25' },
      { of: 'incineration', share: '0.75' },
    ],
  };
  const landfill = factorOf('mixed/landfill', 'average-data', 'tonne', '500');
  const incineration = factorOf('mixed/incineration', 'average-data', 'kg', '0.02');

  test('of treatments is a line for each, with its share and its own factor', () => {
    const lines = linesOf([waste], [landfill, incineration]);
    // 10 · 0.25 · 500; 10 · 0.75 · 1000 · 0.02
    expect(kilogramsOf(lines)).toEqual([
      ['w/landfill', '1250'],
      ['w/incineration', '150'],
    ]);
    expect(termsOfLine(lines[1])).toEqual([
      ['amount', '10', '1'],
      ['share', '0.75', '1'],
      ['unit', '1000', '1'],
      ['factor', '0.02', '1'],
    ]);
    expect(lines[1]?.terms[1]).toMatchObject({ of: 'incineration' });
  });

  test('with a treatment that has no factor is an issue, also where its share is zero', () => {
    expect(codesOf(outcome([waste], [landfill]))).toEqual(['factor-not-found']);
    const none = {
      ...waste,
      mix: [
        { of: 'landfill', share: '1' },
        { of: 'reuse', share: '0' },
      ],
    };
    expect(codesOf(outcome([none], [landfill]))).toEqual(['factor-not-found']);
  });

  test('of products is a line for each, all on the method and in the category of the goods', () => {
    const goods = {
      id: 'g',
      kind: 'purchased-goods',
      ...on,
      amount: amount('100', 'kg'),
      method: 'supplier-specific',
      category: 'capital-goods',
      mix: [
        { of: 'steel', share: '0.6' },
        { of: 'wood', share: '0.4' },
      ],
    };
    const factors = [
      factorOf('steel', 'supplier-specific', 'kg', '2'),
      factorOf('wood', 'supplier-specific', 'kg', '0.1'),
    ];
    const lines = linesOf([goods], factors);
    expect(kilogramsOf(lines)).toEqual([
      ['g/steel', '120'],
      ['g/wood', '4'],
    ]);
    expect(lines.map(({ category, method }) => [category, method])).toEqual([
      ['capital-goods', 'supplier-specific'],
      ['capital-goods', 'supplier-specific'],
    ]);
  });
});

describe('a survey of commuters', () => {
  const survey = { persons: '30.5', oneWay: amount('12.5', 'km'), days: '220' };
  const commuting = (per: string, changes: Row = {}): Row => ({
    id: 'c',
    kind: 'commuting',
    ...on,
    mode: 'car',
    survey,
    per,
    ...changes,
  });

  test('is one way × 2 × days × persons × factor', () => {
    const [line] = linesOf([commuting('passenger-km')], [factorOf('car', 'distance-based', 'passenger-km', '0.1')]);
    expect(termsOfLine(line)).toEqual([
      ['amount', '12.5', '1'],
      ['count', '2', '1'],
      ['count', '220', '1'],
      ['count', '30.5', '1'],
      ['factor', '0.1', '1'],
    ]);
    expect(line?.terms.slice(1, 4)).toMatchObject([{ of: 'there and back' }, { of: 'days' }, { of: 'persons' }]);
    // 12.5 · 2 · 220 · 30.5 · 0.1
    expect(line?.emissions.value.toFixed()).toBe('16775');
    expect(line).toMatchObject({ scope: 3, category: 'employee-commuting' });
  });

  test('says whose kilometres they are: those of a passenger do not answer for a vehicle', () => {
    const perVehicle = factorOf('car', 'distance-based', 'vehicle-km', '0.2');
    expect(kilogramsOf(linesOf([commuting('vehicle-km')], [perVehicle]))).toEqual([['c', '33550']]);
    expect(codesOf(outcome([commuting('passenger-km')], [perVehicle]))).toEqual(['unit-mismatch']);
  });
});

describe('commuting that was not read', () => {
  test('and has neither an amount nor a survey is no journey of zero kilometres', () => {
    const bare = { id: 'c', kind: 'commuting', date: '2021-03-01', mode: 'bus' } as const;
    const input = { ...anInventoryInput([], []), activities: [bare] };
    expect(codesOf(calculateInventory(input))).toEqual(['missing-field']);
  });
});
