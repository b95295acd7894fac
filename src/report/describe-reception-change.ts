import type { Decimal } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import { printedChange, printedNumber, printedPercent } from './printed-number.js';
import type { ChangeCause, ReceptionChange } from './reception-change.js';

/**
 * A change as a sentence: what moved, by how much, and its causes from the largest to the smallest, in tonnes with one decimal
 * (each rounded on its own, half away from zero). Causes that round to nothing are left out.
 *
 * @example
 * describeReceptionChange(change, { from: 2018, to: 2024 })
 * // 'From 2018 to 2024 the emissions of purchases of … rose from 29,400.2 t to 47,517.9 t (+61.6 %): …'
 */
export function describeReceptionChange(
  { counted, before, after, change, causes }: ReceptionChange,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const moved = change.value.isZero() ? 'stayed at' : change.value.isNegative() ? 'fell from' : 'rose from';
  const tonnes = ({ value }: { readonly value: Decimal }) => `${printedNumber(inTonnes(value), 1)} t`;
  const levels = change.value.isZero() ? tonnes(after) : `${tonnes(before)} to ${tonnes(after)}`;
  const share =
    before.value.isZero() || change.value.isZero()
      ? ''
      : ` (${printedPercent(roundedQuotient(change.value, before.value))})`;
  const parts = [...causes]
    .filter(({ effect }) => isPrinted(effect.value))
    .sort((a, b) => b.effect.value.abs().comparedTo(a.effect.value.abs()))
    .map(causeText);
  const because = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `From ${from} to ${to} the emissions of ${counted} ${moved} ${levels}${share}${because}.`;
}

function causeText({ name, effect, why }: ChangeCause): string {
  const reason = why === undefined ? '' : ` (${why})`;
  return `${name}${reason} ${printedChange(inTonnes(effect.value), 1)} t`;
}

/** Whether a cause shows with one decimal of a tonne: a factor that stayed leaves billionths behind, from the rounding of lines. */
function isPrinted(kilograms: Decimal): boolean {
  return printedNumber(inTonnes(kilograms.abs()), 1) !== '0.0';
}

const KILOGRAMS_PER_TONNE = 1000;

function inTonnes(kilograms: Decimal): Decimal {
  return kilograms.dividedBy(KILOGRAMS_PER_TONNE);
}
