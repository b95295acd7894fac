import { describe, expect, test } from 'vitest';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { InventoryInput } from '../../src/inventory/calculate-inventory.js';
import { parseBoundary } from '../../src/inventory/boundary.js';
import { orThrow } from '../../src/outcome.js';
import {
  aFactorRow,
  anActivityRow,
  anInventoryInput,
  codesOf,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const office = (changes: Row = {}) =>
  aFactorRow({
    id: 'office',
    key: 'office',
    method: 'average-data',
    per: 'square-metre-year',
    co2e: '10',
    validFrom: '2019-01-01',
    ...changes,
  });
const span = (from: string, to: string): Row => ({ date: undefined, period: { from, to } });
const premises = (changes: Row = {}): Row => ({
  id: 'l',
  kind: 'leased-premises',
  ...span('2021-01-01', '2021-12-31'),
  premises: 'office',
  site: 'oulu',
  amount: { value: '365', unit: 'square-metre' },
  replacedBy: ['purchased-electricity', 'purchased-heat'],
  ...changes,
});
const ENERGY = [aFactorRow({ validFrom: '2019-01-01' }), aFactorRow({ id: 'town', key: 'town' })];
const electricity = (id: string, from: string, to: string, changes: Row = {}) =>
  anActivityRow({ id, site: 'oulu', amount: { value: '0', unit: 'kWh' }, ...span(from, to), ...changes });
const heat = (id: string, from: string, to: string): Row => ({
  id,
  kind: 'purchased-heat',
  site: 'oulu',
  network: 'town',
  amount: { value: '0', unit: 'kWh' },
  contractHolder: 'reporter',
  ...span(from, to),
});

function outcome(rows: readonly Row[], factors: readonly Row[] = [office()], changes: Partial<InventoryInput> = {}) {
  const input = anInventoryInput(rows, [...factors, ...ENERGY], { residualMix: 'grid-average', ...changes });
  return calculateInventory(input);
}
const estimated = (...given: Parameters<typeof outcome>) =>
  orThrow(outcome(...given)).lines.filter(({ kind }) => kind === 'leased-premises');

describe('rented premises without meter data', () => {
  test('are area × share ÷ occupancy × days of the year × average factor, in leased assets', () => {
    const [line, ...others] = estimated([
      premises({ ...span('2021-01-01', '2021-03-31'), share: '0.5', occupancy: '0.8' }),
    ]);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ scope: 3, category: 'upstream-leased-assets', method: 'average-data', site: 'oulu' });
    expect(termsOfLine(line)).toEqual([
      ['amount', '365', '1'],
      ['share', '0.5', '1'],
      ['share', '1', '0.8'],
      ['days', '90', '365'],
      ['factor', '10', '1'],
    ]);
    // 365 · 0.5 ÷ 0.8 · 90 ÷ 365 · 10
    expect(line?.emissions.value.toFixed()).toBe('562.5');
  });

  test('a whole calendar year is the area times the factor', () => {
    expect(termsOfLine(estimated([premises()])[0])).toEqual([
      ['amount', '365', '1'],
      ['factor', '10', '1'],
    ]);
  });

  test('a leap year has 366 days, and a span over New Year is cut there', () => {
    const row = premises({ ...span('2019-12-31', '2020-01-02'), amount: { value: '133590', unit: 'square-metre' } });
    // 133 590 = 365 · 366 square metres: 1 ÷ 365 and 2 ÷ 366 of them · 10
    expect(kilogramsOf(estimated([row], [office()], { period: { from: '2019-01-01', to: '2020-12-31' } }))).toEqual([
      ['l/2019-12-31..2019-12-31', '3660'],
      ['l/2020-01-01..2020-01-02', '7300'],
    ]);
  });

  test('are cut where their factor changes', () => {
    const factors = [office({ validTo: '2021-06-30' }), office({ id: 'later', validFrom: '2021-07-01', co2e: '5' })];
    expect(kilogramsOf(estimated([premises()], factors))).toEqual([
      ['l/2021-01-01..2021-06-30', '1810'],
      ['l/2021-07-01..2021-12-31', '920'],
    ]);
  });

  test('without a factor are an issue', () => {
    expect(codesOf(outcome([premises()], []))).toEqual(['factor-not-found']);
  });
});

