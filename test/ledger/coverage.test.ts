import { describe, expect, test } from 'vitest';
import { Decimal, ZERO } from '../../src/decimal.js';
import { assertNothingLost } from '../../src/ledger/coverage.js';
import { HiilitaseError } from '../../src/outcome.js';

describe('assertNothingLost', () => {
  const read = { rows: 2, amount: new Decimal('3') };

  test('rows and money that went in are those that came out', () => {
    expect(() =>
      assertNothingLost(read, [
        { rows: 1, amount: new Decimal('1') },
        { rows: 1, amount: new Decimal('2') },
      ]),
    ).not.toThrow();
  });

  test.each([
    ['a lost row', [{ rows: 1, amount: new Decimal('3') }]],
    ['a lost cent', [{ rows: 2, amount: new Decimal('2.99') }]],
    ['nothing at all', [{ rows: 0, amount: ZERO }]],
  ])('%s throws', (_, parts) => {
    expect(() => assertNothingLost(read, parts)).toThrow(HiilitaseError);
  });
});
