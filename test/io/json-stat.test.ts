/** Every figure is invented; what is expected is read off test/support/json-stat-texts.ts by eye. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { digitsOf, parseExactJson } from '../../src/io/exact-json.js';
import { jsonStatSeries, priceIndexOfJsonStat, readJsonStat } from '../../src/io/json-stat.js';
import type { JsonStatPriceIndex, JsonStatSelection } from '../../src/io/json-stat.js';
import { orThrow } from '../../src/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { DIMENSION_NAMES, tableText } from '../support/json-stat-texts.js';
import type { TableText } from '../support/json-stat-texts.js';

const SOURCE = { title: 'Consumer price index, invented', publisher: 'Statistics Finland', licence: 'CC-BY-4.0' };
const OVERALL: JsonStatSelection = { codes: { Hyödyke: '0', Tiedot: 'pisteluku' } };

const read = (text: string) => readJsonStat(text, 'khi.json');
const table = (written: TableText = {}) => orThrow(read(tableText(written)));
const pointsOf = (written: TableText, selection: JsonStatSelection) =>
  orThrow(jsonStatSeries(table(written), selection)).map(({ period, value }) => [period, decimalText(value)]);
const saidOf = ({ issues }: Outcome<unknown>) => issues.map(({ code, at }) => `${code} ${at?.path ?? ''}`);

/** The text of the table with values put at places in it, or taken out; its figures are few digits then. */
const changed = (changes: { readonly [path: string]: unknown }): string => {
  const data: unknown = JSON.parse(tableText());
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((inner, step) => Reflect.get(inner as object, step), data); // the test names what is there
    if (value === undefined)
      Reflect.deleteProperty(parent as object, last); // as above
    else Reflect.set(parent as object, last, value); // as above
  }
  return JSON.stringify(data);
};

describe('a table in JSON-stat', () => {
  test('has its dimensions in order, with codes, labels, roles and units', () => {
    const { dimensions, cells, ...rest } = table();
    expect(rest).toEqual({
      file: 'khi.json',
      label: 'Consumer price index, invented',
      publisher: 'Statistics Finland',
      updated: '2022-01-14T06:00:00Z',
    });
    expect(dimensions.map(({ id, label, role }) => [id, label, role])).toEqual([
      ['Vuosi', 'Year', 'time'],
      ['Hyödyke', 'Commodity', undefined],
      ['Tiedot', 'Information', 'metric'],
    ]);
    expect(dimensions[2]?.categories).toEqual([
      { code: 'pisteluku', label: 'Information pisteluku', unit: 'point' },
      { code: 'vuosimuutos', label: 'Information vuosimuutos', unit: '%' },
    ]);
    expect(cells).toHaveLength(12);
    expect(cells[3]).toEqual({ status: '..' });
  });

  test('has the digits of its text, not those of a double', () => {
    expect(pointsOf({}, OVERALL)).toEqual([
      ['2019', '103.3'],
      ['2020', '103.6'],
      ['2021', '105.90000000000000000001'],
    ]);
  });

  test('gives the same series in whatever order its dimensions stand, and however values, places and statuses are written', () => {
    const written = fc.record({
      order: fc.shuffledSubarray([...DIMENSION_NAMES], { minLength: 3 }),
      values: fc.constantFrom('list', 'record'),
      index: fc.constantFrom('list', 'record'),
      status: fc.constantFrom('list', 'record'),
    });
    const codes = fc.record({
      Hyödyke: fc.constantFrom('0', '01'),
      Tiedot: fc.constantFrom('pisteluku', 'vuosimuutos'),
    });
    fc.assert(
      fc.property(written, codes, (how, chosen) => {
        const [one, other] = [
          jsonStatSeries(table(how), { codes: chosen }),
          jsonStatSeries(table(), { codes: chosen }),
        ];
        expect(one).toEqual(other);
      }),
    );
  });

  test('may be written with a byte-order mark, and one status for all', () => {
    const text = changed({ status: '*' });
    const cells = orThrow(read(`\ufeff${text}`)).cells;
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['*']));
  });

  test('needs no index for one code, no labels, no roles and no statuses', () => {
    const text = JSON.stringify({
      version: '2.0',
      class: 'dataset',
      id: ['year', 'area'],
      size: [2, 1],
      dimension: {
        year: { category: { index: ['2020', '2021'] } },
        area: { category: { label: { FI: 'Finland' }, unit: { FI: { label: 'persons' } } } },
      },
      value: [1, 2],
    });
    const small = orThrow(read(text));
    expect(small.dimensions).toEqual([
      {
        id: 'year',
        label: 'year',
        categories: [
          { code: '2020', label: '2020' },
          { code: '2021', label: '2021' },
        ],
      },
      { id: 'area', label: 'area', categories: [{ code: 'FI', label: 'Finland', unit: 'persons' }] },
    ]);
    expect(saidOf(jsonStatSeries(small, { codes: { area: 'FI' } }))).toEqual(['missing-field time']);
    expect(orThrow(jsonStatSeries(small, { time: 'year', codes: { area: 'FI' } }))).toHaveLength(2);
  });
});

