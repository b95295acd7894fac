import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratioOfText } from '../../src/change/ratio-of-text.js';
import { parseDecimal } from '../../src/decimal.js';
import { equalRatios, ratioOfDecimal } from '../../src/exact-ratio.js';
import { orThrow } from '../../src/outcome.js';

describe('ratioOfText', () => {
  test.each([
    ['0', 0n, 0],
    ['007', 7n, 0],
    ['12.50', 1250n, -2],
    ['0.00000000000001', 1n, -14],
    ['999999999999999', 999_999_999_999_999n, 0],
    ['9.99999999999999', 999_999_999_999_999n, -14],
  ])('%s', (text, above, exponent) => {
    expect(ratioOfText(text)).toEqual({ above, below: 1n, exponent });
  });

  test.each(['', '.', '.5', '5.', '1.2.3', '-1', '+1', '1e3', ' 1', '1_0', 'NaN', '٣'])(
    '%j is left to others',
    (text) => {
      expect(ratioOfText(text)).toBeUndefined();
    },
  );

  test.each(['1000000000000000', '1.000000000000000', '12345678901234567'])(
    '%s has more digits than a JavaScript number surely holds',
    (text) => {
      expect(ratioOfText(text)).toBeUndefined();
    },
  );

  test('what it reads is a number that the library reads, and the same one', () => {
    const texts = fc.string({ unit: fc.constantFrom('0', '1', '5', '9', '.', '-', 'e'), maxLength: 18 });
    fc.assert(
      fc.property(texts, (text) => {
        const short = ratioOfText(text);
        fc.pre(short !== undefined);
        expect(equalRatios(short, ratioOfDecimal(orThrow(parseDecimal(text))))).toBe(true);
      }),
    );
  });
});
