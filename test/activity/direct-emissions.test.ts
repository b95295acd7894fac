import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  MEASURED_CATEGORIES,
  measuredEmissionsSchema,
  processEmissionsSchema,
} from '../../src/activity/direct-emissions.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { GASES } from '../../src/quantity/warming-potential.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const process = { kind: 'process-emissions' };
const measured = { kind: 'measured-emissions', category: 'stationary-combustion' };

describe.each([
  ['processEmissionsSchema', processEmissionsSchema, process],
  ['measuredEmissionsSchema', measuredEmissionsSchema, measured],
] as const)('%s', (_, one, kind) => {
  const schema: z.ZodType<{ amount: unknown; gas?: unknown; gwp?: unknown }> = one;
  const given = { id: 'd-1', date: '2021-05-04', ...kind, source: 'stack log' };
  const mass = { ...given, gas: 'N2O', amount: { value: '2.5', unit: 'kg' } };
  const weighed = { ...given, amount: { value: '0.5', unit: 'tCO2e' } };
  const faults = (base: object, changes: Record<string, unknown>) =>
    issuesOf(readWith(schema, { ...base, ...changes })).map(({ code, at }) => [code, at?.path]);

  test('a mass of a gas, or an amount in CO2e with its report, is read', () => {
    expect(orThrow(readWith(schema, mass))).toEqual({ ...mass, amount: quantity('2.5', 'kg') });
    expect(orThrow(readWith(schema, { ...weighed, gwp: 'AR4' }))).toEqual({
      ...weighed,
      gwp: 'AR4',
      amount: quantity('0.5', 'tCO2e'),
    });
  });

  test.each(GASES)('%s has a mass', (gas) => {
    expect(orThrow(readWith(schema, { ...mass, gas })).gas).toBe(gas);
  });

  test('a mass needs its gas, and CO2e has none', () => {
    expect(faults(mass, { gas: undefined })).toEqual([['invalid-value', 'gas']]);
    expect(faults(weighed, { gas: 'CO2' })).toEqual([['invalid-value', 'gas']]);
  });

  test('a gas nobody knows is named with the nearest', () => {
    const [issue] = issuesOf(readWith(schema, { ...mass, gas: 'CH4-fosil' }));
    expect([issue?.code, issue?.at?.path, issue && 'nearest' in issue.detail && issue.detail.nearest]).toEqual([
      'invalid-value',
      'gas',
      ['CH4-fossil', 'CH4', 'CH4-biogenic'],
    ]);
  });

  test.each([
    [{ source: undefined }, 'missing-field', 'source'],
    [{ source: '' }, 'invalid-value', 'source'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'kg' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '1', unit: 'litre' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '1', unit: 'kgCO2-biogenic' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: 'n/a', unit: 'kg' } }, 'invalid-number', 'amount.value'],
    [{ gas: 'methane' }, 'invalid-value', 'gas'],
    [{ gwp: 'not-stated' }, 'invalid-value', 'gwp'],
    [{ gases: { N2O: '1' } }, 'unknown-key', 'gases'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(mass, changes)).toEqual([[code, path]]);
  });
});

describe('the category', () => {
  const amount = { value: '1', unit: 'kgCO2e' };
  const given = { id: 'd-1', date: '2021-05-04', source: 'stack log', amount };

  test.each(MEASURED_CATEGORIES)('measured emissions may stand in %s', (category) => {
    expect(orThrow(readWith(measuredEmissionsSchema, { ...given, ...measured, category })).category).toBe(category);
  });

  test('of measured emissions is stated, and one of scope 1', () => {
    const faults = (category: unknown) =>
      issuesOf(readWith(measuredEmissionsSchema, { ...given, ...measured, category })).map(({ code, at }) => [
        code,
        at?.path,
      ]);
    expect(faults(undefined)).toEqual([['missing-field', 'category']]);
    expect(faults('business-travel')).toEqual([['invalid-value', 'category']]);
  });

  test('of process emissions is their own', () => {
    const issues = issuesOf(readWith(processEmissionsSchema, { ...given, ...process, category: 'process-emissions' }));
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([['unknown-key', 'category']]);
  });
});
