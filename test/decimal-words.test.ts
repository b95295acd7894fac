import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, ONE, ZERO } from '../src/decimal.js';
import { decimalOfHundredths, decimalOfQuanta, exponentOfLastWord, wholeOf } from '../src/decimal-words.js';
import { numberTexts } from './support/rational.js';

/** Everything that decimal.js keeps of a number, whatever it may be. */
const inside = (value: Decimal) => ({
  fields: Object.fromEntries(Reflect.ownKeys(value).map((name) => [name, Reflect.get(value, name) as unknown])),
  prototype: Object.getPrototypeOf(value) as unknown,
});

describe('decimalOfHundredths', () => {
  test('is the number that decimal.js reads from text, in every field', () => {
    const hundredths = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -200, max: 200 }),
      fc.constantFrom(2 ** 52, -(2 ** 52), 10 ** 15, 99, -1),
    );
    fc.assert(
      fc.property(hundredths, (many) => {
        const expected = many === 0 ? ZERO : new Decimal(`${many}e-2`);
        expect(inside(decimalOfHundredths(many))).toEqual(inside(expected));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('decimalOfQuanta', () => {
  test('is the number that decimal.js reads from text, in every field', () => {
    const sizes = fc.bigInt({ min: 0n, max: 60n }).chain((digits) => fc.bigInt({ min: 0n, max: 10n ** digits }));
    const quanta = fc.tuple(sizes, fc.nat({ max: 20 }), fc.constantFrom(1n, -1n));
    fc.assert(
      fc.property(quanta, ([size, zeros, sign]) => {
        const many = sign * size * 10n ** BigInt(zeros);
        expect(inside(decimalOfQuanta(many))).toEqual(inside(many === 0n ? ZERO : new Decimal(`${many}e-12`)));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [0n, '0'],
    [1n, '0.000000000001'],
    [-1n, '-0.000000000001'],
    [99_999n, '0.000000099999'],
    [100_000n, '0.0000001'],
    [999_999_999_999n, '0.999999999999'],
    [10n ** 12n, '1'],
    [-(10n ** 19n), '-10000000'],
    [9_999_999_999_999_999_999n, '9999999.999999999999'],
    [10n ** 26n, '100000000000000'],
    // The last number of units that a number of JavaScript holds, and the next one.
    [(2n ** 53n - 1n) * 10n ** 12n + 1n, '9007199254740991.000000000001'],
    [2n ** 53n * 10n ** 12n + 1n, '9007199254740992.000000000001'],
  ])('%d quanta are %s', (quanta, text) => {
    expect(decimalOfQuanta(quanta).toFixed()).toBe(text);
    expect(inside(decimalOfQuanta(quanta))).toEqual(inside(new Decimal(text)));
  });

  test('a number made of words calculates like any other', () => {
    const made = decimalOfQuanta(1_234_567_890_123_456_789n);
    expect(made.times(made).minus(made).toFixed()).toBe('1524156640755.993551562262998750190521');
    expect(made.dividedBy(made).equals(ONE)).toBe(true);
  });
});

describe('wholeOf and exponentOfLastWord', () => {
  test('together are the number: whole digits times a power of ten', () => {
    fc.assert(
      fc.property(numberTexts, (text) => {
        const value = new Decimal(text);
        const again = new Decimal(`${wholeOf(value)}e${exponentOfLastWord(value)}`);
        expect(again.equals(value)).toBe(true);
      }),
    );
  });
});
