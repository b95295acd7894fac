import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chainDecompositions } from '../../src/change/chain-decompositions.js';
import { decomposeChange } from '../../src/change/decompose-change.js';
import type { ChangeDecomposition } from '../../src/change/decompose-change.js';
import type { DecompositionRule } from '../../src/change/decomposition-rule.js';
import { Decimal } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';

/** Cases of the literature: inputs and results as the sources print them, with the tolerance of their printing. */
const FILE = fileURLToPath(new URL('../../fixtures/published-cases/decomposition.json', import.meta.url));

const record = z.record(z.string(), z.unknown());
const caseSchema = z.object({ id: z.string(), inputs: record, expected: record, tolerance: record });
const cases = new Map(
  z
    .object({ cases: z.array(caseSchema) })
    .parse(JSON.parse(readFileSync(FILE, 'utf8')))
    .cases.map((each) => [each.id, each]),
);

const matrix = z.array(z.array(z.string()));
const LMDI = { method: 'lmdi', zeros: 'refuse' } as const;

function caseOf(id: string) {
  const found = cases.get(id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found;
}

function split(before: unknown, after: unknown, rule: DecompositionRule): ChangeDecomposition<'kgCO2e'> {
  const [first, last] = [matrix.parse(before), matrix.parse(after)];
  const factors = (first[0] ?? []).map((_, index) => `x${index + 1}`);
  const cells = first.map((values, index) => ({ key: `row ${index + 1}`, before: values, after: last[index] ?? [] }));
  return orThrow(decomposeChange({ unit: 'kgCO2e', factors, cells }, rule));
}

function expectNear(id: string, key: string, actual: readonly Decimal[]): void {
  const { expected, tolerance } = caseOf(id);
  const printed = [expected[key]].flat(2).map((value) => new Decimal(String(value)));
  const allowed = new Decimal(String(tolerance[key] ?? tolerance['*']));
  expect(actual).toHaveLength(printed.length);
  for (const [index, value] of actual.entries()) {
    expect(
      value
        .minus(printed[index] ?? Infinity)
        .abs()
        .lessThanOrEqualTo(allowed),
      `${id} ${key} ${index}`,
    ).toBe(true);
  }
}

const effectsOf = ({ effects }: Pick<ChangeDecomposition, 'effects'>) => effects.map(({ effect }) => effect.value);
const ratiosOf = ({ effects }: Pick<ChangeDecomposition, 'effects'>) => effects.flatMap(({ ratio }) => ratio ?? []);
const cellsOf = ({ cells }: ChangeDecomposition) => cells.flatMap(({ effects }) => effects.map(({ value }) => value));
const ratioOf = ({ before, after }: Pick<ChangeDecomposition, 'before' | 'after'>) =>
  after.value.dividedBy(before.value);

describe('published decompositions', () => {
  test.each(['LMDI-7273', 'LMDI-7374'])('%s: additive and multiplicative, without residual', (id) => {
    const { inputs } = caseOf(id);
    const result = split(inputs['X0'], inputs['XT'], LMDI);
    expectNear(id, 'Z', cellsOf(result));
    expectNear(id, 'dV', effectsOf(result));
    expectNear(id, 'D', ratiosOf(result));
    expectNear(id, 'sum', [result.change.value]);
    expectNear(id, 'ratio', [ratioOf(result)]);
  });

  test('LMDI-PyUS: six factors of one figure', () => {
    const { inputs } = caseOf('LMDI-PyUS');
    const result = split(inputs['X0'], inputs['XT'], LMDI);
    expectNear('LMDI-PyUS', 'V0', [result.before.value]);
    expectNear('LMDI-PyUS', 'VT', [result.after.value]);
    expectNear('LMDI-PyUS', 'dV', effectsOf(result));
    expectNear('LMDI-PyUS', 'sum', [result.change.value]);
  });

  test('LMDI-chain: three years added up', () => {
    const years = z.array(matrix).parse(caseOf('LMDI-chain').inputs['X']);
    const steps = years.slice(1).map((year, index) => split(years[index], year, LMDI));
    const chained = orThrow(chainDecompositions(steps));
    expectNear('LMDI-chain', 'dVcum', effectsOf(chained));
    expectNear('LMDI-chain', 'Dcum', ratiosOf(chained));
    expectNear('LMDI-chain', 'sum', [chained.change.value]);
    expectNear('LMDI-chain', 'ratio', [ratioOf(chained)]);
  });

  test('LMDI-nights: nights, real spend per night, kilograms per euro', () => {
    const result = split([['10000', '80', '0.25']], [['12000', '70', '0.2']], LMDI);
    expectNear('LMDI-nights', 'E0', [result.before.value]);
    expectNear('LMDI-nights', 'ET', [result.after.value]);
    expectNear('LMDI-nights', 'dV', effectsOf(result));
    expectNear('LMDI-nights', 'sum', [result.change.value]);
  });

  test('LMDI-zero-anal and LMDI-zero-new: the analytical limit where a part vanishes or appears', () => {
    const limit = { method: 'lmdi', zeros: 'analytical-limit' } as const;
    const { inputs } = caseOf('LMDI-zero-anal');
    const result = split(inputs['X0'], inputs['XT'], limit);
    expectNear('LMDI-zero-anal', 'dV', effectsOf(result));
    expectNear('LMDI-zero-anal', 'D', ratiosOf(result));
    expectNear('LMDI-zero-anal', 'sum', [result.change.value]);
    const fresh = caseOf('LMDI-zero-new').inputs;
    expectNear('LMDI-zero-new', 'Z', cellsOf(split(fresh['X0'], fresh['XT'], limit)));
  });

  test('SHAP-nights: exact thirds, to the quantum of 1e-12', () => {
    const result = split([['10000', '80', '0.25']], [['12000', '70', '0.20']], { method: 'shapley' });
    const exact = ['101500', '-74000', '-123500'].map((third) => new Decimal(third).dividedBy(3));
    for (const [index, effect] of effectsOf(result).entries()) {
      expect(
        effect
          .minus(exact[index] ?? Infinity)
          .abs()
          .lessThan('1e-12'),
      ).toBe(true);
    }
    expectNear('SHAP-nights', 'sum', [result.change.value]);
  });

  test('DG-2: two factors, exact', () => {
    const result = split([['10000', '20']], [['12000', '14']], { method: 'shapley' });
    const [activity, intensity] = effectsOf(result);
    expectNear('DG-2', 'activity', [activity ?? new Decimal(0)]);
    expectNear('DG-2', 'intensity', [intensity ?? new Decimal(0)]);
    expectNear('DG-2', 'sum', [result.change.value]);
  });

  test('every case of the file is shown, except the small value in place of a zero, which is not offered', () => {
    const shown = readFileSync(fileURLToPath(import.meta.url), 'utf8');
    const missing = [...cases.keys()].filter((id) => !shown.includes(`'${id}`) && !shown.includes(`${id}:`));
    expect(missing.filter((id) => id !== 'LMDI-zero-small')).toEqual([]);
  });
});
