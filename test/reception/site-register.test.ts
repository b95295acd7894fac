import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { ACCOMMODATION_FORMS } from '../../src/reception/client-days.js';
import { parseSiteRegister, siteRegisterSchema } from '../../src/reception/site-register.js';
import { codesOf, issuesOf } from '../support/builders.js';

const places = [{ from: '2015-10-01', form: 'institution', places: '150' }];
const row = { site: 'oulu', opened: '2015-10-01', closed: '2021-09-30', places };

/** Row, path and code of every issue of a register that cannot be read. */
function faultsOf(...rows: readonly unknown[]) {
  return issuesOf(parseSiteRegister(rows)).map(({ code, at }) => [at?.row, at?.path, code]);
}

describe('parseSiteRegister', () => {
  test('a site is read with its days, places, floor area and operator', () => {
    const [site] = orThrow(parseSiteRegister([{ ...row, floorArea: '2400.50', operator: 'A society' }]));
    expect(site).toEqual({
      ...row,
      places: [{ from: '2015-10-01', form: 'institution', places: quantity('150', 'piece').value }],
      floorArea: quantity('2400.5', 'square-metre'),
      operator: 'A society',
    });
  });

  test('a site that is still open, without places, is read: no places stated is not zero places', () => {
    expect(orThrow(parseSiteRegister([{ site: 'oulu', opened: '2015-10-01' }]))).toEqual([
      { site: 'oulu', opened: '2015-10-01', places: [] },
    ]);
  });

  test('a register without sites is read', () => {
    expect(parseSiteRegister([])).toEqual({ ok: true, value: [], issues: [] });
  });

  test('places are put in the order of their days, and zero places are a number', () => {
    const stated = [
      { from: '2020-01-01', form: 'institution', places: 0 },
      { from: '2018-01-01', form: 'transit', places: '20' },
      { from: '2018-01-01', form: 'apartment', places: '10' },
      ...places,
    ];
    const [site] = orThrow(parseSiteRegister([{ ...row, places: stated }]));
    expect(site?.places.map(({ from, form, places: kept }) => [from, form, kept.toFixed()])).toEqual([
      ['2015-10-01', 'institution', '150'],
      ['2018-01-01', 'apartment', '10'],
      ['2018-01-01', 'transit', '20'],
      ['2020-01-01', 'institution', '0'],
    ]);
  });

  test.each(ACCOMMODATION_FORMS)('places of the form %s can be stated', (form) => {
    expect(codesOf(parseSiteRegister([{ ...row, places: [{ ...places[0], form }] }]))).toEqual([]);
  });

  test('a site may be open for one day, and keep places from its last one', () => {
    const day = { ...row, opened: '2021-09-30', places: [{ ...places[0], from: '2021-09-30' }] };
    expect(codesOf(parseSiteRegister([day]))).toEqual([]);
  });

  test('what was read and written as JSON is read alike', () => {
    const register = orThrow(
      parseSiteRegister([
        { ...row, floorArea: 2400 },
        { ...row, site: 'kemi' },
      ]),
    );
    expect(orThrow(parseSiteRegister(JSON.parse(JSON.stringify(register)) as readonly unknown[]))).toEqual(register);
  });

  test('every fault of every row is an issue with its row and field', () => {
    const { opened, ...without } = row;
    expect(opened).toBe('2015-10-01');
    expect(
      faultsOf(
        { ...row, closed: '30.9.2021', floorArea: '-1' },
        { ...without, site: 'kemi' },
        { ...row, site: 'ivalo', capacity: '150', floorArea: null },
        { ...row, site: 'raahe', places: [{ ...places[0], form: 'institusion', places: '1e3' }] },
        { ...row, site: 'tornio', floorArea: { value: '-3', unit: 'square-metre' } },
        'oulu',
        null,
      ),
    ).toEqual([
      [1, 'closed', 'invalid-date'],
      [1, 'floorArea', 'invalid-value'],
      [2, 'opened', 'missing-field'],
      [3, 'floorArea', 'invalid-number'],
      [3, 'capacity', 'unknown-key'],
      [4, 'places.0.form', 'invalid-value'],
      [4, 'places.0.places', 'invalid-number'],
      [5, 'floorArea', 'negative-amount'],
      [6, undefined, 'invalid-value'],
      [7, undefined, 'invalid-value'],
    ]);
  });

  test('a site that closes before it opens is an issue', () => {
    expect(faultsOf({ ...row, opened: '2021-10-01', places: [] })).toEqual([[1, 'closed', 'invalid-period']]);
  });

  test('places before the opening, or after the closing day, are an issue that says when the site was open', () => {
    const outside = ['2015-09-30', '2021-10-01'].map((from) => ({ ...places[0], from }));
    const [before, after] = issuesOf(parseSiteRegister([{ ...row, places: outside }]));
    expect(before).toEqual({
      code: 'places-when-closed',
      severity: 'error',
      message:
        'The site oulu was open from 2015-10-01 to 2021-09-30; places of the form institution are kept from 2015-09-30. Correct the day of one of them.',
      detail: {
        site: 'oulu',
        form: 'institution',
        from: '2015-09-30',
        opened: '2015-10-01',
        closed: '2021-09-30',
      },
      at: { row: 1, path: 'places.0.from' },
    });
    expect(after?.at).toEqual({ row: 1, path: 'places.1.from' });
  });

  test('the same of a site that is still open names the opening alone', () => {
    const [issue] = issuesOf(
      parseSiteRegister([{ site: 'oulu', opened: '2016-01-01', places: [{ ...places[0], from: '2015-12-31' }] }]),
    );
    expect(issue?.message).toContain('The site oulu opened on 2016-01-01; places of the form institution');
    expect(issue?.detail).toEqual({
      site: 'oulu',
      form: 'institution',
      from: '2015-12-31',
      opened: '2016-01-01',
    });
  });

  test('places of one form stated twice for a day are an issue; of two forms, or from two days, they are none', () => {
    const [first] = places;
    const all = [first, { ...first, form: 'transit' }, { ...first, from: '2016-01-01' }, { ...first, places: '160' }];
    expect(faultsOf({ ...row, places: all })).toEqual([[1, 'places.3', 'places-repeated']]);
  });

  test('a site that stands there twice is one issue with all its rows', () => {
    const [issue] = issuesOf(parseSiteRegister([row, { ...row, site: 'kemi' }, row]));
    expect([issue?.code, issue?.detail, issue?.at]).toEqual([
      'duplicate-id',
      { id: 'oulu', rows: [1, 3] },
      { row: 3, path: 'site' },
    ]);
  });
});

describe('siteRegisterSchema', () => {
  test('it reads a whole register and refuses keys that it does not know', () => {
    expect(siteRegisterSchema.safeParse([row]).success).toBe(true);
    expect(siteRegisterSchema.safeParse([{ ...row, capacity: '150' }]).success).toBe(false);
  });
});
