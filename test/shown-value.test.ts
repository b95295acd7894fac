import { describe, expect, test } from 'vitest';
import { quotedValue, shownValue } from '../src/shown-value.js';

const SIXTY_FOUR = 'x'.repeat(64);

describe('shownValue', () => {
  test.each([
    ['1 000', '1 000'],
    ['', ''],
    [SIXTY_FOUR, SIXTY_FOUR],
    [`${SIXTY_FOUR}y`, `${SIXTY_FOUR}…`],
    [-0.5, '-0.5'],
    [Number.NaN, 'NaN'],
    [10n ** 70n, `1${'0'.repeat(63)}…`],
    [true, 'true'],
    [undefined, 'undefined'],
    [null, 'null'],
    [[1, 2], 'a list'],
    [{ a: 1 }, 'a record'],
    [new Date(0), 'a record'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
  ])('%o is shown as %j', (input, expected) => {
    expect(shownValue(input)).toBe(expected);
  });

  test('a text is never cut inside a letter', () => {
    expect(shownValue(`x${'\u{1F331}'.repeat(40)}`)).toMatch(/^x(?:\u{1F331})+…$/u);
  });

  test('a hostile record cannot make a message fail, since nothing of it is called', () => {
    const refuse = () => {
      throw new Error('called');
    };
    const hostile = new Proxy({}, { get: refuse, ownKeys: refuse, getPrototypeOf: refuse });
    expect(shownValue(hostile)).toBe('a record');
    expect(shownValue({ toString: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse })).toBe('a record');
  });
});

describe('quotedValue', () => {
  test.each([
    ['1"0\n', '"1\\"0\\n"'],
    ['12', '"12"'],
    [12, '12'],
    [[], 'a list'],
    [`${SIXTY_FOUR}y`, `"${SIXTY_FOUR}…"`],
  ])('%o is shown as %s: text can be told from a number', (input, expected) => {
    expect(quotedValue(input)).toBe(expected);
  });
});
