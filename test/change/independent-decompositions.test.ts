/** Tables and figures of an independent program: fixtures/decomposition/oracle.py, which says how they are made. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decomposeChange } from '../../src/change/decompose-change.js';
import { sumOf } from '../../src/decimal-sum.js';
import { orThrow } from '../../src/outcome.js';

const texts = z.array(z.string());
const value = z.union([z.string(), z.strictObject({ numerator: z.string(), denominator: z.string() })]);
const tableSchema = z.strictObject({
  factors: texts,
  cells: z.array(z.strictObject({ key: z.string(), before: z.array(value), after: z.array(value) })),
  expected: z.array(z.strictObject({ before: z.string(), after: z.string(), shapley: texts, lmdi: texts })),
});

const { tables } = z
  .strictObject({ about: z.string(), tables: z.array(tableSchema) })
  .parse(
    JSON.parse(
      readFileSync(fileURLToPath(new URL('../../fixtures/decomposition/tables.json', import.meta.url)), 'utf8'),
    ),
  );

const RULES = [{ method: 'shapley' }, { method: 'lmdi', zeros: 'analytical-limit' }] as const;

describe.each(RULES)('an independent program, $method', (rule) => {
  test('has the same fifty tables to show, with zeros, equal values and ratios among them', () => {
    expect(tables).toHaveLength(50);
    const values = tables.flatMap(({ cells }) => cells.flatMap(({ before, after }) => [...before, ...after]));
    expect(values.filter((each) => each === '0').length).toBeGreaterThan(20);
    expect(values.filter((each) => typeof each === 'object').length).toBeGreaterThan(100);
  });

  test.each(tables.map((table, index) => [index + 1, table] as const))(
    'table %i comes out digit for digit, in every cell and in all',
    (_, { factors, cells, expected }) => {
      const split = orThrow(decomposeChange({ unit: 'kgCO2e', factors, cells }, rule));
      const told = split.cells.map(({ before, after, effects }) => ({
        before: before.value.toFixed(),
        after: after.value.toFixed(),
        effects: effects.map((effect) => effect.value.toFixed()),
      }));
      expect(told).toEqual(
        expected.map((each) => ({ before: each.before, after: each.after, effects: each[rule.method] })),
      );
      for (const [index, { effect }] of split.effects.entries()) {
        const parts = split.cells.flatMap((cell) => cell.effects[index] ?? []);
        expect(effect.value).toEqual(sumOf(parts.map((part) => part.value)));
      }
    },
  );
});
