import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { decimalText } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { nonNegativeDecimalSchema, positiveDecimalSchema, textSchema } from '../reading.js';

/**
 * The reporter's part of something shared: own ÷ total, in whatever measure the two are stated (square metres, kilograms,
 * euros). Physical measures come before money. For premises the total is the whole floor area × its occupancy.
 *
 * @see GHG Protocol, Scope 3 Standard, chapter 8; Technical Guidance, formulas 4.5 and 8.2
 */
export interface Allocation {
  /** What is measured, for example `floor area` or `volume stored`. */
  readonly by: string;
  readonly own: Decimal;
  readonly total: Decimal;
}

/** `Allocation` as data; the own part is not larger than the total. */
export const allocationSchema = z
  .strictObject({ by: textSchema, own: nonNegativeDecimalSchema, total: positiveDecimalSchema })
  .superRefine(({ own, total }, context) => {
    if (own.lessThanOrEqualTo(total)) return;
    const message = `The own part ${decimalText(own)} is larger than the total ${decimalText(total)}. Are the two swapped?`;
    const detail = { value: decimalText(own), expected: `at most ${decimalText(total)}`, nearest: [] };
    const issue = errorIssue('invalid-value', { message, detail, at: { path: 'own' } });
    context.addIssue({ code: 'custom', message, params: { issue }, continue: false });
  });
