import { monthPeriod, monthsOf } from '../calendar/month.js';
import type { Month } from '../calendar/month.js';
import { daysIn, describePeriod, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { AccommodationForm, ClientDays } from './client-days.js';
import type { AskedSite } from './supplier-return.js';
import { countOf } from './sum-client-days.js';
import type { RegisterUnit } from './sum-client-days.js';

/** An asked site with what the register knows of it in the period. */
export interface OpenSite {
  readonly asked: AskedSite;
  readonly form: AccommodationForm;
  /** Its open days: from its first month with rows to its last one, within what is stated of them. */
  readonly open: ReportingPeriod;
  readonly openDays: number;
  /** Its nights or days in the period, by which quantities are compared between sites. */
  readonly denominator: Decimal;
}

/**
 * What the register says of an asked site: form, open days, denominator.
 *
 * Issues: `client-days-missing` (no row in the period, or a month left out between the first and the last),
 * `form-ambiguous`, `invalid-value` (a stated form that the site does not have, open days of which none is in its months).
 */
export function openSite(
  asked: AskedSite,
  register: ClientDays,
  { period, per }: { readonly period: ReportingPeriod; readonly per: RegisterUnit },
): Outcome<OpenSite> {
  const months = monthsOf(period);
  const rows = register.filter(({ site, month }) => site === asked.site && months.includes(month));
  const known = [...new Set(rows.map(({ month }) => month))].sort();
  const [first, last] = [known[0], known[known.length - 1]];
  if (first === undefined || last === undefined) return failure(monthsMissing(asked.site, months));
  const span = { from: monthPeriod(first).from, to: monthPeriod(last).to };
  const gaps = monthsOf(span).filter((month) => !known.includes(month));
  if (gaps.length > 0) return failure(monthsMissing(asked.site, gaps));
  const stated = asked.open ?? span;
  const open = sharedPeriod(stated, span);
  if (open === undefined) return failure(neverOpen(asked.site, stated, span));
  const form = formOf(asked, [...new Set(rows.map((row) => row.form))].sort());
  const denominator = sumOf(rows.map((row) => countOf(row, per)));
  return form.ok ? success({ asked, form: form.value, open, openDays: daysIn(open), denominator }) : form;
}

function monthsMissing(site: string, months: readonly Month[]): Issue {
  const message = `The asked site ${site} has no rows for ${months.join(', ')} in the register. Add them (zero is a count), or correct the site's name.`;
  return errorIssue('client-days-missing', { message, detail: { site, months } });
}

function neverOpen(site: string, stated: ReportingPeriod, span: ReportingPeriod): Issue {
  const value = describePeriod(stated);
  const expected = `days inside ${describePeriod(span)}`;
  const message = `The open days ${value} of ${site} lie outside its months in the register (${describePeriod(span)}).`;
  return errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] } });
}

/** The form that is stated, or the only one there is. */
function formOf({ site, form }: AskedSite, forms: readonly AccommodationForm[]): Outcome<AccommodationForm> {
  const [only, ...others] = forms;
  if (form !== undefined && !forms.includes(form)) {
    const message = `The site ${site} is not of the form ${form} in the register, but of ${forms.join(', ')}.`;
    const detail = { value: form, expected: `one of ${forms.join(', ')}`, nearest: forms };
    return failure(errorIssue('invalid-value', { message, detail }));
  }
  const chosen = form ?? (others.length === 0 ? only : undefined);
  if (chosen !== undefined) return success(chosen);
  const message = `The site ${site} has clients in several forms (${forms.join(', ')}). State the form whose sites it is like.`;
  return failure(errorIssue('form-ambiguous', { message, detail: { site, forms } }));
}