describe('readings in the place of an estimate', () => {
  test('days with readings of all kinds named are left to the readings, with one warning for days in a row', () => {
    const rows = [
      premises(),
      electricity('e', '2021-01-01', '2021-06-30'),
      heat('h-1', '2021-01-01', '2021-03-31'),
      heat('h-2', '2021-04-01', '2021-06-30'),
    ];
    expect(kilogramsOf(estimated(rows))).toEqual([['l/2021-07-01..2021-12-31', '1840']]);
    expect(outcome(rows).issues).toEqual([
      {
        code: 'estimate-replaced',
        severity: 'warning',
        message:
          'The estimate of oulu from floor area is left out in 2021-01-01..2021-06-30: readings of purchased-electricity, purchased-heat take its place.',
        detail: { period: '2021-01-01..2021-06-30', by: ['purchased-electricity', 'purchased-heat'] },
        at: { row: 1, activityId: 'l' },
      },
    ]);
  });

  test('days around the readings are kept, each side a line', () => {
    const rows = [
      premises({ replacedBy: ['purchased-heat', 'purchased-heat'] }),
      heat('h', '2021-02-01', '2021-11-30'),
    ];
    expect(kilogramsOf(estimated(rows))).toEqual([
      ['l/2021-01-01..2021-01-31', '310'],
      ['l/2021-12-01..2021-12-31', '310'],
    ]);
  });

  test('a year of readings leaves no estimate, and no other warning', () => {
    const rows = [premises({ replacedBy: ['purchased-heat'] }), heat('h', '2020-12-01', '2022-01-31')];
    expect(estimated(rows)).toEqual([]);
    expect([...codesOf(outcome(rows))].sort()).toEqual(['activity-cut', 'estimate-replaced']);
  });

  test('readings of other sites, of no site and of other kinds replace nothing', () => {
    const year = ['2021-01-01', '2021-12-31'] as const;
    const rows = [
      premises(),
      electricity('kemi', ...year, { site: 'kemi' }),
      electricity('nowhere', ...year, { site: undefined }),
      { ...heat('cold', ...year), kind: 'purchased-cooling', ...span('2021-02-01', '2021-02-28') },
    ];
    expect(kilogramsOf(estimated(rows))).toEqual([['l', '3650']]);
  });

  test('days with readings of some kinds only are an issue for each stretch, since both ways would be wrong', () => {
    const rows = [premises(), electricity('e', '2021-01-01', '2021-06-30'), heat('h', '2021-06-01', '2021-07-31')];
    const by = ['purchased-electricity'];
    const missing = ['purchased-heat'];
    expect(issuesOf(outcome(rows)).map(({ code, detail, at }) => [code, detail, at])).toEqual([
      ['estimate-overlaps', { period: '2021-01-01..2021-05-31', by, missing }, { row: 1, activityId: 'l' }],
      [
        'estimate-overlaps',
        { period: '2021-07-01..2021-07-31', by: missing, missing: by },
        { row: 1, activityId: 'l' },
      ],
    ]);
  });

  test('readings of an operation that the boundary does not count replace nothing', () => {
    const joint = { name: 'joint', equity: ['0.4'], financialControl: 'not-held', operationalControl: 'not-held' };
    const boundary = orThrow(
      parseBoundary({ consolidation: 'operational-control', exclusions: [], operations: [joint] }),
    );
    const reading = { ...heat('h', '2021-01-01', '2021-12-31'), operation: 'joint' };
    const rows = [premises({ replacedBy: ['purchased-heat'] }), reading];
    expect(kilogramsOf(estimated(rows, [office()], { boundary }))).toEqual([['l', '3650']]);
  });
});
