import { monthOfDay, numberOfDay } from '../calendar/day-number.js';
import type { Month } from '../calendar/month.js';
import { counted } from '../counted.js';
import type { Decimal } from '../decimal.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { AccommodationForm, ClientDayRow, ClientDays } from './client-day-row.js';

/** A row with its 1-based position in the register. */
interface PlacedRow extends ClientDayRow {
  readonly row: number;
}

/** The rows of a site and form, in the order of their months; at least one. */
interface Series {
  readonly site: string;
  readonly form: AccommodationForm;
  readonly rows: readonly PlacedRow[];
}

/** How many days of a row's month its clients can have stayed: the days of the month, or those on which the site was open. */
export type DaysOfRow = (row: ClientDayRow) => number;

/**
 * What a reader of the register must know, because it looks like a mistake and need not be one.
 *
 * Issues, all of them warnings: `nights-above-places`, `client-days-only-grow`.
 */
export function clientDayWarnings(register: ClientDays, daysOf: DaysOfRow): readonly Issue[] {
  const all = seriesOf(register);
  return [...all.flatMap(nightsAbovePlaces), ...all.flatMap((series) => onlyGrowing(series, daysOf))];
}

function seriesOf(register: ClientDays): readonly Series[] {
  const bySeries = new Map<string, { site: string; form: AccommodationForm; rows: PlacedRow[] }>();
  for (const [index, row] of register.entries()) {
    const { site, form } = row;
    const key = `${form} ${site}`; // no form has a space in it
    const known = bySeries.get(key);
    if (known === undefined) bySeries.set(key, { site, form, rows: [{ ...row, row: index + 1 }] });
    else known.rows.push({ ...row, row: index + 1 });
  }
  return [...bySeries.values()].map(({ rows, ...series }) => ({
    ...series,
    rows: rows.sort((a, b) => (a.month < b.month ? -1 : 1)),
  }));
}

/** Forms in which the agency need not keep places of its own. */
const FORMS_WITHOUT_PLACES: readonly AccommodationForm[] = ['private', 'municipal-flat'];

/** More persons slept there than places were kept: crowding in a surge, places left out, or two columns confused. */
function nightsAbovePlaces({ site, form, rows }: Series): readonly Issue[] {
  if (FORMS_WITHOUT_PLACES.includes(form)) return [];
  const above = rows.filter(({ accommodationNights, placeDays }) => accommodationNights.greaterThan(placeDays));
  return above.slice(0, 1).map(({ month, row }) => {
    const months = above.map((each) => each.month);
    const message = `${site}, ${form}: more accommodation-nights than place-days in ${counted(months.length, 'month', 'months')}, the first ${month}. A surge can look like this; so do places that were left out, and columns taken for each other.`;
    return warningIssue('nights-above-places', { message, detail: { site, form, months }, at: { row } });
  });
}

/** From so many months of growth alone on, a count is asked whether it is a running total. */
const MONTHS_OF_GROWTH = 12;

function onlyGrowing(series: Series, daysOf: DaysOfRow): readonly Issue[] {
  return runsOf(series.rows, daysOf).flatMap((run) => {
    const [first] = run;
    const last = run[run.length - 1];
    if (run.length < MONTHS_OF_GROWTH || first === undefined || last === undefined) return [];
    const doubled = perDay(last, first, daysOf).greaterThan(perDay(first, last, daysOf).times(2));
    return doubled ? [onlyGrows(series, run, { first, last })] : [];
  });
}

/** The longest stretches of months, one after the other, none of which has fewer clients a day than the one before; none begins with zero. */
function runsOf(rows: readonly PlacedRow[], daysOf: DaysOfRow): readonly (readonly PlacedRow[])[] {
  const runs: PlacedRow[][] = [];
  let before: PlacedRow | undefined;
  for (const row of rows) {
    const goesOn =
      before !== undefined &&
      !before.clientDays.isZero() &&
      numberOfMonth(row) === numberOfMonth(before) + 1 &&
      perDay(row, before, daysOf).greaterThanOrEqualTo(perDay(before, row, daysOf));
    if (goesOn) runs[runs.length - 1]?.push(row);
    else runs.push([row]);
    before = row;
  }
  return runs;
}

function numberOfMonth({ month }: ClientDayRow): number {
  return monthOfDay(numberOfDay(`${month}-01`));
}

/** The client-days of a month × the days of another: so two months are compared per day without any division. */
function perDay(of: ClientDayRow, against: ClientDayRow, daysOf: DaysOfRow): Decimal {
  return of.clientDays.times(daysOf(against));
}

function onlyGrows(
  { site, form }: Series,
  run: readonly PlacedRow[],
  { first, last }: { readonly first: PlacedRow; readonly last: PlacedRow },
): Issue {
  const months: readonly Month[] = run.map(({ month }) => month);
  const message = `${site}, ${form}: clients a day only grow from ${first.month} to ${last.month}, to more than double. Are these arrivals added up? Cumulative arrivals are not occupancy: whoever left is still in them. A surge can look alike.`;
  return warningIssue('client-days-only-grow', { message, detail: { site, form, months }, at: { row: first.row } });
}
