import { Decimal, decimalText } from '../decimal.js';

const TONNES_PER_KILOGRAM = new Decimal('0.001');

/** Kilograms as tonnes with all digits: every emission in the figures is in tonnes. */
export function tonnesText(kilograms: Decimal): string {
  return decimalText(kilograms.times(TONNES_PER_KILOGRAM));
}
