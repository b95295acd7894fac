import { daysIn } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Allocation } from '../activity/allocation.js';
import { isWhole, spanOf } from '../activity/common-fields.js';
import type { Timing } from '../activity/common-fields.js';
import { Decimal, ONE } from '../decimal.js';
import { conversionFraction } from '../quantity/convert-quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { BaseUnit } from '../quantity/units.js';
import { sharedOnce } from './calculation-context.js';
import type { PreparedContext } from './calculation-context.js';
import { fraction } from './term.js';
import type { AmountTerm, CountTerm, DaysTerm, ShareTerm, Term } from './term.js';

/** One empty list for all steps that do not apply: most do not. */
export const NO_TERMS: readonly never[] = Object.freeze([]);

/**
 * The terms of a draft: its first one, then those of the lists. The list has just the room it needs: one that grows keeps
 * room for more, and lines are kept by the hundred thousand.
 */
export function termsFrom(first: Term, ...lists: readonly (readonly Term[])[]): readonly Term[] {
  let length = 1;
  for (const list of lists) length += list.length;
  const terms = new Array<Term>(length);
  terms[0] = first;
  let next = 1;
  for (const list of lists) {
    for (const term of list) {
      terms[next] = term;
      next += 1;
    }
  }
  return terms;
}

/** The amount as the first term. */
export function amountTerm({ value, unit }: Quantity<BaseUnit>): AmountTerm {
  return { name: 'amount', numerator: value, denominator: ONE, unit };
}

/** The unit term from one unit to another of its dimension; none where they are the same. */
export function unitTerms(context: PreparedContext, from: BaseUnit, to: BaseUnit): readonly Term[] {
  if (from === to) return NO_TERMS;
  return sharedOnce(context, `unit ${from} ${to}`, () => [{ name: 'unit', ...conversionFraction(from, to), from, to }]);
}

/** The days term of a part of an activity; none where the part is the whole. */
export function daysTerms(part: ReportingPeriod, whole: ReportingPeriod): readonly DaysTerm[] {
  if (part.from === whole.from && part.to === whole.to) return NO_TERMS;
  return [{ name: 'days', ...fraction(new Decimal(daysIn(part)), new Decimal(daysIn(whole))), part, whole }];
}

/** The days term of a part of an activity's days; none where the part is all of them. */
export function daysTermsOf(activity: Timing, part: ReportingPeriod): readonly DaysTerm[] {
  return isWhole(activity, part) ? NO_TERMS : daysTerms(part, spanOf(activity));
}

/** The reporter's part of something shared; none where it is not shared. */
export function allocationTerms(allocation: Allocation | undefined): readonly ShareTerm[] {
  if (allocation === undefined) return NO_TERMS;
  return [shareTerm(`own part by ${allocation.by}`, allocation.own, allocation.total)];
}

/** The part of an amount that is meant. */
export function shareTerm(of: string, numerator: Decimal, denominator: Decimal = ONE): ShareTerm {
  return { name: 'share', ...fraction(numerator, denominator), of };
}

/** How many of the amount there are. */
export function countTerm(of: string, count: Decimal): CountTerm {
  return { name: 'count', ...fraction(count), of };
}
