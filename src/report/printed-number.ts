import { Decimal, roundedText } from '../decimal.js';

const GROUPS = /\B(?=(?:\d{3})+(?!\d))/g;

/** A number for a sentence: rounded once, half away from zero, thousands apart by a comma, a true minus: `−1,234.5`. */
export function printedNumber(value: Decimal, decimalPlaces: number): string {
  const [whole = '', fraction] = roundedText(value, decimalPlaces).split('.');
  const grouped = whole.replace(GROUPS, ',').replace('-', '−');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The same with a sign also where it is positive: `+1,234.5`. Zero has none. */
export function printedChange(value: Decimal, decimalPlaces: number): string {
  const text = printedNumber(value, decimalPlaces);
  return value.greaterThan(0) && !new Decimal(roundedText(value, decimalPlaces)).isZero() ? `+${text}` : text;
}

/** A share as a change in percent with one decimal: 0.616 is `+61.6 %`. */
export function printedPercent(share: Decimal): string {
  return `${printedChange(share.times(100), 1)} %`;
}
