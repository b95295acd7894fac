import { calendarYear } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import type { EmissionLine, Scope2Basis } from '../emission/emission-line.js';
import { roundedQuotient } from '../exact-ratio.js';
import type { Inventory } from '../inventory/inventory.js';
import { totalEmissions } from '../inventory/totals.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';

/** One year calculated both ways, in parallel: nothing of the one is in the other. */
export interface BridgedInventories {
  readonly year: number;
  readonly spendBased: Inventory;
  readonly nightBased: Inventory;
}

/** What is compared, which year the official series changes method, and against which year it is held. */
export interface BridgeOptions {
  readonly scope2: Scope2Basis;
  /** The lines of both that are compared; absent: all. */
  readonly where?: (line: EmissionLine) => boolean;
  /** The first year whose official figure is night-based. */
  readonly switchYear: number;
  readonly baseYear: number;
}

/** The two figures of a year, and how far apart they are. */
export interface BridgedYear {
  readonly year: number;
  readonly spendBased: Quantity<'tCO2e'>;
  readonly nightBased: Quantity<'tCO2e'>;
  /** nightBased − spendBased. */
  readonly gap: Quantity<'tCO2e'>;
  /** gap ÷ spendBased, half-even to 12 decimals; absent where spendBased is zero. */
  readonly share?: Decimal;
  /** Which of them is the official figure of the year. */
  readonly official: 'spend-based' | 'night-based';
}

/** Both series side by side, and what changing over does to the base year. */
export interface MethodBridge {
  readonly years: readonly BridgedYear[];
  readonly switchYear: number;
  /** The base year as it was and as the new method has it: a change of methodology, to be restated by the base-year policy. */
  readonly baseYear: BridgedYear;
}

/**
 * Puts the spend-based and the night-based figures of the same years side by side. The official series takes the first until the
 * year before the switch and the second from then on; the two are never added, and a target is held against one of them only:
 * after the switch against the base year by the new method. The step at the switch is no change in emissions.
 *
 * Issues: `invalid-value` for a base or switch year that is not among the years (there both methods are needed), a year given
 * twice, an inventory of other days than its year.
 *
 * @see GHG Protocol, Corporate Standard, chapter 5: recalculation after a change of methodology
 * @example
 * bridgeMethods([{ year: 2018, spendBased, nightBased }], { scope2: 'location-based', switchYear: 2018, baseYear: 2018 })
 */
export function bridgeMethods(
  inventories: readonly BridgedInventories[],
  options: BridgeOptions,
): Outcome<MethodBridge> {
  const { scope2, where, switchYear, baseYear } = options;
  const issues = [
    ...inventories.flatMap(yearIssues),
    ...repeatedYears(inventories),
    ...absentYears(inventories, options),
  ];
  if (issues.length > 0) return failureOf(issues);
  const selection = { scope2, ...(where === undefined ? {} : { where }) };
  const years = [...inventories]
    .sort((a, b) => a.year - b.year)
    .map(({ year, spendBased, nightBased }) =>
      bridgedYear(year, switchYear, totalEmissions(spendBased, selection), totalEmissions(nightBased, selection)),
    );
  return success({
    years,
    switchYear,
    // The base year is among the years: looked at above.
    baseYear: years.find(({ year }) => year === baseYear) as BridgedYear,
  });
}

function bridgedYear(
  year: number,
  switchYear: number,
  spendBased: Quantity<'tCO2e'>,
  nightBased: Quantity<'tCO2e'>,
): BridgedYear {
  const gap = quantityOf(nightBased.value.minus(spendBased.value), 'tCO2e');
  const official = year < switchYear ? 'spend-based' : 'night-based';
  const figures = { year, spendBased, nightBased, gap, official } as const;
  return spendBased.value.isZero() ? figures : { ...figures, share: roundedQuotient(gap.value, spendBased.value) };
}

function yearIssues({ year, spendBased, nightBased }: BridgedInventories, index: number): readonly Issue[] {
  const whole = calendarYear(year);
  return Object.entries({ spendBased, nightBased }).flatMap(([name, { period }]) => {
    if (period.from === whole.from && period.to === whole.to) return [];
    const value = `${period.from}..${period.to}`;
    const message = `The ${name} inventory of ${year} covers ${value}. Give the inventory of that year.`;
    const detail = { value, expected: `the year ${year}`, nearest: [] };
    return [errorIssue('invalid-value', { message, detail, at: { row: index + 1, path: name } })];
  });
}

function repeatedYears(inventories: readonly BridgedInventories[]): readonly Issue[] {
  const years = inventories.map(({ year }) => year);
  return inventories.flatMap(({ year }, index) => {
    if (years.indexOf(year) === index) return [];
    const message = `The year ${year} is given twice. Add its inventories up, or leave one out.`;
    const detail = { value: String(year), expected: 'each year once', nearest: [] };
    return [errorIssue('invalid-value', { message, detail, at: { row: index + 1, path: 'year' } })];
  });
}

function absentYears(
  inventories: readonly BridgedInventories[],
  { switchYear, baseYear }: BridgeOptions,
): readonly Issue[] {
  const years = inventories.map(({ year }) => year).sort((a, b) => a - b);
  return Object.entries({ switchYear, baseYear }).flatMap(([path, year]) => {
    if (years.includes(year)) return [];
    const expected = years.length === 0 ? 'years calculated both ways' : `one of ${years.join(', ')}`;
    const message = `The ${path} ${year} is not among the years calculated both ways (${expected}). Calculate it both ways too: the gap of that year is what the switch does.`;
    return [
      errorIssue('invalid-value', { message, detail: { value: String(year), expected, nearest: [] }, at: { path } }),
    ];
  });
}
