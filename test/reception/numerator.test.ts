import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { describeNumerator, numeratorLines } from '../../src/reception/numerator.js';
import type { ReceptionNumerator } from '../../src/reception/numerator.js';
import { aLine } from '../support/builders.js';

const register = orThrow(
  parseClientDays([
    { site: 'oulu', month: '2018-01', form: 'transit', clientDays: '1', accommodationNights: '1', placeDays: '1' },
  ]),
);
const lines = [
  aLine('1', { id: 'service', product: 'reception-services', site: 'oulu' }),
  aLine('1', { id: 'other-purchase', product: 'ict', site: 'oulu' }),
  aLine('1', { id: 'heat', kind: 'purchased-heat', site: 'oulu' }),
  aLine('1', { id: 'rented', kind: 'leased-premises', site: 'oulu' }),
  aLine('1', { id: 'office-heat', kind: 'purchased-heat', site: 'head-office' }),
  aLine('1', { id: 'heat-somewhere', kind: 'purchased-heat' }),
  aLine('1', { id: 'flight', kind: 'flight', site: 'oulu' }),
];
const products = ['reception-services'];

describe('a numerator', () => {
  test.each<[ReceptionNumerator, readonly string[], string]>([
    [{ selection: 'reception-purchases', products }, ['service'], 'purchases of reception-services'],
    [
      { selection: 'reception-purchases-and-premises', products },
      ['service', 'heat', 'rented'],
      'purchases of reception-services, and the energy of the reception sites',
    ],
    [{ selection: 'whole-agency' }, lines.map(({ id }) => id), 'everything the organisation reports'],
  ])('%o counts just what its words say', (numerator, ids, words) => {
    expect(lines.filter(numeratorLines(numerator, register)).map(({ id }) => id)).toEqual(ids);
    expect(describeNumerator(numerator)).toBe(words);
  });
});
