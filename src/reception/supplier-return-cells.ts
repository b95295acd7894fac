import { daysIn } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal, product } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { roundedQuotient } from '../exact-ratio.js';
import { ratioOf } from '../quantity/quantity.js';
import type { Fraction } from './supplier-return-median.js';
import { measuresOf, quantityKey } from './supplier-return-quantities.js';
import type { Measure } from './supplier-return-quantities.js';
import type { OpenSite } from './supplier-return-sites.js';
import type { SupplierReturn } from './supplier-return.js';

/** A quantity as a return states it. */
export interface Answer {
  readonly from: SupplierReturn;
  readonly measure: Measure & { readonly value: Decimal };
}

/** One quantity of one asked site, and how far its returns cover it. */
export interface Cell {
  readonly site: OpenSite;
  readonly measure: Measure;
  /** In the order of their days. */
  readonly answers: readonly Answer[];
  /** Open days for which there are returns. */
  readonly coveredDays: number;
  /** What the returns state together, in the base unit of its dimension. */
  readonly total: Decimal;
  readonly coverage: 'measured' | 'annualised' | 'missing';
}

/** The quantities of an asked site, in the order of its row. */
export function cellsOf(site: OpenSite, returns: readonly SupplierReturn[], atLeast: Decimal): readonly Cell[] {
  const own = returns
    .filter((one) => one.site === site.asked.site)
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  return measuresOf(site.asked).map((measure) => {
    const answers = own.flatMap((from) =>
      measuresOf(from).flatMap((stated) =>
        quantityKey(stated) === quantityKey(measure) ? [{ from, measure: stated }] : [],
      ),
    );
    const coveredDays = answers.reduce((sum, { from }) => sum + sharedDays(from.period, site.open), 0);
    const total = sumOf(answers.map(({ measure: { value, unit } }) => product([value, ratioOf(unit)])));
    const coverage = coverageOf(coveredDays, site.openDays, atLeast);
    return { site, measure, answers, coveredDays, total, coverage };
  });
}

/** How many days a return and a site's open days have in common; that they share some was checked. */
function sharedDays(a: ReportingPeriod, b: ReportingPeriod): number {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return daysIn({ from, to });
}

/** Whether every open day is covered, or at least the stated share of them. */
function coverageOf(coveredDays: number, openDays: number, atLeast: Decimal): Cell['coverage'] {
  if (coveredDays === openDays) return 'measured';
  const enough = product([atLeast, new Decimal(openDays)]).lessThanOrEqualTo(coveredDays);
  return enough ? 'annualised' : 'missing';
}

/** The quantity of all open days in base units: total × open days ÷ covered days. Only for what is not missing. */
function wholeOf({ total, site, coveredDays }: Cell): Fraction {
  return { above: product([total, new Decimal(site.openDays)]), below: new Decimal(coveredDays) };
}

/** The quantity of all open days in the unit that was asked, rounded once, half-even, to 12 decimals. */
export function wholeAmount(cell: Cell): Decimal {
  const { above, below } = wholeOf(cell);
  return roundedQuotient(above, product([below, ratioOf(cell.measure.unit)]));
}

/** What the returns state together, in the unit that was asked. */
export function statedAmount({ total, measure }: Cell): Decimal {
  return roundedQuotient(total, ratioOf(measure.unit));
}

/** The quantity per night or day, exact; `undefined` for a site that has none of them, or a quantity that is missing. */
export function perDenominator(cell: Cell): Fraction | undefined {
  const { denominator } = cell.site;
  if (cell.coverage === 'missing' || denominator.isZero()) return undefined;
  const { above, below } = wholeOf(cell);
  return { above, below: product([below, denominator]) };
}

/** So much per night or day, times the site's own, in the unit that was asked; rounded once, half-even, to 12 decimals. */
export function filledAmount({ site, measure }: Cell, { above, below }: Fraction): Decimal {
  return roundedQuotient(product([above, site.denominator]), product([below, ratioOf(measure.unit)]));
}
