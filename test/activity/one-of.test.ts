import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { oneOf } from '../../src/activity/one-of.js';
import { orThrow } from '../../src/outcome.js';
import { readWith, textSchema } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const schema = z
  .strictObject({ product: z.optional(textSchema), mix: z.optional(textSchema) })
  .superRefine(oneOf('product', 'mix'));

describe('oneOf', () => {
  test.each([{ product: 'paper' }, { mix: 'paper and card' }, { product: undefined, mix: 'paper and card' }])(
    '%o gives one of the two',
    (input) => {
      expect(orThrow(readWith(schema, input))).toEqual(input);
    },
  );

  test.each([
    ['neither', {}],
    ['neither', { product: undefined, mix: undefined }],
    ['both', { product: 'paper', mix: 'paper and card' }],
  ])('%s of them is an issue at the first: %o', (value, input) => {
    expect(issuesOf(readWith(schema, input))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: 'Give either product or mix, and not both.',
        detail: { value, expected: 'product or mix', nearest: [] },
        at: { path: 'product' },
      },
    ]);
  });

  test('inside a record the issue stands below its path', () => {
    const outer = z.strictObject({ goods: schema });
    expect(issuesOf(readWith(outer, { goods: {} })).map(({ at }) => at?.path)).toEqual(['goods.product']);
  });
});
