import { decimalText, product } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import { describePeriod } from '../calendar/reporting-period.js';
import type { EmissionLine } from '../emission/emission-line.js';
import type { Term } from '../emission/term.js';
import { unreachable } from '../outcome.js';

/**
 * The workings of a line as text: every term as it is multiplied or divided, where it comes from, the whole product, and
 * the result with its rounding. A reader with a pocket calculator can follow it.
 *
 * @example
 * console.log(explainLine(line));
 */
export function explainLine(line: EmissionLine): string {
  const workings = line.terms.map((term, index) => ({
    sum: workingOf(term, index),
    why: `${term.name}: ${originOf(term)}`,
  }));
  const width = Math.max(...workings.map(({ sum }) => sum.length));
  const rows = workings.map(({ sum, why }) => `  ${sum.padEnd(width)}  ${why}`);
  const apart =
    line.biogenicCo2 === undefined ? [] : [`  apart: ${decimalText(line.biogenicCo2.value)} ${line.biogenicCo2.unit}`];
  return [headingOf(line), ...rows, `  = ${wholeProduct(line.terms)}`, `  = ${resultOf(line)}`, ...apart].join('\n');
}

function headingOf(line: EmissionLine): string {
  const market = line.marketBasis === undefined ? '' : ` (${line.marketBasis})`;
  const what = [
    line.kind,
    `scope ${line.scope}`,
    line.category,
    `${line.method}${market}`,
    ...(line.outsideScopes === undefined ? [] : [`outside the scopes: ${line.outsideScopes}`]),
    ...(line.product === undefined ? [] : [`product ${line.product}`]),
    ...(line.site === undefined ? [] : [`site ${line.site}`]),
    describePeriod(line.period),
  ];
  return `${line.id}\n  ${what.join(', ')}`;
}

function workingOf({ numerator, denominator }: Term, index: number): string {
  const divided = decimalText(denominator);
  if (divided === '1') return `${index === 0 ? '' : '× '}${decimalText(numerator)}`;
  if (decimalText(numerator) === '1' && index > 0) return `÷ ${divided}`;
  return `${index === 0 ? '' : '× '}${decimalText(numerator)} ÷ ${divided}`;
}

function originOf(term: Term): string {
  switch (term.name) {
    case 'amount':
      return term.unit;
    case 'unit':
      return `from ${term.from} to ${term.to}`;
    case 'days':
      return `days of ${describePeriod(term.part)} out of ${describePeriod(term.whole)}`;
    case 'vat':
      return `from VAT ${term.from} to VAT ${term.to} at a rate of ${decimalText(term.rate)}`;
    case 'margin':
      return `from purchaser prices to basic prices, ${decimalText(term.share)} of the price being margins (${term.source})`;
    case 'exchange-rate':
      return `from ${term.from} to ${term.to}, average of ${term.year} (${term.source})`;
    case 'price':
      return `from prices of ${term.fromYear} to prices of ${term.toYear} (${term.source})`;
    case 'count':
    case 'share':
      return term.of;
    case 'fuel-property':
      return `${term.property} in ${term.unit} (${term.source})`;
    case 'gwp':
      return `kgCO2e per kg of ${term.gas} (${term.set})`;
    case 'factor':
      return `${term.unit}, ${term.factorId} (${term.source})`;
    default:
      return unreachable(term);
  }
}

/** All numerators over all denominators, as they are multiplied; a 1 that changes nothing is not written. */
function wholeProduct(terms: readonly Term[]): string {
  const above = operands(terms.map(({ numerator }) => numerator));
  const below = operands(terms.map(({ denominator }) => denominator));
  const divisor = below.length > 1 ? `(${below.join(' × ')})` : below.join('');
  return `${above.length === 0 ? '1' : above.join(' × ')}${below.length === 0 ? '' : ` ÷ ${divisor}`}`;
}

function operands(values: readonly Decimal[]): readonly string[] {
  return values.map(decimalText).filter((text) => text !== '1');
}

function resultOf({ terms, emissions }: EmissionLine): string {
  const back = product([emissions.value, product(terms.map(({ denominator }) => denominator))]);
  const exact = back.equals(product(terms.map(({ numerator }) => numerator)));
  return `${decimalText(emissions.value)} ${emissions.unit}${exact ? '' : ' (rounded half-even to 12 decimals)'}`;
}
