import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activitiesOfReturns,
  calendarYear,
  completeReturns,
  orThrow,
  parseAskedSites,
  parseClientDays,
  parseSupplierReturns,
} from '../../src/index.js';
import type { CompletedReturns, SupplierReturn } from '../../src/index.js';
import { dateAfter, decimals } from '../support/arbitraries.js';
import { over, rational, roundedHalfEven, times } from '../support/rational.js';

const SITES = ['a', 'b', 'c', 'd'] as const;
const heat = { network: 'town', contractHolder: 'landlord' };
const asked = orThrow(parseAskedSites(SITES.map((site) => ({ site, heat: { unit: 'kWh', ...heat } }))));
const months = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}`);
const register = orThrow(
  parseClientDays(
    SITES.flatMap((site, place) =>
      months.map((month) => ({
        site,
        month,
        form: 'apartment',
        clientDays: String(90 + 7 * place),
        accommodationNights: '10',
        placeDays: '100',
      })),
    ),
  ),
);

const energy = fc.record({ value: decimals(6, 4), unit: fc.constantFrom('kWh', 'MWh', 'GJ') });

function aReturn(id: string, site: string, [from, days]: readonly [string, number], amount: object) {
  return {
    id,
    site,
    period: { from, to: dateAfter(from, days - 1) },
    source: 'invented',
    heat: { ...heat, ...amount },
  };
}

/** At most one return of each site: so many days from the first of the year. */
const returns: fc.Arbitrary<readonly SupplierReturn[]> = fc
  .tuple(
    ...SITES.map((site) =>
      fc.option(fc.tuple(fc.integer({ min: 1, max: 365 }), energy).map((one) => [site, ...one] as const)),
    ),
  )
  .map((rows) =>
    orThrow(
      parseSupplierReturns(
        rows.flatMap((row) => (row === null ? [] : [aReturn(`r-${row[0]}`, row[0], ['2021-01-01', row[1]], row[2])])),
      ),
    ),
  );

function completed(answers: readonly SupplierReturn[], atLeast = '0.5'): CompletedReturns {
  const gapFill = { rule: 'median-of-form', atLeastSites: 2 } as const;
  const period = calendarYear(2021);
  return orThrow(
    completeReturns(answers, { period, asked, register, per: 'client-day', annualise: { atLeast }, gapFill }),
  );
}

describe('completing supplier returns', () => {
  test('a full year answered leaves nothing to fill: the activities are those of the returns', () => {
    fc.assert(
      fc.property(fc.tuple(...SITES.map(() => energy)), (amounts) => {
        const rows = SITES.map((site, index) => aReturn(`r-${site}`, site, ['2021-01-01', 365], amounts[index] ?? {}));
        const answers = orThrow(parseSupplierReturns(rows));
        const { activities, status, silent, unfilled } = completed(answers, '1');
        expect(activities).toEqual(activitiesOfReturns(answers));
        expect(new Set(status.map((one) => one.status))).toEqual(new Set(['measured']));
        expect([silent, unfilled]).toEqual([[], []]);
      }),
    );
  });

  test('every site has one status, and the order of the returns does not matter', () => {
    fc.assert(
      fc.property(returns, (answers) => {
        const result = completed(answers);
        expect(result.status.map(({ site }) => site)).toEqual([...SITES]);
        expect(completed([...answers].reverse())).toEqual(result);
        const found = result.status.flatMap(({ site, status }) => (status === 'unfilled' ? [site] : []));
        expect(result.unfilled.map(({ site }) => site)).toEqual(found);
      }),
    );
  });

  test('an annualised amount is value × days of the year ÷ days covered, rounded once', () => {
    fc.assert(
      fc.property(energy, fc.integer({ min: 1, max: 364 }), ({ value, unit }, days) => {
        const answers = orThrow(parseSupplierReturns([aReturn('r', 'a', ['2021-01-01', days], { value, unit })]));
        const [first] = completed(answers, '0.0000001').status;
        const inKwh = { kWh: rational('1'), MWh: rational('1000'), GJ: over(rational('1000'), rational('3.6')) }[unit];
        const exact = over(times(times(rational(value), inKwh), rational('365')), rational(String(days)));
        expect(first?.amount?.value.toFixed()).toBe(roundedHalfEven(exact, 12));
      }),
    );
  });

  test('a return cut in two at any day gives the same amounts', () => {
    fc.assert(
      fc.property(
        energy,
        energy,
        fc.integer({ min: 2, max: 365 }),
        fc.nat(363),
        ({ value, unit }, other, days, cut) => {
          const first = 1 + (cut % (days - 1));
          const rest = [
            aReturn('r-b', 'b', ['2021-01-01', 365], other),
            aReturn('r-c', 'c', ['2021-01-01', 365], other),
          ];
          // Half of a value with four decimals has five: nothing is rounded.
          const text = roundedHalfEven(over(rational(value), rational('2')), 5);
          const halves = [
            aReturn('r-1', 'a', ['2021-01-01', first], { value: text, unit }),
            aReturn('r-2', 'a', [dateAfter('2021-01-01', first), days - first], { value: text, unit }),
          ];
          const whole = [aReturn('r', 'a', ['2021-01-01', days], { value, unit })];
          const amountsOf = (rows: readonly object[]) =>
            completed(orThrow(parseSupplierReturns([...rows, ...rest]))).status.map(({ status, amount }) => [
              status,
              amount,
            ]);
          expect(amountsOf(halves)).toEqual(amountsOf(whole));
        },
      ),
    );
  });
});
