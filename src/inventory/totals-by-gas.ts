import { ZERO, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import type { EmissionLine } from '../emission/emission-line.js';
import type { FactorTerm, GwpTerm } from '../emission/term.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { GASES } from '../quantity/warming-potential.js';
import type { Gas } from '../quantity/warming-potential.js';
import type { Inventory } from './inventory.js';
import { inTonnes, linesCounted, tonnesOf } from './totals.js';
import type { TotalOptions } from './totals.js';

/** What a factor in CO2e does not split into gases, and the rounding between published gases and published CO2e. */
export const GAS_NOT_STATED = 'not-stated';

/** The total of one gas, or of what is not stated by gas. */
export interface GasTotal {
  readonly gas: Gas | typeof GAS_NOT_STATED;
  readonly emissions: Quantity<'tCO2e'>;
}

/**
 * The total of an inventory by gas, in CO2e, in the order of the gas table, `not-stated` last. The gases add up to
 * `totalEmissions` digit for digit: the gas of a line is its share of the line, rounded once, and what rounding and factors
 * without gases leave is `not-stated`, which can be a little below zero where a publication's gases exceed its CO2e.
 *
 * @see GHG Protocol, Corporate Standard, chapter 9 (emissions of each gas apart)
 * @example totalsByGas(inventory, { scope2: 'location-based' })
 */
export function totalsByGas(inventory: Inventory, options: TotalOptions): readonly GasTotal[] {
  const lines = linesCounted(inventory, options);
  const kilograms = new Map<Gas, Decimal[]>();
  for (const line of lines) {
    for (const { gas, value } of gasesOf(line)) {
      const known = kilograms.get(gas);
      if (known === undefined) kilograms.set(gas, [value]);
      else known.push(value);
    }
  }
  const stated = GASES.flatMap((gas) => {
    const values = kilograms.get(gas);
    return values === undefined ? [] : [{ gas, emissions: quantityOf(inTonnes(values), 'tCO2e') }];
  });
  const rest = tonnesOf(lines).value.minus(sumOf(stated.map(({ emissions }) => emissions.value)));
  if (rest.isZero()) return stated;
  return [...stated, { gas: GAS_NOT_STATED, emissions: quantityOf(rest, 'tCO2e') }];
}

function gasesOf(line: EmissionLine): readonly { readonly gas: Gas; readonly value: Decimal }[] {
  const weighed = line.terms.find((term): term is GwpTerm => term.name === 'gwp');
  if (weighed !== undefined) return [{ gas: weighed.gas, value: line.emissions.value }];
  const factor = line.terms.find((term): term is FactorTerm => term.name === 'factor');
  if (factor?.gases === undefined || factor.numerator.isZero()) return [];
  const { gases, numerator } = factor;
  return gases.map((part) => ({
    gas: part.gas,
    value: roundedQuotient(product([line.emissions.value, part.numerator]), numerator),
  }));
}

/**
 * CO2 from biomass, in tonnes: outside the scopes, in no total; the methane and nitrous oxide of burning it are inside.
 *
 * @see GHG Protocol, Corporate Standard, chapter 4; ESRS E1 AR 43 (c), 45 (e), 46 (j)
 */
export function biogenicEmissions(inventory: Inventory, options: TotalOptions): Quantity<'tCO2-biogenic'> {
  const kilograms = linesCounted(inventory, options).map(({ biogenicCo2 }) => biogenicCo2?.value ?? ZERO);
  return quantityOf(inTonnes(kilograms), 'tCO2-biogenic');
}

/** Gases of the Montreal Protocol (HCFCs) in tonnes of CO2e: reported apart, in no total. */
export function emissionsOutsideScopes(inventory: Inventory): Quantity<'tCO2e'> {
  return tonnesOf(inventory.lines.filter(({ outsideScopes }) => outsideScopes !== undefined));
}
