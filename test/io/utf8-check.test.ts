import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { utf8Check, zeroCheck } from '../../src/io/utf8-check.js';

const outsideNode = () => vi.stubGlobal('process', undefined);
afterEach(() => vi.unstubAllGlobals());

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 40, min: 1 }),
);

describe('checks of bytes', () => {
  test('say the same in Node and elsewhere', () => {
    const [isUtf8, holdsZero] = [utf8Check(), zeroCheck()];
    outsideNode();
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

  // What UTF-8 is, not what a platform takes it for: overlong forms, surrogates and past the last character are none.
  test.each([
    [true, []],
    [true, [0x61, 0xc3, 0xa4]],
    [true, [0xf0, 0x9f, 0x8c, 0xb1]],
    [false, [0xe4]],
    [false, [0xc0, 0x80]],
    [false, [0xed, 0xa0, 0x80]],
    [false, [0xf5, 0x80, 0x80, 0x80]],
  ])('%s is said of %j in Node and elsewhere', (isUtf8, given) => {
    expect(utf8Check()(Uint8Array.from(given))).toBe(isUtf8);
    outsideNode();
    expect(utf8Check()(Uint8Array.from(given))).toBe(isUtf8);
  });

  test.each([
    ['the first', [0, 65, 65], true],
    ['the last', [65, 65, 0], true],
    ['none', [65, 65, 65], false],
    ['no byte at all', [], false],
  ])('%s of the bytes is zero', (_, given, found) => {
    expect(zeroCheck()(new Uint8Array(given))).toBe(found);
    outsideNode();
    expect(zeroCheck()(new Uint8Array(given))).toBe(found);
  });

  test('only the bytes of a part of an array are looked at', () => {
    const whole = new Uint8Array([0, 65, 0xff, 0]);
    expect(zeroCheck()(whole.subarray(1, 3))).toBe(false);
    expect(utf8Check()(whole.subarray(0, 2))).toBe(true);
    expect(utf8Check()(whole)).toBe(false);
  });
});
