import type { Accommodation } from '../activity/services.js';
import { monthPeriod, monthsOf } from '../calendar/month.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { AccommodationForm, ClientDayRow, ClientDays } from './client-days.js';
import { sumClientDays } from './sum-client-days.js';

/** Which average figure per night stands for which form: `service` is the key of an average-data factor per accommodation-night. */
export interface NightService {
  readonly form: AccommodationForm;
  readonly service: string;
}

/**
 * The nights of a register as activities: one `accommodation` for each row with nights in the period (whole months), to be
 * calculated with average figures per night of its form. Ids are `nights/<site>/<form>/<month>`.
 *
 * Issues: those of `sumClientDays`; `night-service-missing` for a form with nights and without a service.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, category 1, average-data method
 * @example
 * nightActivities(register, { period: calendarYear(2024), services: [{ form: 'institution', service: 'institution-night' }] })
 */
export function nightActivities(
  register: ClientDays,
  { period, services }: { readonly period: ReportingPeriod; readonly services: readonly NightService[] },
): Outcome<readonly Accommodation[]> {
  const complete = sumClientDays(register, { period, per: 'accommodation-night' });
  if (!complete.ok) return complete;
  const months = new Set(monthsOf(period));
  const slept = register.filter((row) => months.has(row.month) && row.accommodationNights.greaterThan(0));
  const serviceOf = new Map(services.map(({ form, service }) => [form, service]));
  const missing = [...new Set(slept.map(({ form }) => form))].filter((form) => !serviceOf.has(form)).sort();
  const nights = slept.flatMap((row) => {
    const service = serviceOf.get(row.form);
    return service === undefined ? [] : [nightsOf(row, service)];
  });
  return outcomeOf(missing.map(serviceMissing), () => nights);
}

function nightsOf({ site, form, month, accommodationNights }: ClientDayRow, service: string): Accommodation {
  return {
    id: `nights/${site}/${form}/${month}`,
    kind: 'accommodation',
    period: monthPeriod(month),
    site,
    service,
    amount: quantityOf(accommodationNights, 'accommodation-night'),
  };
}

function serviceMissing(form: AccommodationForm): Issue {
  const message = `There are nights in the form ${form}, and no service says which average figure stands for one of them. Name it in services.`;
  return errorIssue('night-service-missing', { message, detail: { form } });
}
