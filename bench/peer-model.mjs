import { seededRandom } from './random.mjs';

/**
 * The model that every contender evaluates, for electricity in kWh and spend in EUR:
 *   energy    = electricity × grid factor, once with the location-based and once with the market-based factor
 *   purchases = spend × price index of the factor's year ÷ price index of the spend year × product factor
 * and from these the two totals, energy + purchases.
 */
export const MODEL = {
  locationFactor: '0.0713',
  marketFactor: '0.4985',
  productFactor: '0.243',
  factorYear: 2019,
  spendYear: 2021,
  indexOfFactorYear: '103.3',
  indexOfSpendYear: '105.9',
};

/** Different situations, all amounts as decimal text. */
export function syntheticSituations(count) {
  const random = seededRandom(2_035);
  return Array.from({ length: count }, (_, index) => ({
    name: `situation-${String(index + 1).padStart(6, '0')}`,
    electricity: random.decimalText(100, 200_000, 2),
    spend: random.decimalText(1, 90_000, 2),
  }));
}
