import { monthPeriod, monthsOf } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { describePeriod } from '../calendar/reporting-period.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { ClientDayRow, ClientDays } from './client-days.js';

/** The denominators a client-day register can give. */
export const REGISTER_UNITS = ['client-day', 'accommodation-night', 'place-day'] as const;
export type RegisterUnit = (typeof REGISTER_UNITS)[number];

/** Which days are summed, and in which of the register's denominators. */
export interface SumClientDaysOptions<D extends RegisterUnit> {
  /** Whole months. */
  readonly period: ReportingPeriod;
  readonly per: D;
}

/**
 * The exact number of client-days, accommodation-nights or place-days in a period of whole months.
 *
 * Issues: `period-not-whole-months`; `client-days-missing` for a month without any row, and for a month that a site
 * leaves out between its first and its last (a site that opens or closes simply begins or ends).
 *
 * @example sumClientDays(register, { period: calendarYear(2018), per: 'accommodation-night' })
 */
export function sumClientDays<D extends RegisterUnit>(
  register: ClientDays,
  { period, per }: SumClientDaysOptions<D>,
): Outcome<Quantity<D>> {
  const months = monthsOf(period);
  const counted = register.filter(({ month }) => months.includes(month));
  const issues = [
    ...wholeMonths(period, months),
    ...monthsWithoutRows(register, months),
    ...gapsOfSites(register, months),
  ];
  return outcomeOf(issues, () => quantityOf(sumOf(counted.map((row) => countOf(row, per))), per));
}

/** The count of a register row in one of its denominators. */
export function countOf(row: ClientDayRow, per: RegisterUnit): Decimal {
  switch (per) {
    case 'client-day':
      return row.clientDays;
    case 'accommodation-night':
      return row.accommodationNights;
    case 'place-day':
      return row.placeDays;
  }
}

/** The issue `period-not-whole-months`, where a period begins or ends inside a month. */
export function wholeMonths(period: ReportingPeriod, months: readonly Month[]): readonly Issue[] {
  const spans = months.map(monthPeriod);
  if (spans.some(({ from }) => from === period.from) && spans.some(({ to }) => to === period.to)) return [];
  const message = `The register counts whole months; ${describePeriod(period)} begins or ends inside one.`;
  return [errorIssue('period-not-whole-months', { message, detail: { from: period.from, to: period.to } })];
}

function monthsWithoutRows(register: ClientDays, months: readonly Month[]): readonly Issue[] {
  const known = new Set(register.map(({ month }) => month));
  const absent = months.filter((month) => !known.has(month));
  return absent.length === 0 ? [] : [missing('', absent)];
}

function gapsOfSites(register: ClientDays, months: readonly Month[]): readonly Issue[] {
  const monthsBySite = new Map<string, Set<Month>>();
  for (const { site, month } of register) {
    const known = monthsBySite.get(site);
    if (known === undefined) monthsBySite.set(site, new Set([month]));
    else known.add(month);
  }
  return [...monthsBySite].flatMap(([site, known]) => {
    const absent = gapsIn([...known].sort()).filter((month) => months.includes(month));
    return absent.length === 0 ? [] : [missing(site, absent)];
  });
}

/** The months between the first and the last that are not there. */
function gapsIn(sorted: readonly Month[]): readonly Month[] {
  const known = new Set(sorted);
  const [first = ''] = sorted;
  return sorted.slice(-1).flatMap((last) => {
    const span = { from: monthPeriod(first).from, to: monthPeriod(last).to };
    return monthsOf(span).filter((month) => !known.has(month));
  });
}

function missing(site: string, months: readonly Month[]): Issue {
  const whose = site === '' ? 'The register has no rows' : `The site ${site} has no rows`;
  const message = `${whose} for ${months.join(', ')}. Add them (zero is a count), so that no night is missing from the denominator.`;
  return errorIssue('client-days-missing', { message, detail: { site, months } });
}
