import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { readinessOf } from '../../src/reception/readiness.js';
import { codesOf } from '../support/builders.js';

const JANUARY = { from: '2021-01-01', to: '2021-01-31' };
const row = (site: string, form: string, accommodationNights: string, placeDays: string) => ({
  site,
  month: '2021-01',
  form,
  clientDays: '100',
  accommodationNights,
  placeDays,
});
const readiness = (...rows: readonly unknown[]) => readinessOf(orThrow(parseClientDays(rows)), JANUARY);

describe('readinessOf', () => {
  test('an empty place of one site does not make up for a crowded other one', () => {
    const found = readiness(
      row('oulu', 'institution', '60', '100'),
      row('kemi', 'institution', '110', '100'),
      row('oulu', 'private', '0', '0'),
    );
    expect(orThrow(found)).toEqual({
      placeDays: quantity('200', 'place-day'),
      emptyPlaceDays: quantity('40', 'place-day'),
      crowdedNights: quantity('10', 'accommodation-night'),
      share: new Decimal('0.2'),
    });
  });

  test('where no places are kept there is no share of them', () => {
    expect(orThrow(readiness(row('oulu', 'private', '0', '0')))).not.toHaveProperty('share');
  });

  test('a month that is missing is an issue here as well', () => {
    expect(codesOf(readinessOf([], JANUARY))).toEqual(['client-days-missing']);
  });
});
