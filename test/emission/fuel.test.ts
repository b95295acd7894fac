import { describe, expect, test } from 'vitest';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { orThrow } from '../../src/outcome.js';
import {
  SOURCE,
  aFactorRow,
  aFactorSetRow,
  anInventoryInput,
  codesOf,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const oil = (per: string, co2e: string, changes: Row = {}) =>
  aFactorRow({ id: `per-${per}`, key: 'oil', method: 'fuel-based', per, co2e, ...changes });
const net = oil('kWh', '0.3', { id: 'net', calorificBasis: 'net' });
const gross = oil('kWh', '0.27', { id: 'gross', calorificBasis: 'gross' });
/** 0.8 kg per litre, 40 MJ per kg net and 45 gross. */
const properties = (changes: Row = {}): Row => ({
  fuel: 'oil',
  density: '800',
  netCalorificValue: '40',
  grossCalorificValue: '45',
  validFrom: '2021-01-01',
  validTo: '2021-12-31',
  source: SOURCE,
  ...changes,
});
const burnt = (value: string, unit: string, changes: Row = {}): Row => ({
  id: 'f',
  kind: 'mobile-combustion',
  date: '2021-03-01',
  fuel: 'oil',
  amount: { value, unit },
  ...changes,
});

function outcome(row: Row, factors: readonly Row[], fuelProperties: readonly Row[] = [properties()]) {
  const set = orThrow(parseFactorSet({ ...aFactorSetRow(...factors), fuelProperties }));
  return calculateInventory(anInventoryInput([row], [], { factors: set }));
}
const lineOf = (...given: Parameters<typeof outcome>) => orThrow(outcome(...given)).lines[0];
const kilograms = (...given: Parameters<typeof outcome>) => kilogramsOf(orThrow(outcome(...given)).lines)[0]?.[1];

describe('an amount of fuel in another dimension than its factor', () => {
  test('litres become kilograms through the density, and kilograms litres', () => {
    expect(termsOfLine(lineOf(burnt('2', 'cubic-metre'), [oil('tonne', '3000')]))).toEqual([
      ['amount', '2', '1'],
      ['unit', '1000', '1'],
      ['fuel-property', '800', '1000'],
      ['unit', '0.001', '1'],
      ['factor', '3000', '1'],
    ]);
    // 2000 litres · 0.8 · 3; 100 kg ÷ 0.8 · 2.4
    expect(kilograms(burnt('2', 'cubic-metre'), [oil('tonne', '3000')])).toBe('4800');
    expect(kilograms(burnt('100', 'kg'), [oil('litre', '2.4')])).toBe('300');
  });

  test('kilograms become energy through the heating value of the factor’s own basis', () => {
    // 90 kg · 40 ÷ 3.6 · 0.3; 90 kg · 45 ÷ 3.6 · 0.27 = 303.75
    expect(kilograms(burnt('90', 'kg'), [net])).toBe('300');
    expect(kilograms(burnt('0.09', 'tonne'), [gross])).toBe('303.75');
  });

  test('litres become energy through both properties, which say where they stand', () => {
    const line = lineOf(burnt('1', 'litre'), [gross]);
    expect(termsOfLine(line)).toEqual([
      ['amount', '1', '1'],
      ['fuel-property', '800', '1000'],
      ['fuel-property', '45', '1'],
      ['unit', '1', '3.6'],
      ['factor', '0.27', '1'],
    ]);
    expect(line?.terms.slice(1, 3)).toMatchObject([
      { property: 'density', unit: 'kg/litre', source: `${SOURCE.publisher}, ${SOURCE.title}` },
      { property: 'gross-calorific-value', unit: 'MJ/kg' },
    ]);
    // 0.8 · 45 ÷ 3.6 · 0.27
    expect(kilograms(burnt('1', 'litre'), [gross])).toBe('2.7');
  });

  test('energy becomes kilograms and litres through the heating value of its own basis', () => {
    const amount = (calorificBasis: string) => burnt('1', 'MWh', { calorificBasis });
    // 3600 MJ ÷ 40 · 3; 3600 ÷ 45 · 3; 3600 ÷ 40 ÷ 0.8 · 2.4
    expect(kilograms(amount('net'), [oil('kg', '3')])).toBe('270');
    expect(kilograms(amount('gross'), [oil('kg', '3')])).toBe('240');
    expect(kilograms(amount('net'), [oil('litre', '2.4')])).toBe('270');
    expect(termsOfLine(lineOf(amount('net'), [oil('litre', '2.4')]))).toEqual([
      ['amount', '1', '1'],
      ['unit', '3600', '1'],
      ['fuel-property', '1', '40'],
      ['fuel-property', '1000', '800'],
      ['factor', '2.4', '1'],
    ]);
  });

  test('net energy becomes gross energy through both heating values', () => {
    // 100 kWh · 45 ÷ 40 · 0.27 = 30.375
    expect(kilograms(burnt('100', 'kWh', { calorificBasis: 'net' }), [gross])).toBe('30.375');
  });

  test('days and own part come after the fuel’s steps', () => {
    const boiler = {
      ...burnt('300', 'litre', { date: undefined, period: { from: '2020-12-31', to: '2021-01-02' } }),
      kind: 'stationary-combustion',
      contractHolder: 'reporter',
      allocation: { by: 'floor area', own: '1', total: '4' },
    };
    const line = lineOf(boiler, [oil('kg', '3')]);
    expect(termsOfLine(line)).toEqual([
      ['amount', '300', '1'],
      ['fuel-property', '800', '1000'],
      ['days', '2', '3'],
      ['share', '1', '4'],
      ['factor', '3', '1'],
    ]);
    // 300 · 0.8 · 2 ÷ 3 · 1 ÷ 4 · 3
    expect(line?.emissions.value.toFixed()).toBe('120');
  });
});

describe('which factor of a fuel is taken', () => {
  const all = [oil('litre', '1'), gross, net, oil('kg', '2')];
  const factorOf = (row: Row, factors: readonly Row[]) => lineOf(row, factors)?.factorId;

  test('one per the amount’s own dimension comes first', () => {
    expect(factorOf(burnt('1', 'cubic-metre'), all)).toBe('per-litre');
    expect(factorOf(burnt('1', 'tonne'), all)).toBe('per-kg');
    expect(factorOf(burnt('1', 'GJ', { calorificBasis: 'gross' }), all)).toBe('gross');
    expect(factorOf(burnt('1', 'GJ', { calorificBasis: 'net' }), all)).toBe('net');
  });

  test('else mass, net energy, gross energy, volume', () => {
    expect(factorOf(burnt('1', 'litre'), all.slice(1))).toBe('per-kg');
    expect(factorOf(burnt('1', 'litre'), [gross, net])).toBe('net');
    expect(factorOf(burnt('1', 'litre'), [gross])).toBe('gross');
    expect(factorOf(burnt('1', 'kg'), [oil('litre', '1'), gross])).toBe('gross');
    expect(factorOf(burnt('1', 'GJ', { calorificBasis: 'net' }), [oil('litre', '1'), gross])).toBe('gross');
  });

  test('the basis of an amount that is no energy asks for nothing', () => {
    expect(kilograms(burnt('5', 'litre', { calorificBasis: 'gross' }), [oil('litre', '2')])).toBe('10');
  });

  test('the properties of the day are those that count', () => {
    const later = properties({ density: '900', validFrom: '2021-07-01' });
    const records = [properties({ validTo: '2021-06-30' }), later, properties({ fuel: 'diesel', density: '1' })];
    const factors = [oil('kg', '1')];
    expect(kilograms(burnt('10', 'litre'), factors, records)).toBe('8');
    expect(kilograms(burnt('10', 'litre', { date: '2021-07-01' }), factors, records)).toBe('9');
  });

  test('an amount over days on which the properties change is cut where they do', () => {
    const records = [
      properties({ validTo: '2021-06-30' }),
      properties({ density: '900', validFrom: '2021-07-01' }),
      properties({ fuel: 'diesel', density: '1', validTo: '2021-06-29' }),
    ];
    const period = { from: '2021-06-29', to: '2021-07-03' };
    const row = burnt('10', 'litre', { date: undefined, period });
    // 2 of 5 days: 10 · 2 ÷ 5 · 0.8 · 3; 3 of 5 days: 10 · 3 ÷ 5 · 0.9 · 3
    expect(kilogramsOf(orThrow(outcome(row, [oil('kg', '3')], records)).lines)).toEqual([
      ['f/2021-06-29..2021-06-30', '9.6'],
      ['f/2021-07-01..2021-07-03', '16.2'],
    ]);
  });

  test('days between two records of properties are an issue, and no neighbour stands in for them', () => {
    const records = [properties({ validTo: '2021-03-31' }), properties({ validFrom: '2021-05-01' })];
    const row = burnt('10', 'litre', { date: undefined, period: { from: '2021-01-01', to: '2021-12-31' } });
    expect(codesOf(outcome(row, [oil('kg', '3')], records))).toEqual(['unit-mismatch']);
  });
});

describe('what a fuel lacks is an issue', () => {
  const mismatch = (...given: Parameters<typeof outcome>) => {
    const [issue, ...others] = issuesOf(outcome(...given));
    expect([issue?.code, others]).toEqual(['unit-mismatch', []]);
    return issue?.message ?? '';
  };

  test.each<[string, Row, Row, Row]>([
    ['density', { density: undefined }, burnt('1', 'litre'), oil('kg', '1')],
    ['density', { density: undefined }, burnt('1', 'kg'), oil('litre', '1')],
    ['net-calorific-value', { netCalorificValue: undefined }, burnt('1', 'kg'), net],
    ['gross-calorific-value', { grossCalorificValue: undefined }, burnt('1', 'kg'), gross],
    [
      'net-calorific-value',
      { netCalorificValue: undefined },
      burnt('1', 'kWh', { calorificBasis: 'net' }),
      oil('kg', '1'),
    ],
    ['density and net-calorific-value', { density: undefined, netCalorificValue: undefined }, burnt('1', 'litre'), net],
  ])('the missing %s is named', (name, gap, row, factor) => {
    expect(mismatch(row, [factor], [properties(gap)])).toContain(`states no ${name} of oil`);
  });

  test('a fuel without any properties on its days says so, with both units', () => {
    const none = orThrow(parseFactorSet(aFactorSetRow(oil('kg', '1'))));
    const [issue] = issuesOf(calculateInventory(anInventoryInput([burnt('1', 'litre')], [], { factors: none })));
    expect(issue).toMatchObject({ detail: { from: 'litre', to: 'kg', allowed: ['kg'] }, at: { activityId: 'f' } });
    expect(issue?.message).toContain('states no density or heating value of oil');
    expect(mismatch(burnt('1', 'litre'), [oil('kg', '1')], [properties({ validFrom: '2021-04-01' })])).toContain(
      'density or heating value',
    );
  });

  test('energy that does not say whether it is net or gross is refused with what the factors are', () => {
    const missing = (row: Row, factors: readonly Row[]) =>
      issuesOf(outcome(row, factors)).map(({ code, detail }) => [code, detail]);
    const options = (...names: readonly string[]) => [['calorific-basis-missing', { fuel: 'oil', options: names }]];
    expect(missing(burnt('1', 'kWh'), [net, gross])).toEqual(options('net', 'gross'));
    expect(missing(burnt('1', 'kWh'), [gross])).toEqual(options('gross'));
    expect(missing(burnt('1', 'kWh'), [oil('kg', '1')])).toEqual(options('net', 'gross'));
  });

  test('energy that says it is refused by a factor that does not', () => {
    const silent = oil('kWh', '0.3');
    const [issue] = issuesOf(outcome(burnt('1', 'MWh', { calorificBasis: 'net' }), [silent]));
    expect(issue).toMatchObject({
      code: 'calorific-basis-missing',
      detail: { fuel: 'oil', options: ['net', 'gross'] },
    });
    expect(issue?.message).toContain('The amount of oil is net, and its factor per MWh does not say');
  });

  test('where neither says it the factor is used, with a warning', () => {
    const calculated = outcome(burnt('10', 'kWh'), [oil('kWh', '0.3')]);
    expect(kilogramsOf(orThrow(calculated).lines)).toEqual([['f', '3']]);
    expect(calculated.issues).toMatchObject([{ code: 'calorific-basis-not-stated', detail: { id: 'per-kWh' } }]);
  });

  test('no heating value leads to a factor that does not say which energy it is per', () => {
    expect(codesOf(outcome(burnt('1', 'litre'), [oil('kWh', '0.3')]))).toEqual(['unit-mismatch']);
  });

  test('days on which the factor converted to does not hold are an issue', () => {
    const row = burnt('1', 'litre', { date: undefined, period: { from: '2021-06-30', to: '2021-07-01' } });
    expect(codesOf(outcome(row, [oil('kg', '1', { validTo: '2021-06-30' })]))).toEqual(['factor-not-found']);
    expect(codesOf(outcome(burnt('1', 'litre', { fuel: 'peat' }), [oil('kg', '1')]))).toEqual(['factor-not-found']);
  });
});
