import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { ACCOMMODATION_FORMS, clientDaysSchema, parseClientDays } from '../../src/reception/client-days.js';
import { codesOf, issuesOf } from '../support/builders.js';

const row = {
  site: 'oulu',
  month: '2021-03',
  form: 'institution',
  clientDays: '3100',
  accommodationNights: '2950',
  placeDays: '4650',
};

describe('parseClientDays', () => {
  test('a register is read row by row, with its numbers exact', () => {
    const register = orThrow(parseClientDays([row, { ...row, month: '2021-04', clientDays: 0, placeDays: '0.5' }]));
    expect(
      register.map(({ site, month, form, clientDays, accommodationNights, placeDays }) => [
        site,
        month,
        form,
        ...[clientDays, accommodationNights, placeDays].map(decimalText),
      ]),
    ).toEqual([
      ['oulu', '2021-03', 'institution', '3100', '2950', '4650'],
      ['oulu', '2021-04', 'institution', '0', '2950', '0.5'],
    ]);
  });

  test('a register without rows is read; that it covers no month is for its users to say', () => {
    expect(parseClientDays([])).toEqual({ ok: true, value: [], issues: [] });
  });

  test.each(ACCOMMODATION_FORMS)('the form %s is known', (form) => {
    expect(orThrow(parseClientDays([{ ...row, form }])).map((read) => read.form)).toEqual([form]);
  });

  test('every fault of every row is an issue with its row and field', () => {
    const { placeDays, ...without } = row;
    const outcome = parseClientDays([
      { ...row, form: 'institusion', clientDays: '-1' },
      row,
      { ...without, clientdays: placeDays },
      { ...row, site: ' oulu', month: '2021-3', accommodationNights: '1e3' },
      'oulu',
    ]);
    expect(issuesOf(outcome).map(({ code, at }) => [at?.row, at?.path, code])).toEqual([
      [1, 'form', 'invalid-value'],
      [1, 'clientDays', 'invalid-value'],
      [3, 'placeDays', 'missing-field'],
      [3, 'clientdays', 'unknown-key'],
      [4, 'site', 'invalid-value'],
      [4, 'month', 'invalid-date'],
      [4, 'accommodationNights', 'invalid-number'],
      [5, undefined, 'invalid-value'],
    ]);
  });

  test('a misspelt form is answered with the nearest ones', () => {
    const [issue] = issuesOf(parseClientDays([{ ...row, form: 'institusion' }]));
    expect(issue?.message).toMatch(
      /^"institusion" does not fit: expected one of transit, institution, .*, detention\. Did you mean institution, /,
    );
  });

  test('a site, month and form that stands there more than once is one issue that names all its rows', () => {
    const outcome = parseClientDays([row, { ...row, month: '2021-04' }, { ...row, clientDays: '1' }, row]);
    expect(issuesOf(outcome)).toEqual([
      {
        code: 'client-days-repeated',
        severity: 'error',
        message: 'oulu, 2021-03, institution stands in rows 1, 3, 4. Add them up or take the extra ones out.',
        detail: { site: 'oulu', month: '2021-03', form: 'institution', rows: [1, 3, 4] },
        at: { row: 4 },
      },
    ]);
  });

  test('another site, month or form is no repetition', () => {
    const others = [row, { ...row, site: 'kemi' }, { ...row, month: '2021-04' }, { ...row, form: 'apartment' }];
    expect(codesOf(parseClientDays(others))).toEqual([]);
  });
});

describe('clientDaysSchema', () => {
  test('it reads a whole register and refuses keys that it does not know', () => {
    expect(clientDaysSchema.safeParse([row]).success).toBe(true);
    expect(clientDaysSchema.safeParse([{ ...row, note: 'estimated' }]).success).toBe(false);
  });
});
