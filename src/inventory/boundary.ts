import { z } from 'zod';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';

/** How the organisation's share of operations is drawn. */
export const CONSOLIDATIONS = ['operational-control', 'financial-control', 'equity-share'] as const;

/** Something known to be left out, and why; both are printed with the figures. */
export interface Exclusion {
  readonly what: string;
  readonly why: string;
}

/** What the inventory covers. A known gap is an exclusion with its reason, never a silent zero. */
export interface Boundary {
  readonly consolidation: (typeof CONSOLIDATIONS)[number];
  readonly exclusions: readonly Exclusion[];
}

/** `Boundary` as data. */
export const boundarySchema = z.strictObject({
  consolidation: z.enum(CONSOLIDATIONS),
  exclusions: z.array(z.strictObject({ what: textSchema, why: textSchema })),
});

/**
 * Reads a boundary: consolidation approach and exclusions with their reasons.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`.
 *
 * @see GHG Protocol, Corporate Standard, chapters 3 and 4
 */
export function parseBoundary(input: unknown): Outcome<Boundary> {
  return readWith<Boundary>(boundarySchema, input);
}
