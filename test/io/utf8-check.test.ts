import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { utf8Check, zeroCheck } from '../../src/io/utf8-check.js';

const elsewhere = () => vi.stubGlobal('process', undefined);
afterEach(() => vi.unstubAllGlobals());

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 40, min: 1 }),
);

describe('checks of bytes', () => {
  test('say the same in Node and elsewhere', () => {
    const [isUtf8, holdsZero] = [utf8Check(), zeroCheck()];
    elsewhere();
    const [isUtf8Elsewhere, holdsZeroElsewhere] = [utf8Check(), zeroCheck()];
    fc.assert(
      fc.property(bytes, (given) => {
        expect(isUtf8(given)).toBe(isUtf8Elsewhere(given));
        expect(holdsZero(given)).toBe(holdsZeroElsewhere(given));
        expect(holdsZero(given)).toBe([...given].includes(0));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['the first', [0, 65, 65], true],
    ['the last', [65, 65, 0], true],
    ['none', [65, 65, 65], false],
    ['no byte at all', [], false],
  ])('%s of the bytes is zero', (_, given, found) => {
    expect(zeroCheck()(new Uint8Array(given))).toBe(found);
    elsewhere();
    expect(zeroCheck()(new Uint8Array(given))).toBe(found);
  });

  test('only the bytes of a part of an array are looked at', () => {
    const whole = new Uint8Array([0, 65, 0xff, 0]);
    expect(zeroCheck()(whole.subarray(1, 3))).toBe(false);
    expect(utf8Check()(whole.subarray(0, 2))).toBe(true);
    expect(utf8Check()(whole)).toBe(false);
  });
});
