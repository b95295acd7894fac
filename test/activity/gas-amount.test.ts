import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { amountSchema } from '../../src/activity/common-fields.js';
import { checkGas } from '../../src/activity/gas-amount.js';
import { readWith, textSchema } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const schema = z
  .strictObject({ gas: z.optional(textSchema), amount: amountSchema('emissions', 'mass') })
  .superRefine(checkGas);

describe('checkGas', () => {
  test.each([
    ['kg', 'N2O'],
    ['tonne', 'CO2'],
    ['kgCO2e', undefined],
    ['tCO2e', undefined],
  ])('an amount in %s of the gas %s says all it has to', (unit, gas) => {
    expect(readWith(schema, { gas, amount: { value: '1', unit } }).ok).toBe(true);
  });

  test.each(['kg', 'tonne'])('an amount in %s without its gas is an issue', (unit) => {
    expect(issuesOf(readWith(schema, { amount: { value: '1', unit } }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: `An amount in ${unit} needs its gas, for example "gas": "CH4-fossil"; or give it in kgCO2e.`,
        detail: { value: 'no gas', expected: 'a gas', nearest: [] },
        at: { path: 'gas' },
      },
    ]);
  });

  test.each(['kgCO2e', 'tCO2e'])('a gas with an amount in %s would be weighed twice', (unit) => {
    expect(issuesOf(readWith(schema, { gas: 'N2O', amount: { value: '1', unit } }))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: `An amount in ${unit} is weighed already: leave out the gas N2O, or give the mass of the gas in kg.`,
        detail: { value: 'N2O', expected: 'no gas', nearest: [] },
        at: { path: 'gas' },
      },
    ]);
  });
});
