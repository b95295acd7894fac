import { describe, expect, test } from 'vitest';
import { numberOfDay } from '../../src/calendar/day-number.js';
import { monthOfDay } from '../../src/calendar/day-number.js';
import { addNights, nightsOfMonths, noNights } from '../../src/reception/nights-by-month.js';

function nightsOf(...stays: readonly (readonly [string, string])[]) {
  const nights = noNights(monthOfDay(numberOfDay('2021-01-01')), 4);
  for (const [from, to] of stays) addNights(nights, numberOfDay(from), numberOfDay(to));
  return nightsOfMonths(nights);
}

describe('nightsOfMonths', () => {
  test.each([
    ['none', [], [0, 0, 0, 0]],
    ['one night', [['2021-01-31', '2021-02-01']], [1, 0, 0, 0]],
    ['within a month', [['2021-02-03', '2021-02-10']], [0, 7, 0, 0]],
    ['over the end of a month', [['2021-01-30', '2021-02-03']], [2, 2, 0, 0]],
    ['over a whole month', [['2021-01-30', '2021-03-02']], [2, 28, 1, 0]],
    ['all of the months', [['2021-01-01', '2021-05-01']], [31, 28, 31, 30]],
    [
      'of several persons',
      [
        ['2021-01-01', '2021-05-01'],
        ['2021-01-30', '2021-03-02'],
        ['2021-04-30', '2021-05-01'],
      ],
      [33, 56, 32, 31],
    ],
  ] as const)('nights %s', (_, stays, expected) => {
    expect(nightsOf(...stays)).toEqual(expected);
  });
});
