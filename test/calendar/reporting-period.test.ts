import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarYear,
  cutAt,
  daysIn,
  describePeriod,
  holds,
  newYearsIn,
  periodShape,
  reportingPeriod,
  sharedPeriod,
} from '../../src/calendar/reporting-period.js';
import type { ReportingPeriod } from '../../src/calendar/reporting-period.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { readWith } from '../../src/reading.js';
import { dateAfter } from '../support/arbitraries.js';
import { issuesOf } from '../support/builders.js';

const YEAR_2021 = { from: '2021-01-01', to: '2021-12-31' };

/** Days counted from 1 January 2018. */
const dayNumbers = fc.nat({ max: 2000 });
const dayAt = (index: number) => dateAfter('2018-01-01', index);
const spans = fc.tuple(dayNumbers, dayNumbers).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
const periodOf = ({ first, last }: { first: number; last: number }): ReportingPeriod => ({
  from: dayAt(first),
  to: dayAt(last),
});

describe('reportingPeriod', () => {
  test('both ends are included, and a single day is a period', () => {
    expect(orThrow(reportingPeriod('2021-01-01', '2021-12-31'))).toEqual(YEAR_2021);
    expect(orThrow(reportingPeriod('2021-05-04', '2021-05-04'))).toEqual({ from: '2021-05-04', to: '2021-05-04' });
  });

  test('an end before the start is an issue', () => {
    expect(issuesOf(reportingPeriod('2024-03-31', '2024-03-01'))).toEqual([
      {
        code: 'invalid-period',
        severity: 'error',
        message: 'The period ends (2024-03-01) before it starts (2024-03-31). Are the columns swapped?',
        detail: { from: '2024-03-31', to: '2024-03-01' },
      },
    ]);
  });

  test.each([
    ['2021-02-29', '2021-12-31', '2021-02-29'],
    ['2021-01-01', '31.12.2021', '31.12.2021'],
  ])('%s to %s: a day that cannot be read is an issue', (from, to, value) => {
    expect(
      issuesOf(reportingPeriod(from, to)).map(({ code, detail }) => [code, 'value' in detail && detail.value]),
    ).toEqual([['invalid-date', value]]);
  });

  test('where neither end can be read, both are issues', () => {
    const issues = issuesOf(reportingPeriod('2021-02-29', '31.12.2021'));
    expect(issues.map(({ detail }) => 'value' in detail && detail.value)).toEqual(['2021-02-29', '31.12.2021']);
  });
});

describe('calendarYear', () => {
  test('it runs from 1 January to 31 December', () => {
    expect(calendarYear(2021)).toEqual(YEAR_2021);
    expect([1990, 2100].map((year) => calendarYear(year).to)).toEqual(['1990-12-31', '2100-12-31']);
  });

  test.each([1989, 2101, 2021.5, -2021, Number.NaN])('%d throws', (year) => {
    expect(() => calendarYear(year)).toThrow(HiilitaseError);
  });
});

describe('periodShape', () => {
  test('it reads both ends and knows no other key', () => {
    expect(orThrow(readWith(periodShape, YEAR_2021))).toEqual(YEAR_2021);
    const issues = issuesOf(readWith(periodShape, { from: '2021-1-1', until: '2021-12-31' }));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([
      ['invalid-date', 'from'],
      ['missing-field', 'to'],
      ['unknown-key', 'until'],
    ]);
  });
});

describe('daysIn', () => {
  test.each([
    ['2021-05-04', '2021-05-04', 1],
    ['2021-01-01', '2021-12-31', 365],
    ['2024-01-01', '2024-12-31', 366],
    ['2100-01-01', '2100-12-31', 365],
    ['2023-12-15', '2024-01-14', 31],
    ['2021-03-01', '2021-03-31', 31],
    ['2021-10-01', '2021-10-31', 31],
  ])('%s to %s has %i', (from, to, days) => {
    expect(daysIn({ from, to })).toBe(days);
  });

  test('both ends are counted', () => {
    fc.assert(
      fc.property(spans, (span) => {
        expect(daysIn(periodOf(span))).toBe(span.last - span.first + 1);
      }),
    );
  });
});

