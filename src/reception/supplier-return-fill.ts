import type { Activity } from '../activity/activity.js';
import type { Decimal } from '../decimal.js';
import { errorIssue, warningIssue } from '../issue.js';
import { failure, success, collect } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { BaseUnit } from '../quantity/units.js';
import type { AccommodationForm } from './client-days.js';
import { activityOf, measuredActivity } from './supplier-return-activities.js';
import { filledAmount, perDenominator, statedAmount, wholeAmount } from './supplier-return-cells.js';
import type { Cell } from './supplier-return-cells.js';
import { medianOf } from './supplier-return-median.js';
import type { Fraction } from './supplier-return-median.js';
import { measureName, quantityKey } from './supplier-return-quantities.js';
import type { RegisterUnit } from './sum-client-days.js';

/** How a quantity is estimated for which there are too few returns: from so many sites of its form at least, or not at all. */
export type GapFill = 'refuse' | { readonly rule: 'median-of-form'; readonly atLeastSites: number };

/** What became of one quantity of one asked site; to be printed. */
export interface ReturnStatus {
  readonly site: string;
  readonly form: AccommodationForm;
  readonly quantity: string;
  readonly status: 'measured' | 'annualised' | 'gap-filled' | 'unfilled';
  /** In the unit that was asked; of an unfilled quantity what was measured of it, if anything. */
  readonly amount?: Quantity<BaseUnit>;
  readonly openDays: number;
  readonly coveredDays: number;
  /** The returns that state it. */
  readonly returns: readonly string[];
  /** The sites whose median was taken. */
  readonly medianOf: readonly string[];
}

/** A quantity for which there was no way to estimate it, and why. */
export interface UnfilledQuantity {
  readonly site: string;
  readonly quantity: string;
  readonly reason: 'too-few-sites' | 'denominator-zero';
}

/** A quantity of a site when it is completed. */
export interface CompletedCell {
  readonly activities: readonly Activity[];
  readonly status: ReturnStatus;
  readonly unfilled?: UnfilledQuantity;
}

/** Every quantity of every site, measured, annualised or filled as far as can be. */
export function filledCells(
  cells: readonly Cell[],
  per: RegisterUnit,
  gapFill: GapFill,
): Outcome<readonly CompletedCell[]> {
  const peers = peersOf(cells);
  return collect(
    cells.map((cell) => {
      if (cell.coverage === 'measured') return success(measured(cell));
      if (cell.coverage === 'annualised') return success(annualised(cell));
      if (gapFill === 'refuse') return failure(missing(cell));
      return filled(cell, per, peers.get(kindOf(cell)) ?? [], gapFill.atLeastSites);
    }),
  );
}

interface Peer {
  readonly site: string;
  readonly intensity: Fraction;
}

/** The same quantity at sites of one form. */
function kindOf({ site, measure }: Cell): string {
  return JSON.stringify([site.form, quantityKey(measure)]);
}

function peersOf(cells: readonly Cell[]): ReadonlyMap<string, readonly Peer[]> {
  const peers = new Map<string, readonly Peer[]>();
  for (const cell of cells) {
    const intensity = perDenominator(cell);
    if (intensity === undefined) continue;
    const known = peers.get(kindOf(cell)) ?? [];
    peers.set(kindOf(cell), [...known, { site: cell.site.asked.site, intensity }]);
  }
  return peers;
}

function statusOf(cell: Cell, status: ReturnStatus['status'], value: Decimal | undefined): ReturnStatus {
  const { site, measure, answers, coveredDays } = cell;
  return {
    site: site.asked.site,
    form: site.form,
    quantity: measureName(measure),
    status,
    ...(value === undefined ? {} : { amount: quantityOf(value, measure.unit) }),
    openDays: site.openDays,
    coveredDays,
    returns: answers.map(({ from }) => from.id),
    medianOf: [],
  };
}

function measuredActivities({ answers }: Cell): readonly Activity[] {
  return answers.map(({ from, measure }) => measuredActivity(from, measure));
}

function measured(cell: Cell): CompletedCell {
  return { activities: measuredActivities(cell), status: statusOf(cell, 'measured', statedAmount(cell)) };
}

function annualised(cell: Cell): CompletedCell {
  const { openDays } = cell.site;
  const value = wholeAmount(cell);
  const status = statusOf(cell, 'annualised', value);
  const note = `annualised: ${status.returns.join(', ')} of ${cell.coveredDays} days, times ${openDays} ÷ ${cell.coveredDays}`;
  return { activities: [estimated(cell, { tag: 'annualised', note, value })], status };
}

function filled(cell: Cell, per: RegisterUnit, peers: readonly Peer[], atLeastSites: number): Outcome<CompletedCell> {
  const median = peers.length < atLeastSites ? undefined : medianOf(peers.map(({ intensity }) => intensity));
  if (median === undefined) return unfilled(cell, 'too-few-sites');
  if (cell.site.denominator.isZero()) return unfilled(cell, 'denominator-zero');
  const value = filledAmount(cell, median);
  const note = `gap-filled: median of ${peers.length} sites of the form ${cell.site.form}, per ${per}`;
  const status = { ...statusOf(cell, 'gap-filled', value), medianOf: peers.map(({ site }) => site) };
  return success({ activities: [estimated(cell, { tag: 'gap-filled', note, value })], status });
}

interface Estimate {
  readonly tag: 'annualised' | 'gap-filled';
  readonly note: string;
  readonly value: Decimal;
}

/** An estimate as one activity over all open days of the site: `koivula/electricity/annualised`. */
function estimated({ site, measure }: Cell, { tag, note, value }: Estimate): Activity {
  const id = `${site.asked.site}/${measureName(measure)}/${tag}`;
  const origin = { id, site: site.asked.site, period: site.open, note, tags: [tag], basis: 'estimated' } as const;
  return activityOf(origin, measure, value);
}

function missing({ site: { asked, openDays }, measure, coveredDays }: Cell) {
  const quantity = measureName(measure);
  const message = `${asked.site} states ${quantity} for ${coveredDays} of ${openDays} open days, and gaps are refused. Ask again, or state how they are filled.`;
  return errorIssue('supplier-return-missing', {
    message,
    detail: { site: asked.site, quantity, coveredDays, openDays },
  });
}

const WHY = {
  'too-few-sites': 'too few sites of its form state it',
  'denominator-zero': 'the register has no night or day of the site to estimate it by',
} as const;

/** What was measured stays, and nothing is estimated. */
function unfilled(cell: Cell, reason: UnfilledQuantity['reason']): Outcome<CompletedCell> {
  const { asked } = cell.site;
  const quantity = measureName(cell.measure);
  const message = `${quantity} of ${asked.site} is not in the figures for ${cell.site.openDays - cell.coveredDays} of ${cell.site.openDays} open days: ${WHY[reason]}.`;
  const detail = { site: asked.site, quantity, reason };
  const value = cell.answers.length === 0 ? undefined : statedAmount(cell);
  return success(
    { activities: measuredActivities(cell), status: statusOf(cell, 'unfilled', value), unfilled: detail },
    [warningIssue('supplier-return-unfilled', { message, detail })],
  );
}
