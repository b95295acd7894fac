import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearestNames } from '../src/nearest.js';

/** The edit distance by its definition, in exponential time: for short words only. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const replaced = distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(replaced, distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1);
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('nearestNames', () => {
  test.each([
    ['mwh', ['GJ', 'kWh', 'MWh', 'litre'], ['MWh', 'kWh', 'GJ']],
    ['kitten', ['sitting', 'kit', 'mitten', 'dog'], ['mitten', 'kit', 'sitting']],
    ['disel', ['petrol', 'diesel'], ['diesel', 'petrol']],
    ['', ['ab', 'a', 'abc', 'abcd'], ['a', 'ab', 'abc']],
    ['anything', [], []],
  ])('to %j among %j they are %j', (written, known, expected) => {
    expect(nearestNames(written, known)).toEqual(expected);
  });

  test('the fewest letters to insert, delete or replace come first, ties by the alphabet', () => {
    fc.assert(
      fc.property(
        words,
        fc.uniqueArray(words, { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (word, known, most) => {
          const expected = known
            .map((name) => ({ name, far: distance(word, name) }))
            .sort((a, b) => (a.far === b.far ? (a.name < b.name ? -1 : 1) : a.far - b.far))
            .slice(0, most)
            .map(({ name }) => name);
          expect(nearestNames(word, known, most)).toEqual(expected);
        },
      ),
    );
  });

  test('the order of the known names does not matter and a name that stands there twice counts once', () => {
    expect(nearestNames('ab', new Set(['b', 'a']))).toEqual(nearestNames('ab', ['a', 'b', 'a', 'b']));
    expect(nearestNames('ab', ['a', 'b', 'a', 'b'])).toEqual(['a', 'b']);
  });

  test('case is left aside in comparing and kept in the answer', () => {
    expect(nearestNames('TONNE', ['tonnes', 'Tonne'])).toEqual(['Tonne', 'tonnes']);
  });

  test('only the first 64 letters are compared, so that a long text costs no time', () => {
    const start = 'x'.repeat(64);
    expect(nearestNames(`${start}zzzz`, [`${start}b`, `${start}zzzz`, `${start}a`])).toEqual([
      `${start}a`,
      `${start}b`,
      `${start}zzzz`,
    ]);
    expect(nearestNames('x'.repeat(1_000_000), ['y', 'x'.repeat(1_000_000)], 1)).toEqual(['x'.repeat(1_000_000)]);
  });
});

describe('didYouMean', () => {
  test.each([
    [[], ''],
    [['MWh'], ' Did you mean MWh?'],
    [['MWh', 'kWh'], ' Did you mean MWh or kWh?'],
    [['MWh', 'kWh', 'GWh'], ' Did you mean MWh, kWh, or GWh?'],
  ])('of %j it is %j', (names, expected) => {
    expect(didYouMean(names)).toBe(expected);
  });

  test('any names are listed as Intl.ListFormat lists them in English', () => {
    const list = new Intl.ListFormat('en', { type: 'disjunction' });
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), (names) => {
        expect(didYouMean(names)).toBe(` Did you mean ${list.format(names)}?`);
      }),
    );
  });
});
