import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { changeFigures } from '../../src/report/change-figures.js';
import { codesOf } from '../support/builders.js';
import { aSide } from '../support/reception-side.js';

const before = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 100, euros: 100000 }]);
const after = aSide(2020, [{ site: 'oulu', form: 'institution', nights: 200, euros: 120000 }]);
const register = [...before.register, ...after.register];
const years = [
  { year: 2020, inventory: after.inventory },
  { year: 2018, inventory: before.inventory },
];
const options = {
  from: 2018,
  to: 2020,
  per: 'accommodation-night',
  scope2: 'location-based',
  numerator: { selection: 'reception-purchases', products: ['reception-services'] },
  rule: { method: 'shapley' },
} as const;

describe('changeFigures', () => {
  test('states causes, waterfall and sentence of a change, whatever the order of the years', () => {
    const figures = orThrow(changeFigures(years, register, options));
    // Nights 100 and 200, 1 000 € and 600 € a night, price steps 1.1 and 11/12, 0.3 kg. The mean over the 24 orders, in exact
    // fractions: 73150/3, −53900/3 and −19250/3 kg; the quantum that rounding down leaves goes to the first of equal remainders.
    expect(figures.before).toBe('33');
    expect(figures.after).toBe('33');
    expect(figures.change).toBe('0');
    expect(figures.waterfall.at(-1)?.level).toBe('33');
    expect(figures.causes.map(({ name, endToEnd }) => [name, endToEnd])).toEqual([
      ['outside-reception', '0'],
      ['without-nights', '0'],
      ['accommodation-nights', '24.383333333333334'],
      ['share of the form', '0'],
      ['amount per accommodation-night', '-17.966666666666667'],
      ['exchange rate', '0'],
      ['price level', '-6.416666666666667'],
      ['emission factor', '0'],
    ]);
    expect(figures.causes.every(({ endToEnd, yearByYear }) => endToEnd === yearByYear)).toBe(true);
    expect(figures.text).toBe(
      'From 2018 to 2020 the emissions of purchases of reception-services stayed at 33.0 t: accommodation-nights +24.4 t, amount per accommodation-night −18.0 t, price level −6.4 t.',
    );
  });

  test('what cannot be explained is an issue', () => {
    expect(new Set(codesOf(changeFigures(years, [], options)))).toEqual(new Set(['client-days-missing']));
  });
});
