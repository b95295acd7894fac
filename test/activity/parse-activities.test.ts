import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { activityRows } from '../support/arbitraries.js';
import { anActivityRow, codesOf, issuesOf } from '../support/builders.js';

const { period, ...timeless } = anActivityRow();
const found = (...rows: readonly unknown[]) =>
  issuesOf(parseActivities(rows)).map(({ code, at }) => [code, at?.row, at?.path, at?.activityId]);

describe('parseActivities', () => {
  test('records become activities in their order', () => {
    const rows = [anActivityRow(), anActivityRow({ id: 'e-2', period: undefined, date: '2021-05-04' })];
    expect(orThrow(parseActivities(rows))).toEqual([
      {
        id: 'e-1',
        kind: 'purchased-electricity',
        period: { from: '2021-01-01', to: '2021-12-31' },
        grid: 'FI',
        amount: quantity('120000', 'kWh'),
        contractHolder: 'reporter',
      },
      {
        id: 'e-2',
        kind: 'purchased-electricity',
        date: '2021-05-04',
        grid: 'FI',
        amount: quantity('120000', 'kWh'),
        contractHolder: 'reporter',
      },
    ]);
  });

  test('no rows are no activities', () => {
    expect(parseActivities([])).toEqual({ ok: true, value: [], issues: [] });
  });

  test('JSON out and in is the same', () => {
    fc.assert(
      fc.property(activityRows, (rows) => {
        const once = orThrow(parseActivities(rows));
        const json = JSON.stringify(once);
        const again = orThrow(parseActivities(JSON.parse(json) as unknown[]));
        expect(again).toEqual(once);
        expect(JSON.stringify(again)).toBe(json);
      }),
    );
  });

  test('every fault of every row comes back at once, with row, field and id', () => {
    const rows = [
      anActivityRow({ grid: undefined, amount: { value: '1e9', unit: 'mwh' } }),
      anActivityRow({ id: 'e-2' }),
      anActivityRow({ id: 'e-3', contractHolder: 'tenant', gird: 'FI' }),
    ];
    expect(found(...rows)).toEqual([
      ['invalid-number', 1, 'amount.value', 'e-1'],
      ['unknown-unit', 1, 'amount.unit', 'e-1'],
      ['missing-field', 1, 'grid', 'e-1'],
      ['invalid-value', 3, 'contractHolder', 'e-3'],
      ['unknown-key', 3, 'gird', 'e-3'],
    ]);
  });

  test.each([[null], [undefined], [7], ['purchase'], [[]], [{}]])('%o in place of a record has no kind', (row) => {
    expect(found(row)).toEqual([['missing-field', 1, 'kind', undefined]]);
  });

  test('a missing kind says which there are', () => {
    expect(issuesOf(parseActivities([{ id: 'e-1' }]))).toEqual([
      {
        code: 'missing-field',
        severity: 'error',
        message:
          'The field kind is missing. It is one of purchase, purchased-goods, purchased-electricity, purchased-heat, purchased-cooling, purchased-steam, vehicle-electricity, leased-premises, stationary-combustion, mobile-combustion, vehicle-distance, refrigerant-leakage, process-emissions, measured-emissions, flight, ground-travel, hotel-stay, commuting, remote-work, freight, waste, water, meals, laundry, accommodation, supplier-reported.',
        detail: { field: 'kind' },
        at: { row: 1, activityId: 'e-1', path: 'kind' },
      },
    ]);
  });

  test('an unknown kind is named with the nearest', () => {
    expect(issuesOf(parseActivities([anActivityRow({ kind: 'fligth' })]))).toEqual([
      {
        code: 'unknown-kind',
        severity: 'error',
        message: '"fligth" is not a kind of activity. Did you mean flight, freight, or waste?',
        detail: { kind: 'fligth', nearest: ['flight', 'freight', 'waste'] },
        at: { row: 1, activityId: 'e-1', path: 'kind' },
      },
    ]);
  });

  test.each(['constructor', '__proto__', 7, null, ['flight']])('the kind %o is unknown', (kind) => {
    expect(found(anActivityRow({ kind, id: 7 }))).toEqual([['unknown-kind', 1, 'kind', undefined]]);
  });

  test('a record needs a date or a period', () => {
    expect(issuesOf(parseActivities([timeless]))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'Give either a date or a period (both ends included), and not both.',
        detail: { value: 'neither', expected: 'date or period', nearest: [] },
        at: { row: 1, activityId: 'e-1', path: 'date' },
      },
    ]);
  });

  test('a record with both says two things at once', () => {
    const [issue] = issuesOf(parseActivities([{ ...timeless, period, date: '2021-05-04' }]));
    expect([issue?.detail, issue?.at?.path]).toEqual([
      { value: 'both', expected: 'date or period', nearest: [] },
      'date',
    ]);
  });

  test('a period that ends before it starts is an issue at its place', () => {
    expect(found({ ...timeless, period: { from: '2021-12-31', to: '2021-01-01' } })).toEqual([
      ['invalid-period', 1, 'period', 'e-1'],
    ]);
  });

  test.each([
    ['2021', [['invalid-value', 'period']]],
    [null, [['invalid-value', 'period']]],
    [{ from: '2021-02-29', to: '2021-12-31' }, [['invalid-date', 'period.from']]],
    [{ from: 2021, to: '2021-12-31' }, [['invalid-date', 'period.from']]],
    [{ from: '2021-01-01', to: 20211231 }, [['invalid-date', 'period.to']]],
    [{ from: '2021-01-01' }, [['missing-field', 'period.to']]],
    [
      { from: '2021-12-31', to: '2021-01-01', until: '' },
      [
        ['unknown-key', 'period.until'],
        ['invalid-period', 'period'],
      ],
    ],
  ])('the period %o is reported once', (faulty, expected) => {
    const issues = found({ ...timeless, period: faulty });
    expect(issues.map(([code, , path]) => [code, path])).toEqual(expected);
  });

  test('timing and fields are looked at together', () => {
    expect(codesOf(parseActivities([{ ...timeless, grid: '' }]))).toEqual(['invalid-value', 'invalid-value']);
    expect(found({ ...timeless, amount: { value: '-1', unit: 'kWh' } })).toEqual([
      ['negative-amount', 1, 'amount', 'e-1'],
      ['invalid-value', 1, 'date', 'e-1'],
    ]);
  });

  test('an id that two rows carry is an issue at the later', () => {
    expect(issuesOf(parseActivities([anActivityRow(), anActivityRow({ id: 'x' }), anActivityRow()]))).toEqual([
      {
        code: 'duplicate-id',
        severity: 'error',
        message: 'The id "e-1" is used in rows 1, 3. Give each record an id of its own.',
        detail: { id: 'e-1', rows: [1, 3] },
        at: { row: 3, path: 'id' },
      },
    ]);
  });

  test('a repeated id comes back together with the faults of other rows', () => {
    const rows = [anActivityRow(), anActivityRow(), anActivityRow({ id: 'x', grid: '' })];
    expect([...codesOf(parseActivities(rows))].sort()).toEqual(['duplicate-id', 'invalid-value']);
  });

  test('a record that calls itself a Decimal is an issue, not a crash', () => {
    const value: unknown = JSON.parse('{"toStringTag":"[object Decimal]"}');
    expect(found(anActivityRow({ amount: { value, unit: 'kWh' } }))).toEqual([
      ['invalid-number', 1, 'amount.value', 'e-1'],
    ]);
  });
});
