import { product } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { UNITY, ratioProduct, ratioTimes, roundedQuotient, roundedRatio } from '../exact-ratio.js';
import type { ExactRatio } from '../exact-ratio.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { roundedShortRatio, shortDividedBy, shortRatio, shortTimes } from '../short-ratio.js';
import type { ShortRatio } from '../short-ratio.js';
import type { Term } from './term.js';

/**
 * What the terms of a line come to, in kilograms: all numerators multiplied, all denominators divided out once, rounded
 * once, half-even, to 12 decimals. The one place where a line is calculated. `common` is the product of the terms that are
 * not the line's own, where it is known already.
 */
export function emissionsOf(
  terms: readonly Term[],
  shared: SharedProducts = sharedProducts(),
  common: SharedRatio = sharedProductOf(terms, shared),
): Quantity<'kgCO2e'> {
  const short = common.short === undefined ? undefined : timesOwnShort(common.short, terms);
  const rounded = short === undefined ? undefined : roundedShortRatio(short);
  return quantityOf(rounded ?? roundedRatio(timesOwn(common.exact, terms)), 'kgCO2e');
}

function timesOwn(common: ExactRatio, terms: readonly Term[]): ExactRatio {
  let own = UNITY;
  for (const term of terms) {
    if (isOwn(term)) own = ratioTimes(own, term.numerator, term.denominator);
  }
  return ratioProduct(own, common);
}

function timesOwnShort(common: ShortRatio, terms: readonly Term[]): ShortRatio | undefined {
  let ratio: ShortRatio | undefined = common;
  for (const term of terms) {
    if (!isOwn(term)) continue;
    const times = shortTimes(ratio, term.numerator);
    ratio = times === undefined ? undefined : shortDividedBy(times, term.denominator);
    if (ratio === undefined) return undefined;
  }
  return ratio;
}

/** The exact product of terms. */
export function productOf(terms: readonly Term[]): ExactRatio {
  return terms.reduce((ratio, { numerator, denominator }) => ratioTimes(ratio, numerator, denominator), UNITY);
}

/** A product that many lines share: exact, and as a short ratio where it is one. */
export interface SharedRatio {
  readonly exact: ExactRatio;
  readonly short: ShortRatio | undefined;
}

/** A product made ready for many lines. */
export function sharedRatio(exact: ExactRatio): SharedRatio {
  return { exact, short: shortRatio(exact) };
}

/**
 * Products of terms that many lines share, as a tree: each branch is one more term. Products are exact, so that it makes no
 * difference to a figure which terms are multiplied first; it only saves multiplying the same ones again for every line.
 */
export interface SharedProducts extends SharedRatio {
  readonly next: Map<Term, SharedProducts>;
}

/** An empty tree; lives as long as the terms it knows. */
export function sharedProducts(): SharedProducts {
  return { ...sharedRatio(UNITY), next: new Map() };
}

function sharedProductOf(terms: readonly Term[], shared: SharedProducts): SharedRatio {
  let branch = shared;
  for (const term of terms) {
    if (!isOwn(term)) branch = afterTerm(branch, term);
  }
  return branch;
}

/**
 * Whether a term is multiplied for each line anew. The others depend only on factor, unit and years: they are made once per
 * call, and many lines share them.
 */
function isOwn({ name }: Term): boolean {
  return (
    name === 'amount' || name === 'days' || name === 'vat' || name === 'share' || name === 'count' || name === 'gwp'
  );
}

function afterTerm(before: SharedProducts, term: Term): SharedProducts {
  const known = before.next.get(term);
  if (known !== undefined) return known;
  const exact = ratioTimes(before.exact, term.numerator, term.denominator);
  const made = { ...sharedRatio(exact), next: new Map<Term, SharedProducts>() };
  before.next.set(term, made);
  return made;
}

/** Kilograms of biogenic CO2: the terms before the factor × its biogenic CO2 per one unit, rounded once like a line. */
export function biogenicOf(before: readonly Term[], perUnit: Decimal): Quantity<'kgCO2-biogenic'> {
  const numerator = product([...before.map((term) => term.numerator), perUnit]);
  const denominator = product(before.map((term) => term.denominator));
  return quantityOf(roundedQuotient(numerator, denominator), 'kgCO2-biogenic');
}
