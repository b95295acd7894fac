import { z } from 'zod';
import { decimalText } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { shareSchema, textSchema } from '../reading.js';
import type { RecordContext } from '../reading.js';

/** One part of an amount that is known by shares: what it is, and its share of the whole. */
export interface MixPart {
  readonly of: string;
  readonly share: Decimal;
}

/**
 * The parts of an amount whose shares are known (waste by treatment, goods by product). The shares sum to exactly 1, so
 * that nothing is lost and nothing counted twice; a part with share 0 is allowed.
 */
export const mixSchema = z
  .array(z.strictObject({ of: textSchema, share: shareSchema }))
  .min(1)
  .superRefine(checkSum);

function checkSum(parts: readonly MixPart[], context: RecordContext): void {
  if (parts.length === 0) return;
  const sum = sumOf(parts.map(({ share }) => share));
  const names = parts.map(({ of }) => of);
  if (!sum.equals(1)) {
    const message = `The shares of ${names.join(', ')} sum to ${decimalText(sum)}, not to 1. Correct them, or add what is missing.`;
    const issue = errorIssue('shares-not-one', {
      message,
      detail: { supplier: names.join(', '), sum: decimalText(sum) },
    });
    context.addIssue({ code: 'custom', message, params: { issue }, continue: false });
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  const message = `${twice} has two shares. Add them up.`;
  const issue = errorIssue('invalid-value', {
    message,
    detail: { value: twice, expected: 'each part once', nearest: [] },
  });
  context.addIssue({ code: 'custom', message, params: { issue }, continue: false });
}
