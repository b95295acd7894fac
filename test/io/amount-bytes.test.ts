import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountForm, centsOfBytes } from '../../src/io/amount-bytes.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import { canonicalNumber } from '../../src/io/local-text.js';
import { orThrow } from '../../src/outcome.js';
import { bytesOf } from '../support/bytes.js';
import { layoutOf } from '../support/ledger-files.js';

const layouts = fc
  .record({
    decimal: fc.constantFrom('comma', 'point'),
    thousands: fc.constantFrom('none', 'space', 'comma', 'point', 'apostrophe'),
    negatives: fc.constantFrom(undefined, 'minus-sign', 'trailing-hyphen', 'parentheses'),
  })
  .map((changes) => parseLedgerLayout(layoutOf(changes)))
  .filter((read) => read.ok)
  .map(orThrow);

/** The cents of a text as a whole number of any size, or nothing where it is no amount of at most two decimals. */
function exactCents(text: string, layout: LedgerLayout): bigint | undefined {
  const canonical = canonicalNumber(text, layout);
  const parts = canonical === undefined ? null : /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(canonical);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  const size = BigInt(whole + fraction.padEnd(2, '0'));
  return sign === '-' ? -size : size;
}

function centsOf(text: string, layout: LedgerLayout, around: readonly [string, string] = ['', '']): number {
  const bytes = bytesOf(`${around[0]}${text}${around[1]}`);
  return centsOfBytes(bytes, around[0].length, bytes.length - around[1].length, amountForm(layout));
}

describe('centsOfBytes', () => {
  test('is the exact amount of the text in cents, or leaves it to be read as text', () => {
    const text = fc.string({ unit: fc.constantFrom('0', '1', '9', '5', ',', '.', ' ', "'", '-', 'x'), maxLength: 12 });
    fc.assert(
      fc.property(text, layouts, (written, layout) => {
        const cents = centsOf(written, layout);
        if (!Number.isNaN(cents)) expect(BigInt(cents)).toBe(exactCents(written, layout));
      }),
      { numRuns: 3_000 },
    );
  });

  test('what stands behind a field is not part of its amount', () => {
    const layout = orThrow(parseLedgerLayout(layoutOf({ decimal: 'comma', thousands: 'space' })));
    const neighbours = [
      ['', '5'],
      ['', ',5'],
      ['', '5,00'],
      ['7', ' 000'],
    ] as const;
    for (const around of neighbours) {
      expect(centsOf('1', layout, around)).toBe(100);
      expect(centsOf('1,2', layout, around)).toBe(120);
      expect(centsOf('1 234,56', layout, around)).toBe(123_456);
    }
  });

  test.each([
    ['comma', 'none', '1234,5', 123_450],
    ['comma', 'point', '-1.234.567,89', -123_456_789],
    ['point', 'comma', '1,234.56', 123_456],
    ['point', 'apostrophe', "12'345", 1_234_500],
    ['comma', 'space', '999 999 999 999,99', 99_999_999_999_999],
    ['comma', 'none', '9999999999999,99', 999_999_999_999_999],
    ['comma', 'none', '-0,00', 0],
  ])('decimal %s and thousands %s: %s', (decimal, thousands, text, cents) => {
    expect(centsOf(text, orThrow(parseLedgerLayout(layoutOf({ decimal, thousands }))))).toBe(cents);
  });

  test.each([
    ['a fourteenth digit, beyond which cents may not be exact', '99999999999999,99'],
    ['a fourteenth digit in groups', '99 999 999 999 999,99'],
    ['a third decimal', '1,234'],
    ['a third decimal that is zero', '1,230'],
    ['a group of two', '1 23'],
    ['a group of four', '1 2345'],
    ['four digits before a group', '1234 567'],
    ['a separator at the end', '1 234 '],
    ['nothing', ''],
    ['a sign alone', '-'],
    ['a decimal sign alone', ','],
    ['no digit behind the decimal sign', '1,'],
    ['a letter behind it', '1,x'],
    ['a letter as second decimal', '1,2x'],
  ])('%s is left to be read as text', (_, text) => {
    const layout = orThrow(parseLedgerLayout(layoutOf({ decimal: 'comma', thousands: 'space' })));
    expect(centsOf(text, layout)).toBeNaN();
  });
});
