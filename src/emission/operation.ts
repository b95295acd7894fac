import { z } from 'zod';
import { ONE, ZERO, product } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { shareSchema, textSchema } from '../reading.js';

/** How the organisation's share of operations is drawn. */
export const CONSOLIDATIONS = ['operational-control', 'financial-control', 'equity-share'] as const;
export type Consolidation = (typeof CONSOLIDATIONS)[number];

/** A part of the organisation that is not wholly its own: a joint body, a company with other owners. */
export interface Operation {
  readonly name: string;
  /** The equity held at each step of the chain of ownership, from the organisation down to the operation: ["0.83", "0.50"] is 41.5 %. */
  readonly equity: readonly Decimal[];
  readonly financialControl: 'held' | 'joint' | 'not-held';
  readonly operationalControl: 'held' | 'not-held';
}

/** `Operation` as data. */
export const operationSchema = z.strictObject({
  name: textSchema,
  equity: z.array(shareSchema).min(1),
  financialControl: z.enum(['held', 'joint', 'not-held']),
  operationalControl: z.enum(['held', 'not-held']),
});

/**
 * The part of an operation's emissions that the organisation counts. Equity share: the product of the chain. Control: all
 * or nothing; joint financial control counts the last step of the chain, where control is shared, since what lies above it
 * is controlled and counts in full.
 *
 * @see GHG Protocol, Corporate Standard, chapter 3
 */
export function consolidatedShare(operation: Operation, consolidation: Consolidation): Decimal {
  const { equity } = operation;
  switch (consolidation) {
    case 'equity-share':
      return product(equity);
    case 'operational-control':
      return operation.operationalControl === 'held' ? ONE : ZERO;
    case 'financial-control':
      if (operation.financialControl === 'joint') return product(equity.slice(-1));
      return operation.financialControl === 'held' ? ONE : ZERO;
  }
}

/** The operation an activity names. Issues: `operation-unknown`. */
export function findOperation(operations: readonly Operation[], name: string): Outcome<Operation> {
  const found = operations.find((operation) => operation.name === name);
  if (found !== undefined) return success(found);
  const nearest = nearestNames(
    name,
    operations.map((operation) => operation.name),
  );
  const message = `The boundary has no operation ${JSON.stringify(name)}.${didYouMean(nearest)} Name it in boundary.operations with its shares.`;
  const at = { path: 'operation' };
  return failure(errorIssue('operation-unknown', { message, detail: { operation: name, nearest }, at }));
}
