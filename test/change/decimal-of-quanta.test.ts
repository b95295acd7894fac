import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOfQuanta } from '../../src/change/decimal-of-quanta.js';
import { Decimal, ZERO } from '../../src/decimal.js';
import { fixedText, plainText } from '../support/rational.js';

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

describe('decimalOfQuanta', () => {
  test('a quantum is the twelfth decimal', () => {
    expect(decimalOfQuanta(-1n)).toEqual(new Decimal('-0.000000000001'));
    expect(decimalOfQuanta(0n)).toBe(ZERO);
  });

  test.each([
    ['at the end of what a JavaScript number holds', MOST - 1n],
    ['just past it', MOST],
    ['with whole kilograms at the end of it', MOST * 10n ** 12n - 1n],
    ['and just past it', MOST * 10n ** 12n],
    ['far past it', -(10n ** 60n) - 1n],
    ['a power of ten', 10n ** 19n],
    ['a word of noughts', 10n ** 5n],
    ['the last word alone', 99_999n],
  ])('%s', (_, quanta) => {
    for (const each of [quanta, -quanta]) {
      const decimal = decimalOfQuanta(each);
      expect(decimal).toEqual(new Decimal(plainText(fixedText(each, 12))));
      expect(decimal.constructor).toBe(Decimal);
    }
  });

  test('is the decimal that is read from the digits, and calculates like one', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.integer({ min: 0, max: 39 }),
        (digits, less) => {
          const quanta = digits / 10n ** BigInt(less);
          const decimal = decimalOfQuanta(quanta);
          expect(decimal).toEqual(new Decimal(plainText(fixedText(quanta, 12))));
          expect(decimal.plus(decimal)).toEqual(decimalOfQuanta(2n * quanta));
        },
      ),
      { numRuns: 500 },
    );
  });
});
