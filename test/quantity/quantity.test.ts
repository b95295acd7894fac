import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  quantity,
  quantityOf,
  quantitySchema,
  ratioOf,
  sumQuantities,
} from '../../src/quantity/quantity.js';
import type { Quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';
import { compared, exactText, numberTexts, plus, rational } from '../support/rational.js';

/** A quantity whose unit the compiler has been told wrongly. */
function disguised(value: string, unit: string): Quantity<'kgCO2e'> {
  return { value: new Decimal(value), unit: unit as 'kgCO2e' };
}

describe('quantity', () => {
  test('number and unit are kept as they are', () => {
    const { value, unit } = quantity('439.35002635', 'tCO2e');
    expect([decimalText(value), unit]).toEqual(['439.35002635', 'tCO2e']);
    expect(JSON.stringify(quantity(5n, 'kgCO2e/accommodation-night'))).toBe(
      '{"value":"5","unit":"kgCO2e/accommodation-night"}',
    );
  });

  test('a number the library does not read throws', () => {
    expect(() => quantity('1e9', 'kWh')).toThrow(HiilitaseError);
    expect(() => quantity(Number.NaN, 'kWh')).toThrow('NaN is not a number that can be read exactly.');
  });

  test.each(['mwh', 'kgCO2e/tCO2e', 'constructor', ''])('the unit %j throws', (unit) => {
    expect(() => quantity('1', unit as 'kWh')).toThrow(`"${unit}" is not a unit. [program-error]`);
  });
});

describe('quantityOf', () => {
  test('a Decimal is kept as it is', () => {
    const value = new Decimal('0.1');
    expect(quantityOf(value, 'kWh').value).toBe(value);
  });
});

describe('parseQuantity', () => {
  test('a record of value and unit is read', () => {
    expect(orThrow(parseQuantity({ value: '120000.00', unit: 'kWh' }, ['energy']))).toEqual(quantity('120000', 'kWh'));
    expect(orThrow(parseQuantity({ value: -5, unit: 'USD' }, ['EUR', 'USD']))).toEqual(quantity('-5', 'USD'));
  });

  test('JSON out and in is the same quantity', () => {
    fc.assert(
      fc.property(numberTexts, fc.constantFrom('kWh', 'MJ', 'litre'), (value, unit) => {
        const read = orThrow(parseQuantity({ value, unit }, ['energy', 'volume']));
        expect(orThrow(parseQuantity(JSON.parse(JSON.stringify(read)), ['energy', 'volume']))).toEqual(read);
      }),
    );
  });

  test('a unit nobody knows is named with the nearest that would fit here', () => {
    expect(issuesOf(parseQuantity({ value: '1', unit: 'mwh' }, ['energy']))).toEqual([
      {
        code: 'unknown-unit',
        severity: 'error',
        message: '"mwh" is not a unit. Did you mean MWh, GWh, or kWh? Units are spelled out and case counts.',
        detail: { unit: 'mwh', nearest: ['MWh', 'GWh', 'kWh'] },
        at: { path: 'unit' },
      },
    ]);
  });

  test('a unit of another dimension is named with those that fit', () => {
    expect(issuesOf(parseQuantity({ value: '1', unit: 'cubic-metre' }, ['mass', 'emissions']))).toEqual([
      {
        code: 'unit-mismatch',
        severity: 'error',
        message: 'The unit cubic-metre does not fit here. Use kg, tonne, kgCO2e, tCO2e.',
        detail: { from: 'cubic-metre', to: 'mass or emissions', allowed: ['kg', 'tonne', 'kgCO2e', 'tCO2e'] },
        at: { path: 'unit' },
      },
    ]);
  });

  test.each([
    [{ value: '1' }, 'missing-field', 'unit'],
    [{ unit: 'kWh' }, 'missing-field', 'value'],
    [{ value: '', unit: 'kWh' }, 'invalid-number', 'value'],
    [{ value: '1', unit: 'kWh', units: 'kWh' }, 'unknown-key', 'units'],
    [{ value: '1', unit: ['kWh'] }, 'unknown-unit', 'unit'],
    [{ value: '1', unit: 'kgCO2e/kWh' }, 'unknown-unit', 'unit'],
    [{ value: '1', unit: 'constructor' }, 'unknown-unit', 'unit'],
    ['1 kWh', 'invalid-value', undefined],
    [7, 'invalid-value', undefined],
  ])('%o is refused: %s', (input, code, path) => {
    expect(issuesOf(parseQuantity(input, ['energy'])).map((issue) => [issue.code, issue.at?.path])).toEqual([
      [code, path],
    ]);
  });

  test('all faults of a record come back at once', () => {
    const issues = issuesOf(parseQuantity({ value: '1,5', unit: 'kwh', note: 'x' }, ['energy']));
    expect(issues.map(({ code }) => code)).toEqual(['invalid-number', 'unknown-unit', 'unknown-key']);
  });
});

describe('quantitySchema', () => {
  test('it reads the same inside a larger schema', () => {
    const schema = quantitySchema(['area']);
    expect(orThrow(readWith(schema, { value: '75.5', unit: 'square-metre' }))).toEqual(
      quantity('75.5', 'square-metre'),
    );
    expect(issuesOf(readWith(schema, { value: '75.5', unit: 'km' })).map(({ code }) => code)).toEqual([
      'unit-mismatch',
    ]);
  });
});

describe('addQuantities', () => {
  test('two of one unit add up exactly', () => {
    const sum = addQuantities(quantity('100000000000000000000', 'kgCO2e'), quantity('0.1', 'kgCO2e'));
    expect(sum).toEqual(quantity('100000000000000000000.1', 'kgCO2e'));
  });

  test('two units throw where the types were bypassed', () => {
    expect(() => addQuantities(quantity('1', 'kgCO2e'), disguised('1', 'tCO2e'))).toThrow(
      'A quantity in tCO2e cannot be counted among quantities in kgCO2e. [program-error]',
    );
  });
});

describe('sumQuantities', () => {
  test('any number of quantities add up exactly', () => {
    fc.assert(
      fc.property(fc.array(numberTexts, { maxLength: 20 }), (texts) => {
        const sum = sumQuantities(
          'EUR',
          texts.map((text) => quantity(text, 'EUR')),
        );
        expect(decimalText(sum.value)).toBe(exactText(texts.map(rational).reduce(plus, rational('0'))));
        expect(sum.unit).toBe('EUR');
      }),
    );
  });

  test('of none it is zero of the unit', () => {
    expect(sumQuantities('place-day', [])).toEqual(quantity('0', 'place-day'));
  });

  test('a quantity of another unit throws, wherever it stands', () => {
    const mixed = [quantity('1', 'kgCO2e'), disguised('0', 'kg')];
    expect(() => sumQuantities('kgCO2e', mixed)).toThrow(HiilitaseError);
    expect(() => sumQuantities('kgCO2e', mixed.reverse())).toThrow(HiilitaseError);
  });
});

describe('compareQuantities', () => {
  test('they compare by size and not by text', () => {
    expect(compareQuantities(quantity('9', 'kWh'), quantity('10', 'kWh'))).toBeLessThan(0);
    expect(compareQuantities(quantity('10', 'kWh'), quantity('-9', 'kWh'))).toBeGreaterThan(0);
    expect(compareQuantities(quantity('1.50', 'kWh'), quantity('1.5', 'kWh'))).toBe(0);
  });

  test('the sign is that of the difference', () => {
    fc.assert(
      fc.property(numberTexts, numberTexts, (a, b) => {
        const difference = compared(rational(a), rational(b));
        const expected = difference === 0n ? 0 : difference < 0n ? -1 : 1;
        expect(Math.sign(compareQuantities(quantity(a, 'kWh'), quantity(b, 'kWh')))).toBe(expected);
      }),
    );
  });

  test('two units throw where the types were bypassed', () => {
    expect(() => compareQuantities(quantity('1', 'kgCO2e'), disguised('1', 'tCO2e'))).toThrow(
      'kgCO2e and tCO2e cannot be compared. [program-error]',
    );
  });
});

describe('ratioOf', () => {
  test('it is the size of the unit in base units', () => {
    expect((['kWh', 'cubic-metre', 'kg', 'EUR'] as const).map((unit) => decimalText(ratioOf(unit)))).toEqual([
      '3.6',
      '1000',
      '1',
      '1',
    ]);
  });
});
