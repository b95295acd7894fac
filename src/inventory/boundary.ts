import { z } from 'zod';
import { duplicateIds } from '../duplicate-ids.js';
import { CONSOLIDATIONS, operationSchema } from '../emission/operation.js';
import type { Consolidation, Operation } from '../emission/operation.js';
import { failureOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';

/** Something known to be left out, and why; both are printed with the figures. */
export interface Exclusion {
  readonly what: string;
  readonly why: string;
}

/** What the inventory covers. A known gap is an exclusion with its reason, never a silent zero. */
export interface Boundary {
  readonly consolidation: Consolidation;
  readonly exclusions: readonly Exclusion[];
  /** Parts of the organisation that are not wholly its own; activities name them. Names are unique. */
  readonly operations?: readonly Operation[] | undefined;
}

/** `Boundary` as data. */
export const boundarySchema = z.strictObject({
  consolidation: z.enum(CONSOLIDATIONS),
  exclusions: z.array(z.strictObject({ what: textSchema, why: textSchema })),
  operations: z.optional(z.array(operationSchema)),
});

/**
 * Reads a boundary: consolidation approach, exclusions with their reasons, and the operations that are shared.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `duplicate-id` (two operations of one name).
 *
 * @see GHG Protocol, Corporate Standard, chapters 3 and 4
 */
export function parseBoundary(input: unknown): Outcome<Boundary> {
  const read = readWith<Boundary>(boundarySchema, input);
  if (!read.ok) return read;
  const repeated = duplicateIds((read.value.operations ?? []).map(({ name }) => ({ id: name })));
  if (repeated.length === 0) return read;
  return failureOf(repeated.map((issue) => ({ ...issue, at: { ...issue.at, path: 'operations' } })));
}
