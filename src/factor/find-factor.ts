import { describePeriod, holds } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import { didYouMean, nearestNames } from '../nearest.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { CalorificBasis } from '../quantity/calorific-basis.js';
import { UNITS, unitsOf } from '../quantity/units.js';
import type { PerUnit } from '../quantity/units.js';
import { perDimension } from './emission-factor.js';
import type { AviationNonCo2, CalculationMethod, EmissionFactor, FactorSet, PerDimension } from './emission-factor.js';
import { questionOf, validityOf } from './factor-clashes.js';

/** The question which factor to use. */
export interface FactorQuery {
  readonly key: string;
  readonly method: CalculationMethod;
  /** Any unit of the dimension the factor has to be stated per; any currency stands for money. */
  readonly per: PerUnit;
  /** Every day of it has to lie in the factor's validity. */
  readonly period: ReportingPeriod;
  readonly part?: string | undefined;
  /** Absent: any region answers, and two regions are an issue. */
  readonly region?: string;
  readonly aviationNonCo2?: AviationNonCo2;
  /** For fuels per energy; absent: a factor that does not state it. */
  readonly calorificBasis?: CalorificBasis | undefined;
}

/** The factors that answer one question, whatever their validity and region. */
export interface FactorGroup {
  readonly method: CalculationMethod;
  readonly dimension: PerDimension;
  readonly part: string | undefined;
  readonly aviationNonCo2: AviationNonCo2 | undefined;
  readonly calorificBasis: CalorificBasis | undefined;
  readonly factors: readonly EmissionFactor[];
}

/** A factor set laid out for looking up; built once per set. */
export interface FactorIndex {
  readonly set: FactorSet;
  readonly byKey: ReadonlyMap<string, readonly FactorGroup[]>;
  /** The life-cycle parts there are, by method and key with a space between. */
  readonly partsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the factors of a method and key are stated per, whatever their part. */
  readonly dimensionsOf: ReadonlyMap<string, ReadonlySet<PerDimension>>;
}

/** Lays a factor set out for `findFactor`. */
export function indexFactors(set: FactorSet): FactorIndex {
  return {
    set,
    byKey: groupsByKey(set),
    partsOf: valuesOf(set, ({ part }) => part),
    dimensionsOf: valuesOf(set, ({ per }) => perDimension(per)),
  };
}

function groupsByKey({ factors }: FactorSet): ReadonlyMap<string, readonly FactorGroup[]> {
  const byQuestion = new Map<string, EmissionFactor[]>();
  const byKey = new Map<string, FactorGroup[]>();
  for (const factor of factors) {
    const question = questionOf(factor);
    const known = byQuestion.get(question);
    if (known !== undefined) {
      known.push(factor);
      continue;
    }
    const { key, method, per, part, aviationNonCo2, calorificBasis } = factor;
    const group = [factor];
    byQuestion.set(question, group);
    const groups = byKey.get(key) ?? [];
    groups.push({ method, dimension: perDimension(per), part, aviationNonCo2, calorificBasis, factors: group });
    byKey.set(key, groups);
  }
  return byKey;
}

/** The different values of a field, by method and key with a space between. */
function valuesOf<T>({ factors }: FactorSet, field: (factor: EmissionFactor) => T | undefined) {
  const values = new Map<string, Set<T>>();
  for (const factor of factors) {
    const value = field(factor);
    if (value === undefined) continue;
    const name = `${factor.method} ${factor.key}`;
    const known = values.get(name);
    if (known === undefined) values.set(name, new Set([value]));
    else known.add(value);
  }
  return values;
}

const NONE: readonly EmissionFactor[] = [];

/** All factors that answer the query on some day. */
function groupOf(index: FactorIndex, query: FactorQuery): readonly EmissionFactor[] {
  const groups = index.byKey.get(query.key);
  if (groups === undefined) return NONE;
  const dimension = perDimension(query.per);
  const { method, part, aviationNonCo2, calorificBasis } = query;
  for (const group of groups) {
    if (
      group.method === method &&
      group.dimension === dimension &&
      group.part === part &&
      group.aviationNonCo2 === aviationNonCo2 &&
      group.calorificBasis === calorificBasis
    ) {
      return group.factors;
    }
  }
  return NONE;
}

/** The factors that answer the query on at least one of its days. */
export function factorsWithin(index: FactorIndex, query: FactorQuery): readonly EmissionFactor[] {
  return groupOf(index, query).filter((factor) => answers(factor, query));
}

function answers({ region, validFrom, validTo }: EmissionFactor, query: FactorQuery): boolean {
  const { from, to } = query.period;
  return validFrom <= to && from <= validTo && (query.region === undefined || region === query.region);
}

/** The factor that alone answers a query on all of its days, where there is such a one: the usual case, and the quick way. */
export function soleFactor(index: FactorIndex, query: FactorQuery): EmissionFactor | undefined {
  let sole: EmissionFactor | undefined;
  for (const factor of groupOf(index, query)) {
    if (!answers(factor, query)) continue;
    if (sole !== undefined) return undefined;
    sole = factor;
  }
  if (sole === undefined) return undefined;
  return sole.validFrom <= query.period.from && query.period.to <= sole.validTo ? sole : undefined;
}

/** Whether a factor answers the query on all of its days, or the key is known in another dimension: then `findFactor` says more. */
export function hasFactor(index: FactorIndex, query: FactorQuery): boolean {
  if (factorsWithin(index, query).some((factor) => holds(validityOf(factor), query.period))) return true;
  const dimensions = index.dimensionsOf.get(`${query.method} ${query.key}`);
  return dimensions !== undefined && !dimensions.has(perDimension(query.per));
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

function describeQuery(query: FactorQuery): string {
  const { key, method, part, region, aviationNonCo2, calorificBasis, period } = query;
  const nonCo2 = aviationNonCo2 === undefined ? undefined : `aviation non-CO2 ${aviationNonCo2}`;
  const heat = calorificBasis === undefined ? undefined : `${calorificBasis} calorific value`;
  const stated = [method, part, region, nonCo2, heat].filter((word) => word !== undefined);
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
  const variant = factor.part ?? factor.aviationNonCo2 ?? factor.calorificBasis;
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
