import { counted } from '../counted.js';
import { decimalText } from '../decimal.js';
import type { PriceMargin } from '../factor/price-margin.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { PreparedContext } from './calculation-context.js';
import type { EmissionLine } from './emission-line.js';

/**
 * One warning for each margin that took something off a line, in the order of the margins: what trade and transport emit
 * for that part of the money is in no line unless it is a purchase of its own. A share of zero takes nothing.
 */
export function marginWarnings(
  lines: readonly EmissionLine[],
  { priceMargins = [] }: PreparedContext,
): readonly Issue[] {
  return priceMargins.flatMap((margin) => {
    const ids = margin.share.isZero() ? [] : lines.filter((line) => isTakenOff(margin, line)).map(({ id }) => id);
    const [first] = ids;
    return first === undefined ? [] : [leftOut(margin, ids.length, first)];
  });
}

function isTakenOff({ id }: PriceMargin, { kind, terms }: EmissionLine): boolean {
  return kind === 'purchase' && terms.some((term) => term.name === 'margin' && term.source === id);
}

function leftOut({ id: margin, share: part }: PriceMargin, count: number, first: string): Issue {
  const share = decimalText(part);
  const message = `${counted(count, 'line', 'lines')} without the margin ${margin}, ${share} of the price; the first is ${first}. What trade and transport emit for it is not counted here: add it as purchases of those services.`;
  return warningIssue('margin-left-out', { message, detail: { margin, share, count, first } });
}
