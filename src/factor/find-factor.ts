import { describePeriod, holds, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { UNITS, unitsOf } from '../quantity/units.js';
import type { PerUnit } from '../quantity/units.js';
import { perDimension } from './emission-factor.js';
import type { AviationNonCo2, CalculationMethod, EmissionFactor, FactorSet } from './emission-factor.js';
import { questionOf, validityOf } from './factor-clashes.js';

/** The question which factor to use. */
export interface FactorQuery {
  readonly key: string;
  readonly method: CalculationMethod;
  /** Any unit of the dimension the factor has to be stated per; any currency stands for money. */
  readonly per: PerUnit;
  /** Every day of it has to lie in the factor's validity. */
  readonly period: ReportingPeriod;
  readonly part?: string;
  /** Absent: any region answers, and two regions are an issue. */
  readonly region?: string;
  readonly aviationNonCo2?: AviationNonCo2;
}

/** A factor set laid out for looking up; built once per set. */
export interface FactorIndex {
  readonly set: FactorSet;
  readonly byQuestion: ReadonlyMap<string, readonly EmissionFactor[]>;
}

/** Lays a factor set out for `findFactor`. */
export function indexFactors(set: FactorSet): FactorIndex {
  const byQuestion = new Map<string, EmissionFactor[]>();
  for (const factor of set.factors) {
    const question = questionOf(factor);
    const group = byQuestion.get(question);
    if (group === undefined) byQuestion.set(question, [factor]);
    else group.push(factor);
  }
  return { set, byQuestion };
}

/** The factors that answer the query on at least one of its days. */
export function factorsWithin(index: FactorIndex, query: FactorQuery): readonly EmissionFactor[] {
  const answering = index.byQuestion.get(questionOf(query)) ?? [];
  return answering.filter(
    (factor) =>
      (query.region === undefined || factor.region === query.region) &&
      sharedPeriod(validityOf(factor), query.period) !== undefined,
  );
}

/**
 * The one factor that answers a query on every day of its period, or why there is none: the nearest keys and years.
 * Never the neighbour of what was asked for.
 *
 * Issues: `factor-not-found`, `factor-ambiguous` (two answer), `unit-mismatch` (the key is there, per another dimension).
 *
 * @example
 * findFactor(indexFactors(set), { key: 'FI', method: 'location-based', per: 'kWh', period: calendarYear(2021) })
 */
export function findFactor(index: FactorIndex, query: FactorQuery): Outcome<EmissionFactor> {
  const answering = factorsWithin(index, query);
  const found = answering.find((factor) => holds(validityOf(factor), query.period));
  if (found === undefined) return notFound(index, query);
  return answering.length === 1 ? success(found) : ambiguous(query, answering);
}

function describeQuery({ key, method, part, region, aviationNonCo2, period }: FactorQuery): string {
  const nonCo2 = aviationNonCo2 === undefined ? undefined : `aviation non-CO2 ${aviationNonCo2}`;
  const stated = [method, part, region, nonCo2].filter((word) => word !== undefined);
  return `${key} (${stated.join(', ')}) in ${describePeriod(period)}`;
}

function ambiguous(query: FactorQuery, factors: readonly EmissionFactor[]): Outcome<never> {
  const ids = factors.map(({ id }) => id);
  const asked = describeQuery(query);
  const message = `More than one factor answers ${asked}: ${ids.join(', ')}. Keep one, or part their validity.`;
  return failure(errorIssue('factor-ambiguous', { message, detail: { query: asked, ids } }));
}

function notFound(index: FactorIndex, query: FactorQuery): Outcome<never> {
  const { factors } = index.set;
  const sameMethod = factors.filter(({ method }) => method === query.method);
  const sameKey = sameMethod.filter(({ key }) => key === query.key);
  const fitting = sameKey.filter(({ per }) => perDimension(per) === perDimension(query.per));
  if (sameKey.length > 0 && fitting.length === 0) return otherDimension(query, sameKey);
  const asked = describeQuery(query);
  const keys = nearestNames(
    query.key,
    sameMethod.map(({ key }) => key),
  );
  const nearest = fitting.length > 0 ? fitting.map(describeFactor) : keys;
  const hint = fitting.length > 0 ? ` There is ${nearest.join('; ')}.` : didYouMean(keys);
  const message = `The set ${index.set.id} has no factor for ${asked}.${hint} Add one with its source, or extend a validity with a reason.`;
  return failure(errorIssue('factor-not-found', { message, detail: { query: asked, nearest } }));
}

function describeFactor(factor: EmissionFactor): string {
  const variant = factor.part ?? factor.aviationNonCo2;
  const years = describePeriod(validityOf(factor));
  return `${factor.id} for ${years}${variant === undefined ? '' : ` (${variant})`}`;
}

function otherDimension(query: FactorQuery, found: readonly EmissionFactor[]): Outcome<never> {
  const units = [...new Set(found.map(({ per }) => per))];
  const allowed = unitsOf(units.map((unit) => UNITS[unit].dimension));
  const message = `The factor for ${query.key} is stated per ${units.join(' or ')}; an amount in ${query.per} cannot be converted to that. Give the amount in ${allowed.join(', ')}.`;
  return failure(
    errorIssue('unit-mismatch', { message, detail: { from: query.per, to: units.join(' or '), allowed } }),
  );
}
