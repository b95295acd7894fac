import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { sumClientDays } from '../../src/reception/sum-client-days.js';
import { codesOf, issuesOf } from '../support/builders.js';

/** One row for each month: 10 client-days, 7 nights and 12 place-days, times the number of the month. */
function rowsOf(site: string, months: readonly string[], form = 'institution') {
  return months.map((month) => {
    const times = Number(month.slice(-2));
    return { site, month, form, clientDays: 10 * times, accommodationNights: 7 * times, placeDays: 12 * times };
  });
}

function register(...rows: readonly (readonly unknown[])[]) {
  return orThrow(parseClientDays(rows.flat()));
}

const firstQuarter = ['2021-01', '2021-02', '2021-03'];
const quarter = { from: '2021-01-01', to: '2021-03-31' };
const months2021 = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}`);

describe('sumClientDays', () => {
  // 1 + 2 + … + 12 = 78
  test.each([
    ['client-day', '780'],
    ['accommodation-night', '546'],
    ['place-day', '936'],
  ] as const)('a year is counted in %ss, each denominator on its own', (per, value) => {
    const days = sumClientDays(register(rowsOf('oulu', months2021)), { period: calendarYear(2021), per });
    expect(orThrow(days)).toEqual(quantity(value, per));
  });

  test('only the months of the period count', () => {
    const days = sumClientDays(register(rowsOf('oulu', ['2020-12', ...months2021])), {
      period: quarter,
      per: 'client-day',
    });
    expect(orThrow(days)).toEqual(quantity(60, 'client-day'));
  });

  test('all sites and forms add up', () => {
    const rows = register(
      rowsOf('oulu', firstQuarter),
      rowsOf('oulu', firstQuarter, 'apartment'),
      rowsOf('kemi', firstQuarter),
    );
    expect(orThrow(sumClientDays(rows, { period: quarter, per: 'place-day' }))).toEqual(quantity(216, 'place-day'));
  });

  test('zero is a count, also when every row says so', () => {
    const empty = rowsOf('oulu', firstQuarter).map((row) => ({ ...row, accommodationNights: '0' }));
    const nights = sumClientDays(register(empty), { period: quarter, per: 'accommodation-night' });
    expect(orThrow(nights)).toEqual(quantity(0, 'accommodation-night'));
  });

  test.each([
    ['begins', { from: '2021-01-02', to: '2021-03-31' }],
    ['ends', { from: '2021-01-01', to: '2021-03-30' }],
    ['begins and ends', { from: '2021-02-02', to: '2021-02-03' }],
  ])('a period that %s inside a month cannot be counted', (_, period) => {
    const outcome = sumClientDays(register(rowsOf('oulu', firstQuarter)), { period, per: 'client-day' });
    expect(issuesOf(outcome)).toEqual([
      {
        code: 'period-not-whole-months',
        severity: 'error',
        message: `The register counts whole months; ${period.from}..${period.to} begins or ends inside one.`,
        detail: period,
      },
    ]);
  });

  test('months without any row are one issue, and no zero', () => {
    const outcome = sumClientDays(register(rowsOf('oulu', ['2021-02'])), { period: quarter, per: 'client-day' });
    expect(issuesOf(outcome)).toEqual([
      {
        code: 'client-days-missing',
        severity: 'error',
        message:
          'The register has no rows for 2021-01, 2021-03. Add them (zero is a count), so that no night is missing from the denominator.',
        detail: { site: '', months: ['2021-01', '2021-03'] },
      },
    ]);
  });

  test('a register without rows has no days, and not zero of them', () => {
    const [issue] = issuesOf(sumClientDays([], { period: quarter, per: 'client-day' }));
    expect(issue?.detail).toEqual({ site: '', months: firstQuarter });
  });

  test('a month that a site leaves out between its first and its last is an issue', () => {
    const rows = register(rowsOf('oulu', firstQuarter), rowsOf('kemi', ['2021-03', '2021-01']));
    const outcome = sumClientDays(rows, { period: quarter, per: 'accommodation-night' });
    expect(issuesOf(outcome)).toEqual([
      {
        code: 'client-days-missing',
        severity: 'error',
        message:
          'The site kemi has no rows for 2021-02. Add them (zero is a count), so that no night is missing from the denominator.',
        detail: { site: 'kemi', months: ['2021-02'] },
      },
    ]);
  });

  test('a gap is seen across the turn of a year, from the months on both sides of the period', () => {
    const rows = register(rowsOf('oulu', firstQuarter), rowsOf('kemi', ['2020-12', '2021-04']));
    const [issue] = issuesOf(sumClientDays(rows, { period: quarter, per: 'client-day' }));
    expect(issue?.detail).toEqual({ site: 'kemi', months: firstQuarter });
  });

  test('a gap outside the period is not held against it', () => {
    const rows = register(rowsOf('oulu', ['2020-10', '2020-12', ...firstQuarter]));
    expect(codesOf(sumClientDays(rows, { period: quarter, per: 'client-day' }))).toEqual([]);
  });

  test('a site that opens or closes within the period simply begins or ends', () => {
    const rows = register(
      rowsOf('oulu', firstQuarter),
      rowsOf('kemi', ['2021-02', '2021-03']),
      rowsOf('ii', ['2021-01']),
    );
    // oulu 10 × 6, kemi 10 × 5, ii 10 × 1
    expect(orThrow(sumClientDays(rows, { period: quarter, per: 'client-day' }))).toEqual(quantity(120, 'client-day'));
  });

  test('everything that is missing is said at once', () => {
    const period = { from: '2021-01-01', to: '2021-04-15' };
    const rows = register(rowsOf('oulu', ['2021-01', '2021-03']), rowsOf('kemi', firstQuarter));
    expect(codesOf(sumClientDays(rows, { period, per: 'client-day' }))).toEqual([
      'period-not-whole-months',
      'client-days-missing',
      'client-days-missing',
    ]);
  });
});
