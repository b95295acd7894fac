import type { EmissionLine, Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { totalEmissions } from '../inventory/totals.js';
import { combine, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { intensityRatio } from '../quantity/intensity-ratio.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDays } from './client-days.js';
import { describeNumerator, numeratorLines } from './numerator.js';
import type { ReceptionNumerator } from './numerator.js';
import { readinessOf } from './readiness.js';
import type { Readiness } from './readiness.js';
import { sumClientDays } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** What is counted, and what is shown apart from it. None of it has a default: each choice moves the figure. */
export interface ReceptionFiguresOptions {
  readonly scope2: Scope2Basis;
  readonly numerator: ReceptionNumerator;
  /** Lines with one of these tags are one-off (the start-up of a site) and shown apart; an empty list: none are. */
  readonly oneOffTags: readonly string[];
}

/** One denominator of a period, and the emissions per one of it. */
export interface DenominatorFigures<D extends RegisterUnit> {
  readonly days: Quantity<D>;
  readonly intensity: Quantity<`kgCO2e/${D}`>;
}

/** Reception in one period, per each of the register's denominators, with what was counted in words. */
export interface ReceptionFigures {
  /** To be printed with every figure. */
  readonly counted: string;
  readonly scope2: Scope2Basis;
  /** The numerator, without one-off lines. */
  readonly emissions: Quantity<'tCO2e'>;
  /** One-off lines of the numerator; `emissions` and these add up to the whole selection. */
  readonly oneOff: Quantity<'tCO2e'>;
  readonly perNight: DenominatorFigures<'accommodation-night'>;
  readonly perClientDay: DenominatorFigures<'client-day'>;
  readonly perPlaceDay: DenominatorFigures<'place-day'>;
  readonly readiness: Readiness;
}

/**
 * Kilograms of CO2e per accommodation-night, client-day and place-day of an inventory's period, for a stated numerator: three
 * figures that are never compared with one another, with the share of places that were kept and not slept in.
 *
 * Issues: those of `sumClientDays`, and `denominator-zero`.
 *
 * @see GHG Protocol, Corporate Value Chain Standard, formula C.1
 * @example
 * receptionFigures(inventory, register, { scope2: 'location-based', oneOffTags: ['start-up'],
 *   numerator: { selection: 'reception-purchases', products: ['reception-services'] } })
 */
export function receptionFigures(
  inventory: Inventory,
  register: ClientDays,
  { scope2, numerator, oneOffTags }: ReceptionFiguresOptions,
): Outcome<ReceptionFigures> {
  const selected = numeratorLines(numerator, register);
  const isOneOff = ({ tags = [] }: EmissionLine) => tags.some((tag) => oneOffTags.includes(tag));
  const total = (where: (line: EmissionLine) => boolean) => totalEmissions(inventory, { scope2, where });
  const emissions = total((line) => selected(line) && !isOneOff(line));
  const figures = combine({
    perNight: denominatorFigures(inventory, register, emissions, 'accommodation-night'),
    perClientDay: denominatorFigures(inventory, register, emissions, 'client-day'),
    perPlaceDay: denominatorFigures(inventory, register, emissions, 'place-day'),
    readiness: readinessOf(register, inventory.period),
  });
  if (!figures.ok) return figures;
  const oneOff = total((line) => selected(line) && isOneOff(line));
  return success({ counted: describeNumerator(numerator), scope2, emissions, oneOff, ...figures.value });
}

function denominatorFigures<D extends RegisterUnit>(
  { period }: Inventory,
  register: ClientDays,
  emissions: Quantity<'tCO2e'>,
  per: D,
): Outcome<DenominatorFigures<D>> {
  const days = sumClientDays(register, { period, per });
  if (!days.ok) return days;
  const intensity = intensityRatio(emissions, days.value);
  return intensity.ok ? success({ days: days.value, intensity: intensity.value }) : intensity;
}
