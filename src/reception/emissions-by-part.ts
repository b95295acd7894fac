import { allotByWeight } from '../allot-by-weight.js';
import { monthOf } from '../calendar/month.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import type { EmissionLine } from '../emission/emission-line.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClientDays } from './client-days.js';
import { formWeights } from './form-shares.js';
import type { FormShares } from './form-shares.js';

/** What an intensity is broken down by. */
export type BreakdownKey = 'site' | 'form' | 'month';

/** The key of what belongs to no part: no site, month or form is called so. */
export const NO_PART = '';

/** Sums by the name of a part. */
export type Sums = ReadonlyMap<string, Decimal>;

/** Sums of records by key. */
export function sumsBy<T>(records: readonly T[], key: (record: T) => string, value: (record: T) => Decimal): Sums {
  const values = new Map<string, Decimal[]>();
  for (const record of records) {
    const name = key(record);
    const known = values.get(name);
    if (known === undefined) values.set(name, [value(record)]);
    else known.push(value(record));
  }
  return new Map([...values].map(([name, all]) => [name, sumOf(all)]));
}

/**
 * The kilograms of lines by site, form or month of the register's rows; what fits none stands under `NO_PART`. A line belongs to
 * the site it names, to the month that holds all of its days, to the form of its site; where a site has several forms its sum
 * is parted by `shares`, digit for digit.
 *
 * Issues: `form-ambiguous`.
 */
export function emissionsByPart(
  lines: readonly EmissionLine[],
  rows: ClientDays,
  { by, formShares }: { readonly by: BreakdownKey; readonly formShares?: FormShares | undefined },
): Outcome<Sums> {
  const kilograms = ({ emissions }: EmissionLine) => emissions.value;
  if (by === 'month') return success(sumsBy(lines, monthOfLine, kilograms));
  const bySite = sumsBy(lines, siteAmong(rows), kilograms);
  return by === 'site' ? success(bySite) : byForm(bySite, rows, formShares);
}

function monthOfLine({ period }: EmissionLine): string {
  const month = monthOf(period.from);
  return month === monthOf(period.to) ? month : NO_PART;
}

/** The site of a line where the rows know it. */
export function siteAmong(rows: ClientDays): (line: EmissionLine) => string {
  const sites = new Set(rows.map(({ site }) => site));
  return ({ site }) => (site !== undefined && sites.has(site) ? site : NO_PART);
}

function byForm(bySite: Sums, rows: ClientDays, formShares: FormShares | undefined): Outcome<Sums> {
  const parted = collect([...bySite].map(([site, whole]) => formsOfSite(site, whole, rows, formShares)));
  if (!parted.ok) return parted;
  return success(
    sumsBy(
      parted.value.flat(),
      ({ key }) => key,
      ({ value }) => value,
    ),
  );
}

interface Part {
  readonly key: string;
  readonly value: Decimal;
}

function formsOfSite(
  site: string,
  whole: Decimal,
  rows: ClientDays,
  formShares: FormShares | undefined,
): Outcome<readonly Part[]> {
  if (site === NO_PART) return success([{ key: NO_PART, value: whole }]);
  const own = rows.filter((row) => row.site === site);
  const forms = formWeights(site, own, formShares);
  if (!forms.ok) return forms;
  const weights = forms.value.map(({ weight }) => weight);
  const values = allotByWeight(whole, weights);
  return success(
    forms.value.flatMap(({ form, weight }, index) => {
      const value = values[index];
      return value === undefined || weight.isZero() ? [] : [{ key: form, value }];
    }),
  );
}