describe('a table that does not fit together is refused', () => {
  test.each<[string, { readonly [path: string]: unknown }, readonly string[]]>([
    ['another class', { class: 'collection' }, ['invalid-value class']],
    ['no version', { version: undefined }, ['missing-field version']],
    ['an older version', { version: '1.0' }, ['invalid-value version']],
    ['no dimensions', { id: undefined }, ['missing-field id']],
    ['ids that are no list', { id: 'Vuosi' }, ['invalid-value id']],
    ['an id that is no text', { 'id.0': 1 }, ['invalid-value id']],
    ['an id twice', { 'id.0': 'Tiedot' }, ['invalid-value id']],
    ['an unknown id', { 'id.0': 'Kuukausi' }, ['invalid-value role.time', 'invalid-value dimension']],
    ['no sizes', { size: undefined }, ['missing-field size']],
    ['too few sizes', { size: [3, 2] }, ['invalid-value size']],
    ['a size that is no whole number', { 'size.0': 1.5 }, ['invalid-value size']],
    ['a size below zero', { 'size.0': -3 }, ['invalid-value size']],
    ['another size', { 'size.0': 4 }, ['invalid-value dimension.Vuosi.category']],
    ['no record of dimensions', { dimension: undefined }, ['missing-field dimension']],
    ['a dimension that nobody lists', { 'dimension.Muu': { category: { index: ['x'] } } }, ['invalid-value dimension']],
    ['a dimension that is not there', { 'dimension.Vuosi': undefined }, ['missing-field dimension.Vuosi.category']],
    ['a dimension without codes', { 'dimension.Vuosi': {} }, ['missing-field dimension.Vuosi.category']],
    [
      'codes without places',
      { 'dimension.Vuosi.category.index': undefined },
      ['missing-field dimension.Vuosi.category.index'],
    ],
    [
      'a place twice',
      { 'dimension.Vuosi.category.index.2020': 0 },
      ['invalid-value dimension.Vuosi.category.index.2020'],
    ],
    [
      'a place past the last',
      { 'dimension.Vuosi.category.index.2020': 3 },
      ['invalid-value dimension.Vuosi.category.index.2020'],
    ],
    [
      'a place that is no number',
      { 'dimension.Vuosi.category.index.2020': '1' },
      ['invalid-value dimension.Vuosi.category.index.2020'],
    ],
    [
      'a code twice',
      { 'dimension.Vuosi.category.index': ['2019', '2019', '2021'] },
      ['invalid-value dimension.Vuosi.category.index'],
    ],
    [
      'a label for no code',
      { 'dimension.Vuosi.category.label.2022': 'x' },
      ['invalid-value dimension.Vuosi.category.label'],
    ],
    [
      'a unit for no code',
      { 'dimension.Tiedot.category.unit.x': {} },
      ['invalid-value dimension.Tiedot.category.unit'],
    ],
    ['roles that are no record', { role: [] }, ['invalid-value role']],
    ['an unknown role', { 'role.place': ['Vuosi'] }, ['invalid-value role']],
    ['two roles of one dimension', { 'role.geo': 'Vuosi' }, ['invalid-value role.geo']],
    ['no values', { value: undefined }, ['missing-field value']],
    ['a value too few', { value: Array(11).fill(1) }, ['invalid-value value']],
    ['values of no kind', { value: 1 }, ['invalid-value value']],
    [
      'a value at no place',
      { value: { 12: 1, '01': 2, x: 3 } },
      ['invalid-value value', 'invalid-value value', 'invalid-value value'],
    ],
    ['a value that is text', { 'value.0': '103.3' }, ['invalid-value value.0']],
    ['a value that is a record', { 'value.0': {} }, ['invalid-value value.0']],
    ['a status too few', { status: ['..'] }, ['invalid-value status']],
    ['a status that is no text', { status: { 0: 1 } }, ['invalid-value status.0']],
  ])('%s', (_, changes, said) => {
    const outcome = read(changed(changes));
    expect(saidOf(outcome)).toEqual(said);
    expect(outcome.issues.every(({ at }) => at?.source === 'khi.json')).toBe(true);
  });

  test('a table whose sizes multiply to more than can be read is refused before its cells are made', () => {
    const codes = Array.from({ length: 4000 }, (_, place) => String(place));
    const dimension = { category: { index: codes } };
    const huge = {
      version: '2.0',
      class: 'dataset',
      id: ['a', 'b'],
      size: [4000, 4000],
      dimension: { a: dimension, b: dimension },
      value: {},
    };
    expect(saidOf(read(JSON.stringify(huge)))).toEqual(['file-too-large ']);
  });

  test('a number in powers of ten is an issue with its place', () => {
    expect(saidOf(read(tableText().replace('103.30', '1.033e2')))).toEqual(['invalid-number value.0']);
  });

  test.each([
    ['no JSON', 'null,'],
    ['nothing', ''],
    ['a text that is cut', tableText().slice(0, -1)],
    ['a key twice', tableText().replace('"version"', '"class":"dataset","version"')],
    ['records in records without end', '['.repeat(200_000)],
  ])('%s', (_, text) => {
    expect(saidOf(read(text))).toEqual(['file-syntax ']);
  });

  test.each(['null', '1', '"x"', '[]'])('%s is no dataset', (text) => {
    expect(saidOf(read(text))).toEqual(['invalid-value ']);
  });

  test('a text past 256 Mi characters is refused before it is read', () => {
    const long: unknown = { length: 268_435_457, startsWith: () => false };
    expect(saidOf(readJsonStat(long as string, 'khi.json'))).toEqual(['file-too-large ']); // as long as it says is all that is looked at
  });

  test('anything at all is an outcome, whichever byte is changed', () => {
    const text = tableText();
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('', '"', '{', ']', '0', '-', '\\', 'é', '\u0000'),
        (at, put) => {
          const outcome = read(text.slice(0, at) + put + text.slice(at + 1));
          expect(outcome.ok || outcome.issues.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('a series', () => {
  test('is of the periods that are asked for', () => {
    expect(pointsOf({}, { ...OVERALL, periods: ['2021', '2019'] })).toEqual([
      ['2019', '103.3'],
      ['2021', '105.90000000000000000001'],
    ]);
  });

  test('with a value that is missing is an issue that names the status', () => {
    const codes = { Hyödyke: '01', Tiedot: 'vuosimuutos' };
    const outcome = jsonStatSeries(table(), { codes });
    expect(outcome.issues.map(({ message }) => message)).toEqual([
      'The table has no value for 2019 (its status is ".."). A missing value is not a zero: ask for other periods, or wait for it.',
    ]);
    expect(jsonStatSeries(table(), { codes, periods: ['2020', '2021'] }).ok).toBe(true);
    const silent = orThrow(read(changed({ status: undefined })));
    expect(jsonStatSeries(silent, { codes }).issues[0].message).toContain('(without a status)');
  });

  test('keeps what the publisher says of a value', () => {
    const provisional = orThrow(read(changed({ status: { 8: '*' } })));
    expect(orThrow(jsonStatSeries(provisional, OVERALL)).map(({ status }) => status)).toEqual([
      undefined,
      undefined,
      '*',
    ]);
  });

  test.each<[string, JsonStatSelection, readonly string[]]>([
    ['a dimension without a code', { codes: { Tiedot: 'pisteluku' } }, ['missing-field codes.Hyödyke']],
    ['an unknown code', { codes: { Hyödyke: '02', Tiedot: 'pisteluku' } }, ['invalid-value codes.Hyödyke']],
    ['an unknown dimension', { codes: { ...OVERALL.codes, Alue: 'FI' } }, ['invalid-value codes']],
    [
      'a name that every record has',
      { codes: { Tiedot: 'pisteluku', toString: 'x' } },
      ['invalid-value codes', 'missing-field codes.Hyödyke'],
    ],
    ['the time as a code', { codes: { ...OVERALL.codes, Vuosi: '2021' } }, ['invalid-value codes']],
    ['an unknown period', { ...OVERALL, periods: ['2022'] }, ['invalid-value periods']],
    ['a period twice', { ...OVERALL, periods: ['2021', '2021'] }, ['invalid-value periods']],
    ['an unknown time', { ...OVERALL, time: 'Kuukausi' }, ['invalid-value time']],
  ])('of %s is an issue', (_, selection, said) => {
    expect(saidOf(jsonStatSeries(table(), selection))).toEqual(said);
  });
});

describe('a price index', () => {
  test('is what parsePriceIndex reads, with the digits of the table', () => {
    const index = orThrow(
      priceIndexOfJsonStat(table(), { id: 'fi-cpi', currency: 'EUR', source: SOURCE, series: OVERALL }),
    );
    expect({
      ...index,
      index: Object.fromEntries(Object.entries(index.index).map(([year, value]) => [year, decimalText(value)])),
    }).toEqual({
      id: 'fi-cpi',
      currency: 'EUR',
      source: SOURCE,
      index: { 2019: '103.3', 2020: '103.6', 2021: '105.90000000000000000001' },
    });
  });

  test('may be for stated products', () => {
    const stated = {
      id: 'food',
      currency: 'EUR',
      source: SOURCE,
      products: ['catering'],
      series: { codes: { Hyödyke: '01', Tiedot: 'pisteluku' } },
    };
    expect(orThrow(priceIndexOfJsonStat(table(), stated)).products).toEqual(['catering']);
  });

  test('is not made of months, of changes that are not above zero, of missing values or in an unknown currency', () => {
    const stated = { id: 'fi-cpi', currency: 'EUR', source: SOURCE, series: OVERALL };
    const monthly = orThrow(read(tableText().replaceAll('"2021"', '"2021M01"')));
    expect(saidOf(priceIndexOfJsonStat(monthly, stated))).toEqual(['invalid-value periods']);
    const changes = { ...stated, series: { codes: { Hyödyke: '0', Tiedot: 'vuosimuutos' } } };
    expect(saidOf(priceIndexOfJsonStat(table(), changes))).toEqual(['invalid-value index.2021']);
    const missing = { ...stated, series: { codes: { Hyödyke: '01', Tiedot: 'vuosimuutos' } } };
    expect(saidOf(priceIndexOfJsonStat(table(), missing))).toEqual(['missing-field value.2019']);
    expect(saidOf(priceIndexOfJsonStat(table(), { ...stated, currency: 'XXX' }))).toEqual(['invalid-value currency']);
  });
});

test('the example of docs/methods/json-stat.md is what comes out', () => {
  const page = readFileSync(new URL('../../docs/methods/json-stat.md', import.meta.url), 'utf8');
  const [, json] = /^Example \(figures invented\):\n\n```json\n([\s\S]*?)\n```$/m.exec(page) ?? [];
  const example = JSON.parse(String(json)) as {
    readonly table: unknown;
    readonly index: JsonStatPriceIndex;
    readonly values: unknown;
  };
  const { table: data, index, values } = example;
  const found = orThrow(read(JSON.stringify(data)));
  expect(JSON.parse(JSON.stringify(orThrow(priceIndexOfJsonStat(found, index)).index))).toEqual(values);
  const [issue] = priceIndexOfJsonStat(found, { ...index, series: { codes: { Tiedot: 'pisteluku' } } }).issues;
  expect(issue.code).toBe('missing-field');
  expect(page).toContain(`*${String(issue.message.split('. ')[0])}*`);
});

describe('JSON with its digits', () => {
  test('is what JSON.parse reads, but for the numbers', () => {
    const back = (value: unknown): unknown => {
      const digits = digitsOf(value);
      if (digits !== undefined) return Number(digits);
      if (Array.isArray(value)) return value.map(back);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, back(inner)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(back(orThrow(parseExactJson(text, 'x')))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('keeps digits that a double does not', () => {
    const list = orThrow(parseExactJson('[0.10, -0, 12345678901234567890, "1", 1E5]', 'x'));
    expect(Array.isArray(list) && list.map(digitsOf)).toEqual(['0.10', '-0', '12345678901234567890', undefined, '1E5']);
  });
});
