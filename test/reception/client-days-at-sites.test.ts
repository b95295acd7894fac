import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { parseSiteRegister } from '../../src/reception/site-register.js';
import { codesOf, issuesOf } from '../support/builders.js';

const row = {
  site: 'oulu',
  month: '2021-03',
  form: 'institution',
  clientDays: '100',
  accommodationNights: '90',
  placeDays: '220',
};
const zero = { clientDays: '0', accommodationNights: '0', placeDays: '0' };

const sites = orThrow(
  parseSiteRegister([
    {
      site: 'oulu',
      opened: '2021-03-10',
      closed: '2021-05-05',
      places: [{ from: '2021-03-10', form: 'institution', places: '10' }],
    },
    { site: 'kemi', opened: '2021-04-02' },
  ]),
);

describe('parseClientDays with the register of sites', () => {
  test('counts of the months in which a site was open are read as without it', () => {
    const rows = ['2021-03', '2021-04', '2021-05'].map((month) => ({ ...row, month, placeDays: '50' }));
    rows.push({ ...row, site: 'kemi', month: '2021-04', placeDays: '99999' });
    expect(parseClientDays(rows, { sites })).toEqual(parseClientDays(rows));
  });

  test.each([
    ['clientDays', '2021-02'],
    ['accommodationNights', '2021-02'],
    ['placeDays', '2021-06'],
  ])('%s above zero of a month wholly outside the opening is an issue with its row', (field, month) => {
    const outcome = parseClientDays([row, { ...row, ...zero, month, [field]: '1' }], { sites });
    const issues = outcome.issues.filter(({ severity }) => severity === 'error');
    expect(issues.map(({ code, detail, at }) => [code, detail, at])).toEqual([
      ['client-days-when-closed', { site: 'oulu', month, opened: '2021-03-10', closed: '2021-05-05' }, { row: 2 }],
    ]);
  });

  test('the issue says when the site was open', () => {
    const outside = [
      { ...row, month: '2021-06' },
      { ...row, site: 'kemi', month: '2021-03' },
    ];
    expect(issuesOf(parseClientDays(outside, { sites })).map(({ message }) => message)).toEqual([
      'The site oulu has counts for 2021-06; it opened on 2021-03-10 and closed on 2021-05-05. Correct the month, or the register of sites.',
      'The site kemi has counts for 2021-03; it opened on 2021-04-02. Correct the month, or the register of sites.',
    ]);
  });

  test('zero counts of a closed site are no contradiction', () => {
    expect(codesOf(parseClientDays([{ ...row, ...zero, month: '2021-02' }], { sites }))).toEqual([]);
  });

  test('a site that the register does not hold is one issue at its first row, with the nearest names', () => {
    const strangers = [row, { ...row, site: 'kemmi' }, { ...row, site: 'kemmi', month: '2021-04' }];
    expect(issuesOf(parseClientDays(strangers, { sites }))).toEqual([
      {
        code: 'site-not-registered',
        severity: 'error',
        message:
          'The site kemmi (2 rows) is not in the register of sites. Add it there, or correct its name. Did you mean kemi or oulu?',
        detail: { site: 'kemmi', nearest: ['kemi', 'oulu'] },
        at: { row: 2, path: 'site' },
      },
    ]);
  });

  test('more place-days than places × days open, in the month of opening or closing, are an issue', () => {
    // 10 places × 22 days, and × 5 days
    const rows = [
      { ...row, placeDays: '220.5' },
      { ...row, month: '2021-05', accommodationNights: '0', placeDays: '51' },
    ];
    expect(issuesOf(parseClientDays(rows, { sites }))).toEqual([
      {
        code: 'place-days-too-many',
        severity: 'error',
        message:
          'oulu, 2021-03, institution: 220.5 place-days, but its places give 220 on the 22 days it was open. Count the days open only.',
        detail: { site: 'oulu', month: '2021-03', form: 'institution', placeDays: '220.5', most: '220' },
        at: { row: 1, path: 'placeDays' },
      },
      expect.objectContaining({ detail: expect.objectContaining({ most: '50' }), at: { row: 2, path: 'placeDays' } }),
    ]);
  });

  test('exactly places × days open are right, and so is any number in a form without stated places', () => {
    const rows = [
      row,
      { ...row, form: 'apartment', placeDays: '99999' },
      { ...row, month: '2021-04', placeDays: '301' },
    ];
    expect(codesOf(parseClientDays(rows, { sites }))).toEqual([]);
  });
});