describe('sharedPeriod', () => {
  test.each([
    ['2021-06-01', '2022-05-31', '2021-06-01..2021-12-31'],
    ['2020-06-01', '2021-01-01', '2021-01-01'],
    ['2021-12-31', '2022-12-31', '2021-12-31'],
    ['2020-01-01', '2022-12-31', '2021-01-01..2021-12-31'],
    ['2021-03-01', '2021-03-31', '2021-03-01..2021-03-31'],
  ])('%s to %s shares %s with 2021, whichever is asked first', (from, to, expected) => {
    const shared = [sharedPeriod({ from, to }, YEAR_2021), sharedPeriod(YEAR_2021, { from, to })];
    expect(shared.map((period) => period && describePeriod(period))).toEqual([expected, expected]);
  });

  test('neighbours share no day', () => {
    expect(sharedPeriod(YEAR_2021, { from: '2022-01-01', to: '2022-01-31' })).toBeUndefined();
    expect(sharedPeriod({ from: '2020-12-01', to: '2020-12-31' }, YEAR_2021)).toBeUndefined();
  });

  test('it has exactly the days that lie in both', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const first = Math.max(a.first, b.first);
        const last = Math.min(a.last, b.last);
        const expected = first <= last ? periodOf({ first, last }) : undefined;
        expect(sharedPeriod(periodOf(a), periodOf(b))).toEqual(expected);
      }),
    );
  });
});

describe('holds', () => {
  test('a period holds itself and its parts, and nothing that goes a day past it', () => {
    expect(holds(YEAR_2021, YEAR_2021)).toBe(true);
    expect(holds(YEAR_2021, { from: '2021-12-31', to: '2021-12-31' })).toBe(true);
    expect(holds(YEAR_2021, { from: '2020-12-31', to: '2021-12-31' })).toBe(false);
    expect(holds(YEAR_2021, { from: '2021-01-01', to: '2022-01-01' })).toBe(false);
  });

  test('it holds a part exactly where the part is all they share', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(holds(periodOf(a), periodOf(b))).toBe(a.first <= b.first && b.last <= a.last);
      }),
    );
  });
});

describe('cutAt', () => {
  test('each date inside starts a part; the first day, days outside and repeated days cut nothing', () => {
    const starts = ['2021-07-01', '2021-04-01', '2021-01-01', '2020-12-31', '2022-01-01', '2021-07-01', '2021-12-31'];
    expect(cutAt(YEAR_2021, starts)).toEqual([
      { from: '2021-01-01', to: '2021-03-31' },
      { from: '2021-04-01', to: '2021-06-30' },
      { from: '2021-07-01', to: '2021-12-30' },
      { from: '2021-12-31', to: '2021-12-31' },
    ]);
  });

  test('without a date inside the period is its only part', () => {
    expect(cutAt(YEAR_2021, [])).toEqual([YEAR_2021]);
    expect(cutAt({ from: '2021-05-04', to: '2021-05-04' }, ['2021-05-04'])).toEqual([
      { from: '2021-05-04', to: '2021-05-04' },
    ]);
  });

  test('the parts cover the period day for day, and their days sum to its days', () => {
    fc.assert(
      fc.property(spans, fc.array(dayNumbers, { maxLength: 10 }), (span, cuts) => {
        const parts = cutAt(periodOf(span), cuts.map(dayAt));
        const firsts = new Set([span.first, ...cuts.filter((cut) => span.first < cut && cut <= span.last)]);
        expect(parts.map(({ from }) => from)).toEqual([...firsts].sort((a, b) => a - b).map(dayAt));
        expect(parts.map(({ to }) => dateAfter(to, 1))).toEqual([
          ...parts.slice(1).map(({ from }) => from),
          dayAt(span.last + 1),
        ]);
        expect(parts.reduce((sum, part) => sum + daysIn(part), 0)).toBe(daysIn(periodOf(span)));
      }),
    );
  });
});

describe('newYearsIn', () => {
  test.each([
    ['2021-01-01', '2021-12-31', []],
    ['2020-12-31', '2021-01-01', ['2021-01-01']],
    ['2018-06-01', '2021-01-01', ['2019-01-01', '2020-01-01', '2021-01-01']],
    ['2021-01-01', '2022-06-30', ['2022-01-01']],
  ])('between %s and %s they are every 1 January after the first day', (from, to, expected) => {
    expect(newYearsIn({ from, to })).toEqual(expected);
  });
});

describe('describePeriod', () => {
  test('it names both ends, or the day alone', () => {
    expect(describePeriod({ from: '2021-01-01', to: '2021-06-30' })).toBe('2021-01-01..2021-06-30');
    expect(describePeriod({ from: '2021-05-04', to: '2021-05-04' })).toBe('2021-05-04');
  });
});
