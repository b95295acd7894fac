import { describe, expect, test } from 'vitest';
import { cellProducts } from '../../src/change/cell-products.js';
import { certainEffects } from '../../src/change/certain-effects.js';
import type { DecompositionValue } from '../../src/change/decomposition-table.js';
import { fixedLogarithms } from '../../src/change/fixed-logarithm.js';
import { lmdiEffects } from '../../src/change/lmdi.js';
import { effectsToSixtyDigits } from '../../src/change/lmdi-sixty-digits.js';
import { readCell } from '../../src/change/read-cell.js';
import { orThrow } from '../../src/outcome.js';

type Values = readonly DecompositionValue[];

function readValues(before: Values, after: Values) {
  const factors = before.map((_, index) => `factor ${index + 1}`);
  return orThrow(readCell({ key: 'all', before, after }, factors));
}

function certain(before: Values, after: Values) {
  const { values } = readValues(before, after);
  return certainEffects(values, cellProducts(values), fixedLogarithms());
}

const over = (numerator: DecompositionValue & (string | number), denominator: string | number) => ({
  numerator,
  denominator,
});

describe('certainEffects', () => {
  test('has the whole quanta that 60 digits have, and remainders in 2⁻⁶⁴ of one', () => {
    const { values } = readValues([10, 4, 3], [15, '3.7', 3]);
    const parts = certain([10, 4, 3], [15, '3.7', 3]) ?? [];
    const exact = effectsToSixtyDigits(values, cellProducts(values));
    expect(parts.map(({ quanta }) => quanta)).toEqual(exact.map(({ quanta }) => quanta));
    for (const [index, { rest }] of parts.entries()) {
      // The same remainder in the other measure, to 9 decimals of a quantum.
      expect((rest * 10n ** 9n) >> 64n).toBe((exact[index]?.rest ?? -1n) / 10n ** 31n);
    }
  });

  test('gives the whole change to a factor that moves alone, and nothing to any where none moves', () => {
    expect(certain([7, 3], [9, 3])).toEqual([
      { quanta: 6n * 10n ** 12n, rest: 0n },
      { quanta: 0n, rest: 0n },
    ]);
    expect(certain([1, over(1, 3)], [1, over(2, 3)])?.[1]).toEqual({
      quanta: 333_333_333_333n,
      rest: (1n << 64n) / 3n,
    });
    expect(certain([7, 3], [7, 3])?.map(({ quanta, rest }) => quanta + rest)).toEqual([0n, 0n]);
  });

  test('knows equal remainders where two factors move by the same ratio, however it is written', () => {
    for (const other of [
      certain(['1.1', '2.3', 5], ['2.2', '4.6', 5.1]),
      certain(['1.1', over(2, 3), 5], ['2.2', over(4, 3), 5.1]),
    ]) {
      expect(other).toHaveLength(3);
      expect(other?.[0]).toEqual(other?.[1]);
    }
  });

  test.each<[string, Values, Values]>([
    ['an effect is a whole number of quanta, as half of 75 is', [5, 5], [10, 10]],
    [
      'a factor moves by a hair, so that its effect lies next to zero',
      [5, '1'],
      [6, '1.000000000000000000000000000001'],
    ],
    ['two ratios differ by a hair, so that the remainders do', [1.1, '1.3'], [2.2, '2.600000000000000000000000000001']],
    ['effects all but cancel out', [2, 3], [3, '2.000000000000000000000000000001']],
    ['a factor moves by more than the tables reach', [1, 2], ['1000000000000', 3]],
    ['huge figures change places', ['123456789012345678901234567890', 2], [2, '123456789012345678901234567890']],
    [
      'figures are larger than the digits reach',
      ['123456789012345678901234567890', 2],
      ['123456789012345678901234567899', 3],
    ],
    ['a change of whole quanta lies between figures that are not', ['0.0000000000005', 1], ['0.0000000000015', 1]],
    [
      'the only effect lies next to a whole quantum',
      ['0.001', over(1, 1)],
      ['0.001', over('3', '1.000000000000000000000000000001')],
    ],
    [
      'the only effect lies next after a whole quantum',
      ['0.001', over(1, 1)],
      ['0.001', over('3', '0.999999999999999999999999999999')],
    ],
  ])('leaves it to 60 digits where %s', (_, before, after) => {
    expect(certain(before, after)).toBeUndefined();
    const cell = readValues(before, after);
    const products = cellProducts(cell.values);
    const exact = effectsToSixtyDigits(cell.values, products);
    expect(lmdiEffects(cell, products, fixedLogarithms())).toEqual(exact);
  });
});
