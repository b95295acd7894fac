import { decimalText } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { quantitySchema } from './quantity.js';
import type { Quantity } from './quantity.js';
import type { Dimension } from './units.js';

/** `{ value, unit }` as data, zero or more, in a unit of one of the dimensions: what is measured cannot be below nothing. */
export function nonNegativeQuantitySchema<D extends Dimension>(dimensions: readonly D[]) {
  return quantitySchema(dimensions).superRefine((amount, context) => {
    if (!amount.value.isNegative()) return;
    const issue = negativeAmount(amount);
    // `continue: false`: the record around it is not looked at as a whole when a part could not be read (zod 4.0 would).
    context.addIssue({ code: 'custom', message: issue.message, params: { issue }, continue: false });
  });
}

function negativeAmount({ value, unit }: Quantity): Issue {
  const text = decimalText(value);
  const message = `${text} ${unit} is negative; only purchases may be (credit notes). Correct the reading or take it out.`;
  return errorIssue('negative-amount', { message, detail: { value: text, unit } });
}
