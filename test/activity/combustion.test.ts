import { describe, expect, test } from 'vitest';
import { mobileCombustionSchema, stationaryCombustionSchema } from '../../src/activity/combustion.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const stationary = {
  id: 'f-1',
  kind: 'stationary-combustion',
  date: '2021-02-01',
  fuel: 'light-fuel-oil',
  amount: { value: '1000', unit: 'litre' },
  contractHolder: 'reporter',
};
const mobile = {
  id: 'v-1',
  kind: 'mobile-combustion',
  date: '2021-02-01',
  fuel: 'diesel',
  amount: { value: '300', unit: 'litre' },
};

describe('stationaryCombustionSchema', () => {
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(stationaryCombustionSchema, { ...stationary, ...changes })).map(({ code, at }) => [
      code,
      at?.path,
    ]);

  test.each(['reporter', 'landlord'])('fuel burnt under the contract of the %s is read', (contractHolder) => {
    expect(orThrow(readWith(stationaryCombustionSchema, { ...stationary, contractHolder }))).toEqual({
      ...stationary,
      contractHolder,
      amount: quantity('1000', 'litre'),
    });
  });

  test.each(['net', 'gross'])('an amount of energy may be %s', (calorificBasis) => {
    const energy = { calorificBasis, amount: { value: '1', unit: 'MWh' } };
    expect(orThrow(readWith(stationaryCombustionSchema, { ...stationary, ...energy })).calorificBasis).toBe(
      calorificBasis,
    );
    expect(orThrow(readWith(mobileCombustionSchema, { ...mobile, ...energy })).calorificBasis).toBe(calorificBasis);
  });

  test('the reporter’s part of a boiler that also heats others is read', () => {
    const allocation = { by: 'floor area', own: '120', total: '480' };
    const read = orThrow(readWith(stationaryCombustionSchema, { ...stationary, allocation }));
    expect(JSON.parse(JSON.stringify(read.allocation))).toEqual(allocation);
    expect(faults({ allocation: { ...allocation, own: '480.5' } })).toEqual([['invalid-value', 'allocation.own']]);
  });

  test('a calorific basis is net or gross', () => {
    expect(faults({ calorificBasis: 'lower' })).toEqual([['invalid-value', 'calorificBasis']]);
  });

  test('the holder of the contract is never guessed', () => {
    expect(faults({ contractHolder: undefined })).toEqual([['missing-field', 'contractHolder']]);
  });

  test('fuel is a volume, a mass or an energy, and not below zero', () => {
    for (const unit of ['litre', 'cubic-metre', 'kg', 'tonne', 'kWh', 'GJ'] as const) {
      const read = readWith(stationaryCombustionSchema, { ...stationary, amount: { value: '0', unit } });
      expect(orThrow(read).amount).toEqual(quantity('0', unit));
    }
    expect(faults({ amount: { value: '1', unit: 'EUR' } })).toEqual([['unit-mismatch', 'amount.unit']]);
    expect(faults({ amount: { value: '-1', unit: 'litre' } })).toEqual([['negative-amount', 'amount']]);
  });
});

describe('mobileCombustionSchema', () => {
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(mobileCombustionSchema, { ...mobile, ...changes })).map(({ code, at }) => [code, at?.path]);

  test('fuel of the reporter’s own vehicles is read', () => {
    expect(orThrow(readWith(mobileCombustionSchema, mobile))).toEqual({ ...mobile, amount: quantity('300', 'litre') });
  });

  test.each([
    [{ fuel: undefined }, 'missing-field', 'fuel'],
    [{ contractHolder: 'reporter' }, 'unknown-key', 'contractHolder'],
    [{ allocation: { by: 'area', own: '1', total: '2' } }, 'unknown-key', 'allocation'],
    [{ calorificBasis: 'higher' }, 'invalid-value', 'calorificBasis'],
    [{ amount: { value: '300', unit: 'vehicle-km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-300', unit: 'litre' } }, 'negative-amount', 'amount'],
    [{ kind: 'stationary-combustion' }, 'invalid-value', 'kind'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });
});
