import { describePeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { decimalText } from '../decimal.js';
import { roundedRatio } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { compareToDecimal } from '../exact-sum.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { PlausibilityBound, PlausibleRatio } from './plausibility-bounds.js';

/** What a finding is about: a site, or a product over all sites, with the activities behind it in the order of their ids. */
export interface Subject {
  readonly site: string;
  readonly product?: string;
  readonly period: ReportingPeriod;
  readonly activityIds: readonly string[];
}

/** The findings of a ratio held against a bound: none where it lies between the ends, both included. Compared exactly. */
export function heldAgainst(bound: PlausibilityBound, value: ExactRatio, subject: Subject): readonly Issue[] {
  const { ratio, atLeast, atMost, why } = bound;
  const below = atLeast !== undefined && compareToDecimal(value, atLeast) < 0 ? `below ${decimalText(atLeast)}` : '';
  const above = atMost !== undefined && compareToDecimal(value, atMost) > 0 ? `above ${decimalText(atMost)}` : '';
  if (below === '' && above === '') return [];
  const { site, product = '', activityIds } = subject;
  const detail = {
    ratio,
    site,
    product,
    period: describePeriod(subject.period),
    value: shown(value),
    bound: `${below}${above}`,
    activityIds,
  };
  const reason = why === undefined ? '' : ` (${why})`;
  const message = `${placeOf(subject)}: ${detail.value} ${ratio}, ${detail.bound}${reason}. See ${named(activityIds)}; nothing was changed.`;
  return [warningIssue('implausible-ratio', { message, detail, ...at(activityIds) })];
}

/** The finding that a ratio could not be held against its bound, and what it would need. */
export function notChecked(ratio: PlausibleRatio | 'spend-jump', subject: Subject, missing: string): Issue {
  const { site, activityIds } = subject;
  const message = `${placeOf(subject)}: ${ratio} was not checked for want of ${missing}. See ${named(activityIds)}.`;
  return warningIssue('ratio-not-checked', {
    message,
    detail: { ratio, site, missing, activityIds },
    ...at(activityIds),
  });
}

/** The finding that a site uses energy or money while nobody sleeps there: no ratio, and no zero either. */
export function withoutNights(amount: ExactRatio, unit: 'kWh' | 'EUR', subject: Subject): Issue {
  const { site, period, activityIds } = subject;
  const detail = { site, period: describePeriod(period), amount: shown(amount), unit, activityIds };
  const message = `${placeOf(subject)}: ${detail.amount} ${unit} and no accommodation-night. Is the register complete, the site right? See ${named(activityIds)}.`;
  return warningIssue('amount-without-nights', { message, detail, ...at(activityIds) });
}

/** A ratio as text, rounded once to 12 decimals. */
export function shown(value: ExactRatio): string {
  return decimalText(roundedRatio(value));
}

/** The first activity concerned, as the place of an issue. The list is not empty. */
export function at(activityIds: readonly string[]): { readonly at: { readonly activityId: string } } {
  return { at: { activityId: activityIds.slice(0, 1).join('') } };
}

const NAMED_AT_MOST = 3;

/** The first ids, and how many more there are. */
export function named(activityIds: readonly string[]): string {
  const first = activityIds.slice(0, NAMED_AT_MOST).join(', ');
  const more = activityIds.length - NAMED_AT_MOST;
  return more > 0 ? `${first} and ${more} more` : first;
}

function placeOf({ site, product, period }: Subject): string {
  const place = site === '' ? 'Without a site' : site;
  return `${product ?? place}, ${describePeriod(period)}`;
}
