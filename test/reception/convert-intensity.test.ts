import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { convertIntensity } from '../../src/reception/convert-intensity.js';
import { codesOf } from '../support/builders.js';

const period = { from: '2021-03-01', to: '2021-03-31' };
const register = orThrow(
  parseClientDays([
    {
      site: 'oulu',
      month: '2021-03',
      form: 'institution',
      clientDays: '300',
      accommodationNights: '280',
      placeDays: '0',
    },
    { site: 'oulu', month: '2021-03', form: 'private', clientDays: '260', accommodationNights: '0', placeDays: '0' },
  ]),
);
const perDay = quantity('10.5', 'kgCO2e/client-day');

describe('convertIntensity', () => {
  test('goes through the register: fewer nights than client-days carry the same kilograms', () => {
    const found = convertIntensity(perDay, register, { period, from: 'client-day', to: 'accommodation-night' });
    expect(orThrow(found)).toEqual(quantity('21', 'kgCO2e/accommodation-night'));
  });

  test('without any of the other denominator, or without a register of the period, there is no way', () => {
    expect(codesOf(convertIntensity(perDay, register, { period, from: 'client-day', to: 'place-day' }))).toEqual([
      'denominator-zero',
    ]);
    const april = { from: '2021-04-01', to: '2021-04-30' };
    const codes = codesOf(convertIntensity(perDay, register, { period: april, from: 'client-day', to: 'place-day' }));
    expect(new Set(codes)).toEqual(new Set(['client-days-missing']));
  });
});
