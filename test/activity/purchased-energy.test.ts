import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { purchasedElectricitySchema, purchasedHeatSchema } from '../../src/activity/purchased-energy.js';
import type { ContractHolder } from '../../src/activity/common-fields.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const common = { id: 'e-1', date: '2021-02-01', amount: { value: '80', unit: 'MWh' }, contractHolder: 'landlord' };

describe.each([
  ['purchasedElectricitySchema', purchasedElectricitySchema, { kind: 'purchased-electricity' }, 'grid'],
  ['purchasedHeatSchema', purchasedHeatSchema, { kind: 'purchased-heat' }, 'network'],
] as const)('%s', (_, one, kind, key) => {
  // What the two have in common is enough here.
  const schema: z.ZodType<{ contractHolder: ContractHolder }> = one;
  const energy = { ...common, ...kind, [key]: 'somewhere' };
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(schema, { ...energy, ...changes })).map(({ code, at }) => [code, at?.path]);

  test(`it names its ${key}, its energy and whose contract it is`, () => {
    expect(orThrow(readWith(schema, energy))).toEqual({ ...energy, amount: quantity('80', 'MWh') });
  });

  test.each(['reporter', 'landlord'])('the contract may be held by the %s', (contractHolder) => {
    expect(orThrow(readWith(schema, { ...energy, contractHolder })).contractHolder).toBe(contractHolder);
  });

  test('the holder of the contract is never guessed', () => {
    expect(faults({ contractHolder: undefined })).toEqual([['missing-field', 'contractHolder']]);
    expect(faults({ contractHolder: 'tenant' })).toEqual([['invalid-value', 'contractHolder']]);
  });

  test.each([
    [{ [key]: undefined }, 'missing-field', key],
    [{ [key]: '' }, 'invalid-value', key],
    [{ amount: { value: '80', unit: 'litre' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-80', unit: 'MWh' } }, 'negative-amount', 'amount'],
    [{ fuel: 'wood' }, 'unknown-key', 'fuel'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });
});
