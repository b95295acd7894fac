import { decimalText } from '../decimal.js';
import type { Scope2Basis } from '../emission/emission-line.js';
import type { Inventory } from '../inventory/inventory.js';
import { collect, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClientDays } from '../reception/client-days.js';
import type { FormShares } from '../reception/form-shares.js';
import { numeratorLines } from '../reception/numerator.js';
import { receptionBreakdown } from '../reception/reception-breakdown.js';
import type { ReceptionBreakdown } from '../reception/reception-breakdown.js';
import { receptionFigures } from '../reception/reception-figures.js';
import type { ReceptionFiguresOptions } from '../reception/reception-figures.js';
import type { ReceptionNumerator } from '../reception/numerator.js';
import type { RegisterUnit } from '../reception/sum-client-days.js';
import type { FormTable, ReceptionYear } from './reception-report.js';
import { tonnesText } from './tonnes-text.js';

/** The inventory of one year. */
export interface YearOfInventory {
  readonly year: number;
  readonly inventory: Inventory;
}

/**
 * `receptionFigures` of one year as plain data.
 *
 * Issues: those of `receptionFigures`.
 */
export function receptionYear(
  { year, inventory }: YearOfInventory,
  register: ClientDays,
  options: ReceptionFiguresOptions,
): Outcome<ReceptionYear> {
  const figures = receptionFigures(inventory, register, options);
  if (!figures.ok) return figures;
  const { emissions, oneOff, perNight, perClientDay, perPlaceDay, readiness } = figures.value;
  const { share, emptyPlaceDays, crowdedNights } = readiness;
  return success({
    year,
    emissions: decimalText(emissions.value),
    oneOff: decimalText(oneOff.value),
    days: {
      'client-day': decimalText(perClientDay.days.value),
      'accommodation-night': decimalText(perNight.days.value),
      'place-day': decimalText(perPlaceDay.days.value),
    },
    intensity: {
      'kgCO2e/client-day': decimalText(perClientDay.intensity.value),
      'kgCO2e/accommodation-night': decimalText(perNight.intensity.value),
      'kgCO2e/place-day': decimalText(perPlaceDay.intensity.value),
    },
    emptyPlaceDays: decimalText(emptyPlaceDays.value),
    crowdedNights: decimalText(crowdedNights.value),
    ...(share === undefined ? {} : { readinessShare: decimalText(share) }),
  });
}

/** What a table by form counts. */
export interface FormTableOptions {
  readonly scope2: Scope2Basis;
  readonly numerator: ReceptionNumerator;
  readonly per: RegisterUnit;
  readonly formShares?: FormShares | undefined;
}

/**
 * Intensity by form for several years, under one denominator and one rule.
 *
 * Issues: those of `receptionBreakdown`, of every year.
 */
export function formTable(
  years: readonly YearOfInventory[],
  register: ClientDays,
  { scope2, numerator, per, formShares }: FormTableOptions,
): Outcome<FormTable> {
  const where = numeratorLines(numerator, register);
  const tables = collect(
    years.map(({ year, inventory }) =>
      ofYear(year, receptionBreakdown(inventory, register, { scope2, where, per, by: 'form', formShares })),
    ),
  );
  if (!tables.ok) return tables;
  return success({
    per,
    formShares: describeFormShares(formShares),
    years: years.flatMap(({ year }, index) => {
      const table = tables.value[index];
      return table === undefined ? [] : [{ year, ...formFigures(table) }];
    }),
  });
}

/** The outcome with the year in front of what its issues say: a table has one inventory for each. */
function ofYear<T>(year: number, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome;
  return failureOf(outcome.issues.map((issue) => ({ ...issue, message: `${year}: ${issue.message}` })));
}

function formFigures({ parts, unassigned, withoutEmissions }: ReceptionBreakdown<RegisterUnit>) {
  return {
    parts: parts.map(({ key, emissions, days, intensity }) => ({
      form: key,
      emissions: tonnesText(emissions.value),
      days: decimalText(days.value),
      intensity: decimalText(intensity.value),
    })),
    unassigned: tonnesText(unassigned.value),
    withoutEmissions,
  };
}

/** How sites of several forms were parted, in words, to be printed with the table. */
export function describeFormShares(formShares: FormShares | undefined): string {
  if (formShares === undefined) return 'every site has one form';
  if (formShares.rule === 'by-count') return `sites of several forms are parted by their ${formShares.per}s`;
  return `sites of several forms are parted by stated shares (${formShares.sites.map(({ site }) => site).join(', ')})`;
}
