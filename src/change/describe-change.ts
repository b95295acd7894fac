import { Decimal } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { formatQuantity } from '../quantity/format-quantity.js';
import type { FormatQuantityOptions } from '../quantity/format-quantity.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ChainedDecomposition } from './chain-decompositions.js';
import type { ChangeDecomposition } from './decompose-change.js';
import type { DecompositionRule } from './decomposition-rule.js';

/**
 * A change in two sentences of English: how the figure moved, what each factor did, the largest effect first, and by which
 * method. Effects sum to the change exactly; where the figures as they are printed, rounded one by one, do not add up, a
 * third sentence says what they come to. Numbers are those of `formatQuantity`, with `+` or `−` before an effect.
 *
 * @example
 * describeChange(decomposition, { decimalPlaces: 0, locale: 'en' })
 * // 'The figure fell by 32,000 kgCO2e, from 200,000 kgCO2e to 168,000 kgCO2e: kg per night −66,000 kgCO2e, nights
 * //  +34,000 kgCO2e. The effects are Shapley values and sum to the change.'
 */
export function describeChange(
  decomposition: ChangeDecomposition | ChainedDecomposition,
  options: FormatQuantityOptions,
): string {
  const bySize = [...decomposition.effects].sort((a, b) => b.effect.value.abs().comparedTo(a.effect.value.abs()));
  const parts = bySize.map(({ factor, effect }) => `${factor} ${signed(effect, options)}`);
  const moved = `The figure ${movement(decomposition, options)}: ${parts.join(', ')}.`;
  const method = `The effects are ${methodOf(decomposition)} and sum to the change.`;
  return [moved, method, ...roundingNote(decomposition, options)].join(' ');
}

/** A figure is not below zero, nor is a size. */
function signless({ value, unit }: Quantity, options: FormatQuantityOptions): string {
  return formatQuantity({ value: value.abs(), unit }, options);
}

function signed(quantity: Quantity, options: FormatQuantityOptions): string {
  const shown = printed(quantity, options);
  const sign = shown.isZero() ? '' : shown.isNegative() ? '−' : '+';
  return `${sign}${signless(quantity, options)}`;
}

/** The number that `formatQuantity` prints: rounded half away from zero. */
function printed({ value }: Quantity, { decimalPlaces }: FormatQuantityOptions): Decimal {
  return value.toDecimalPlaces(decimalPlaces, Decimal.ROUND_HALF_UP);
}

function movement(
  { before, after, change }: ChangeDecomposition | ChainedDecomposition,
  options: FormatQuantityOptions,
): string {
  if (change.value.isZero()) return `stayed at ${signless(after, options)}`;
  const verb = change.value.isNegative() ? 'fell' : 'rose';
  const size = printed(change, options).isZero() ? 'less than is printed' : signless(change, options);
  return `${verb} by ${size}, from ${signless(before, options)} to ${signless(after, options)}`;
}

function methodOf(decomposition: ChangeDecomposition | ChainedDecomposition): string {
  if (!('steps' in decomposition)) return nameOf(decomposition.rule);
  const { steps } = decomposition;
  const names = new Set(steps.map(({ rule }) => nameOf(rule)));
  return `${[...names].join(' and ')}, added up over ${steps.length} ${steps.length === 1 ? 'step' : 'steps'},`;
}

function nameOf(rule: DecompositionRule): string {
  if (rule.method === 'shapley') return 'Shapley values';
  return rule.zeros === 'refuse'
    ? 'those of LMDI-I'
    : 'those of LMDI-I, with the analytical limit where a factor is zero,';
}

/** What the printed figures add up to, if it is not what is printed. */
function roundingNote(
  { before, after, change, effects }: ChangeDecomposition | ChainedDecomposition,
  options: FormatQuantityOptions,
): readonly string[] {
  const shown = printed(change, options);
  const ofEffects = sumOf(effects.map(({ effect }) => printed(effect, options)));
  const ofLevels = printed(after, options).minus(printed(before, options));
  const text = (value: Decimal) => signed(quantityOf(value, change.unit), options);
  const notes = [
    ...(ofEffects.equals(shown) ? [] : [`the effects come to ${text(ofEffects)}`]),
    ...(ofLevels.equals(shown) ? [] : [`the levels differ by ${text(ofLevels)}`]),
  ];
  if (notes.length === 0) return [];
  return [`As printed, each rounded by itself, ${notes.join(' and ')} where the change is ${text(change.value)}.`];
}
