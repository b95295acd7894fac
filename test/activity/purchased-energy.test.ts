import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  purchasedCoolingSchema,
  purchasedElectricitySchema,
  purchasedHeatSchema,
  purchasedSteamSchema,
  vehicleElectricitySchema,
} from '../../src/activity/purchased-energy.js';
import type { ContractHolder } from '../../src/activity/common-fields.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const common = { id: 'e-1', date: '2021-02-01', amount: { value: '80', unit: 'MWh' }, contractHolder: 'landlord' };

describe.each([
  ['purchasedElectricitySchema', purchasedElectricitySchema, { kind: 'purchased-electricity' }, 'grid'],
  ['purchasedHeatSchema', purchasedHeatSchema, { kind: 'purchased-heat' }, 'network'],
  ['purchasedCoolingSchema', purchasedCoolingSchema, { kind: 'purchased-cooling' }, 'network'],
  ['purchasedSteamSchema', purchasedSteamSchema, { kind: 'purchased-steam' }, 'network'],
] as const)('%s', (_, one, kind, key) => {
  // What they all have in common is enough here.
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

  test('the reporter’s part of a meter that also serves others is read', () => {
    const allocation = { by: 'floor area', own: '120', total: '480' };
    const read = orThrow(readWith(schema, { ...energy, allocation }));
    expect(JSON.parse(JSON.stringify(read))).toEqual({ ...energy, allocation });
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
    [{ kind: 'vehicle-electricity' }, 'invalid-value', 'kind'],
    [{ allocation: { by: 'floor area', own: '-1', total: '4' } }, 'invalid-value', 'allocation.own'],
    [{ allocation: { by: 'floor area', own: '1' } }, 'missing-field', 'allocation.total'],
    [{ fuel: 'wood' }, 'unknown-key', 'fuel'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });
});

describe('vehicleElectricitySchema', () => {
  const charged = { id: 'c-1', kind: 'vehicle-electricity', date: '2021-02-01', grid: 'FI' };
  const amount = { value: '42.5', unit: 'kWh' };
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(vehicleElectricitySchema, { ...charged, amount, ...changes })).map(({ code, at }) => [
      code,
      at?.path,
    ]);

  test('electricity for own vehicles names its grid; whose contract it is does not matter', () => {
    expect(orThrow(readWith(vehicleElectricitySchema, { ...charged, amount }))).toEqual({
      ...charged,
      amount: quantity('42.5', 'kWh'),
    });
    expect(faults({ contractHolder: 'reporter' })).toEqual([['unknown-key', 'contractHolder']]);
  });

  test.each([
    [{ grid: undefined }, 'missing-field', 'grid'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '42.5', unit: 'vehicle-km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-42.5', unit: 'kWh' } }, 'negative-amount', 'amount'],
    [{ allocation: { by: 'area', own: '1', total: '2' } }, 'unknown-key', 'allocation'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });
});
