import { ONE, decimalText, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { EmissionFactor } from './emission-factor.js';
import { GASES, GWP_SETS, isKyotoGas, warmingPotential } from '../quantity/warming-potential.js';
import type { Gas, GwpSet } from '../quantity/warming-potential.js';

/** Kilograms of CO2e of one gas per one `per` of a factor, over the denominator of the whole factor. */
export interface GasPart {
  readonly gas: Gas;
  readonly numerator: Decimal;
}

/** A factor's kilograms of CO2e per one `per`, weighed with one assessment report: an exact fraction, and its gases. */
export interface CharacterisedFactor {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** The gases of the scopes that the factor states, which may not add up to a published numerator. Empty: not stated. */
  readonly gases: readonly GasPart[];
  /** Gases outside the scopes (HCFCs), over the same denominator; in no total. */
  readonly outside: readonly GasPart[];
}

/** A factor whose gases leave out more than this share of its published CO2e is not calculated from them. */
const SHARE_THAT_ROUNDING_EXPLAINS = '0.005';

/**
 * A factor in the warming potentials of an inventory. With the same assessment report, or without stated gases, the
 * published `co2e` stands. With another one it is Σ kilograms of the gas × potential, exact: where the gases are stated in
 * CO2e, each is first divided by the potential it was weighed with.
 *
 * Issues: `warming-potential-missing` (the report does not list a gas), `factor-incomplete` (the gases do not add up to the
 * published CO2e, so that something would be left out).
 *
 * @see GHG Protocol, Corporate Standard, chapter 5 (one set of potentials for all years)
 * @example characteriseFactor(factor, 'AR6')
 */
export function characteriseFactor(factor: EmissionFactor, gwp: GwpSet): Outcome<CharacterisedFactor> {
  const stated = statedGases(factor);
  if (stated.length === 0) return success(published(factor));
  const weighed = weighedGases(factor, stated, gwp);
  const stands = factor.gwp === gwp && stated.every(({ gas }) => isKyotoGas(gas));
  // The published figure needs no potential; without one only the split by gas is not known.
  if (!weighed.ok) return stands ? success(published(factor)) : weighed;
  const { parts, denominator } = weighed.value;
  if (stands)
    return success({ numerator: product([factor.co2e, denominator]), denominator, gases: parts, outside: [] });
  const incomplete = missingGases(factor, stated);
  if (incomplete !== undefined) return incomplete;
  const gases = parts.filter(({ gas }) => isKyotoGas(gas));
  const outside = parts.filter(({ gas }) => !isKyotoGas(gas));
  return success({ numerator: sumOfParts(gases), denominator, gases, outside });
}

function published({ co2e }: EmissionFactor): CharacterisedFactor {
  return { numerator: co2e, denominator: ONE, gases: [], outside: [] };
}

interface StatedGas {
  readonly gas: Gas;
  readonly amount: Decimal;
}

function statedGases({ gases = {} }: EmissionFactor): readonly StatedGas[] {
  return GASES.flatMap((gas) => {
    const amount = gases[gas];
    return amount === undefined ? [] : [{ gas, amount }];
  });
}

/** All gases in CO2e of one report, over one denominator: 1, or the product of the potentials that are divided out. */
function weighedGases(factor: EmissionFactor, stated: readonly StatedGas[], gwp: GwpSet) {
  if (factor.gasesStatedIn === 'CO2e' && factor.gwp === gwp) {
    return success({ parts: stated.map(({ gas, amount }) => ({ gas, numerator: amount })), denominator: ONE });
  }
  const steps = collect(stated.map((gas) => weighingOf(factor, gas, gwp)));
  if (!steps.ok) return steps;
  const parts = steps.value.map(({ gas, multiplied }, index) => {
    const others = steps.value.filter((_, other) => other !== index).map(({ divided }) => divided);
    return { gas, numerator: product([...multiplied, ...others]) };
  });
  return success({ parts, denominator: product(steps.value.map(({ divided }) => divided)) });
}

/** One gas: what is multiplied (its amount and potential), and what a statement in CO2e was weighed with. */
function weighingOf(factor: EmissionFactor, { gas, amount }: StatedGas, gwp: GwpSet) {
  const potential = potentialOf(factor, gas, gwp);
  const divisor = divisorOf(factor, gas);
  if (!potential.ok) return potential;
  if (!divisor.ok) return divisor;
  return success({ gas, multiplied: [amount, potential.value], divided: divisor.value });
}

/** What a stated amount is divided by to become kilograms of the gas. */
function divisorOf(factor: EmissionFactor, gas: Gas): Outcome<Decimal> {
  if (factor.gasesStatedIn === undefined || factor.gwp === 'not-stated') return success(ONE);
  return potentialOf(factor, gas, factor.gwp);
}

function potentialOf({ id }: EmissionFactor, gas: Gas, gwp: GwpSet): Outcome<Decimal> {
  const potential = warmingPotential(gas, gwp);
  if (potential !== undefined) return success(potential);
  const message = `${gwp} lists no warming potential of ${gas}, a gas of the factor ${id}. State the inventory with a report that lists it, or use a factor in CO2e.`;
  return failure(errorIssue('warming-potential-missing', { message, detail: { id, gas, gwp } }));
}

/**
 * Whether the stated gases come to what the publication says in all: in its own report, or in one of the three where it
 * names none. A publication may leave gases outside the scopes out of its sum.
 */
function missingGases(factor: EmissionFactor, stated: readonly StatedGas[]): Outcome<never> | undefined {
  const { id, gwp: own } = factor;
  const reports = own === 'not-stated' ? GWP_SETS : [own];
  if (reports.some((report) => addUp(factor, stated, report))) return undefined;
  const message = `The gases of the factor ${id} do not come to its ${decimalText(factor.co2e)} kg CO2e per ${factor.per}, so it cannot be calculated from them. Complete the gases, or take them out.`;
  return failure(errorIssue('factor-incomplete', { message, detail: { id, field: 'gases' }, at: { path: 'gases' } }));
}

function addUp(factor: EmissionFactor, stated: readonly StatedGas[], report: GwpSet): boolean {
  const weighed = weighedGases(factor, stated, report);
  if (!weighed.ok) return false;
  const { parts, denominator } = weighed.value;
  const whole = product([factor.co2e, denominator]);
  const tolerance = whole.times(SHARE_THAT_ROUNDING_EXPLAINS);
  const sums = [sumOfParts(parts), sumOfParts(parts.filter(({ gas }) => isKyotoGas(gas)))];
  return sums.some((sum) => whole.minus(sum).abs().lessThanOrEqualTo(tolerance));
}

/** What gases come to together, over their one denominator. */
export function sumOfParts(parts: readonly GasPart[]): Decimal {
  return sumOf(parts.map(({ numerator }) => numerator));
}
