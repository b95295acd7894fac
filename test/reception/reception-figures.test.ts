import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { receptionFigures } from '../../src/reception/reception-figures.js';
import { receptionIntensity } from '../../src/reception/reception-intensity.js';
import { aLine, anInventory, codesOf } from '../support/builders.js';

const JANUARY = { from: '2018-01-01', to: '2018-01-31' };
const row = { site: 'oulu', month: '2018-01', form: 'institution' };
const register = orThrow(
  parseClientDays([{ ...row, clientDays: '500', accommodationNights: '400', placeDays: '800' }]),
);
const inventory = anInventory(
  [
    aLine('2000', { id: 'a', site: 'oulu', product: 'reception-services' }),
    aLine('300', { id: 'b', site: 'oulu', product: 'reception-services', tags: ['start-up', 'furniture'] }),
    aLine('50', { id: 'c', product: 'ict', tags: ['start-up'] }),
  ],
  { period: JANUARY },
);
const options = {
  scope2: 'location-based',
  numerator: { selection: 'reception-purchases', products: ['reception-services'] },
} as const;

describe('receptionFigures', () => {
  test('states one numerator per night, client-day and place-day, with one-off purchases and readiness apart', () => {
    expect(orThrow(receptionFigures(inventory, register, { ...options, oneOffTags: ['start-up'] }))).toEqual({
      counted: 'purchases of reception-services',
      scope2: 'location-based',
      emissions: quantity('2', 'tCO2e'),
      oneOff: quantity('0.3', 'tCO2e'),
      perNight: {
        days: quantity('400', 'accommodation-night'),
        intensity: quantity('5', 'kgCO2e/accommodation-night'),
      },
      perClientDay: { days: quantity('500', 'client-day'), intensity: quantity('4', 'kgCO2e/client-day') },
      perPlaceDay: { days: quantity('800', 'place-day'), intensity: quantity('2.5', 'kgCO2e/place-day') },
      readiness: {
        placeDays: quantity('800', 'place-day'),
        emptyPlaceDays: quantity('400', 'place-day'),
        crowdedNights: quantity('0', 'accommodation-night'),
        share: new Decimal('0.5'),
      },
    });
  });

  test('without one-off tags everything selected is in the figure', () => {
    const figures = orThrow(receptionFigures(inventory, register, { ...options, oneOffTags: [] }));
    expect(figures.emissions).toEqual(quantity('2.3', 'tCO2e'));
    expect(figures.oneOff).toEqual(quantity('0', 'tCO2e'));
  });

  test('a denominator of zero is an issue, and so is a month that is not known', () => {
    const noPlaces = orThrow(parseClientDays([{ ...row, clientDays: '5', accommodationNights: '4', placeDays: '0' }]));
    expect(codesOf(receptionFigures(inventory, noPlaces, { ...options, oneOffTags: [] }))).toEqual([
      'denominator-zero',
    ]);
    expect(new Set(codesOf(receptionFigures(inventory, [], { ...options, oneOffTags: [] })))).toEqual(
      new Set(['client-days-missing']),
    );
  });
});

describe('receptionIntensity with a breakdown', () => {
  test('by site, form or month it is the breakdown', () => {
    const found = receptionIntensity(inventory, register, { scope2: 'location-based', per: 'client-day', by: 'form' });
    expect(orThrow(found).parts.map(({ key, intensity }) => [key, intensity])).toEqual([
      ['institution', quantity('4.6', 'kgCO2e/client-day')],
    ]);
  });
});
