import { roundedText } from '../decimal.js';
import type { Quantity } from './quantity.js';

/** How a quantity is shown: the decimals printed, and the language whose separators are used (none: digits and a point). */
export interface FormatQuantityOptions {
  readonly decimalPlaces: number;
  readonly locale?: string;
}

/**
 * A quantity for people, `38,269.5 tCO2e`: rounded once, half away from zero, never `-0`. Without a locale the number has
 * a decimal point and no grouping; with one, the separators and minus sign of that locale, all digits kept.
 *
 * @example formatQuantity(quantity('1.005', 'tCO2e'), { decimalPlaces: 2 })   // '1.01 tCO2e'
 */
export function formatQuantity({ value, unit }: Quantity, { decimalPlaces, locale }: FormatQuantityOptions): string {
  const text = roundedText(value, decimalPlaces);
  return `${locale === undefined ? text : localText(text, decimalPlaces, locale)} ${unit}`;
}

function localText(text: string, decimalPlaces: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimalPlaces,
    maximumFractionDigits: decimalPlaces,
  });
  // Intl formats a decimal text with all its digits; the type still asks for a number (ECMA-402, NumberFormat v3).
  return format.format(text as unknown as number);
}
