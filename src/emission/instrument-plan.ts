import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import type {
  PurchasedCooling,
  PurchasedElectricity,
  PurchasedHeat,
  PurchasedSteam,
  VehicleElectricity,
} from '../activity/purchased-energy.js';
import { addDays } from '../calendar/calendar-date.js';
import { cutAt, daysIn, holds, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { Decimal, ONE, PLACES_KEPT, product } from '../decimal.js';
import { validityOf } from '../factor/factor-clashes.js';
import { INSTRUMENT_KINDS } from '../factor/energy-instrument.js';
import type { EnergyInstrument } from '../factor/energy-instrument.js';
import { ratioOf } from '../quantity/quantity.js';
import { fraction } from './term.js';
import type { Fraction } from './term.js';

/** How much of a part of an activity one instrument covers: a share of the part. */
export interface Cover {
  readonly instrument: EnergyInstrument;
  readonly share: Fraction;
}

/** A part of an activity's days: what instruments cover of it, and the share that is left to the balance. */
export interface PlannedPart {
  readonly part: ReportingPeriod;
  readonly covers: readonly Cover[];
  /** Absent where nothing is left. */
  readonly balance?: Fraction;
}

/** Energy bought from a grid or a network. */
export type PurchasedEnergy =
  | PurchasedElectricity
  | PurchasedHeat
  | PurchasedCooling
  | PurchasedSteam
  | VehicleElectricity;

/** An activity, and the part of it that the organisation counts: of an operation that is not wholly its own, less than 1. */
export interface CountedActivity {
  readonly activity: Activity;
  readonly share: Decimal;
}

/** Which instruments cover what, for a list of activities, and how much of each is left, in MJ. */
export interface InstrumentPlan {
  readonly parts: ReadonlyMap<string, readonly PlannedPart[]>;
  readonly left: ReadonlyMap<EnergyInstrument, Decimal>;
}

/** An activity that instruments can stand for: where it consumes, and how much of its amount is the reporter's. */
interface Consumption {
  readonly activity: PurchasedEnergy;
  readonly energy: EnergyInstrument['energy'];
  readonly market: string;
  readonly amount: Fraction;
}

/**
 * Uses instruments up over the activities of a period: parts in the order of their days (ties by id), certificates before
 * contracts before supplier rates, the sooner to expire first. A part is covered only by instruments that are valid on all
 * of its days; parts are cut at the ends of validities. What remains of an instrument is kept to 10⁻¹² MJ, rounded down, so
 * that no instrument ever covers more than it holds.
 *
 * @see GHG Protocol, Scope 2 Guidance, sections 6.2 and 7.4
 */
export function planInstruments(
  activities: readonly CountedActivity[],
  instruments: readonly EnergyInstrument[],
  period: ReportingPeriod,
): InstrumentPlan {
  const accepted = [...instruments].filter(({ qualityCriteria }) => qualityCriteria === 'met').sort(byPrecedence);
  const left = new Map<EnergyInstrument, Decimal>();
  for (const instrument of accepted) {
    const { amount } = instrument;
    if (amount !== undefined) left.set(instrument, product([amount.value, ratioOf(amount.unit)]));
  }
  const parts = new Map<string, PlannedPart[]>();
  for (const { consumption, part, matching } of partsInOrder(activities, accepted, period)) {
    const planned = coverPart(consumption, part, matching, left);
    const id = consumption.activity.id;
    parts.set(id, [...(parts.get(id) ?? []), planned]);
  }
  return { parts, left };
}

function byPrecedence(a: EnergyInstrument, b: EnergyInstrument): number {
  const kinds = INSTRUMENT_KINDS.indexOf(a.kind) - INSTRUMENT_KINDS.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  return compareTexts([a.validTo, a.id], [b.validTo, b.id]);
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((text, index) => text !== b[index]);
  return differs === -1 ? 0 : String(a[differs]) < String(b[differs]) ? -1 : 1;
}

function partsInOrder(
  activities: readonly CountedActivity[],
  instruments: readonly EnergyInstrument[],
  period: ReportingPeriod,
) {
  const parts = activities.flatMap(({ activity, share }) => {
    const consumption = consumptionOf(activity, share);
    const kept = sharedPeriod(spanOf(activity), period);
    if (consumption === undefined || kept === undefined) return [];
    const matching = instruments.filter((instrument) => standsFor(instrument, consumption));
    if (matching.length === 0) return [];
    const edges = matching.flatMap(({ validFrom, validTo }) => [validFrom, addDays(validTo, 1)]);
    return cutAt(kept, edges).map((part) => ({ consumption, part, matching }));
  });
  const order = (entry: (typeof parts)[number]) => [entry.part.from, entry.part.to, entry.consumption.activity.id];
  return parts.sort((a, b) => compareTexts(order(a), order(b)));
}

/** What an activity consumes, or `undefined` where no instrument can stand for it. */
export function consumptionOf(activity: Activity, share: Decimal = ONE): Consumption | undefined {
  switch (activity.kind) {
    case 'purchased-electricity':
    case 'vehicle-electricity':
      return consumption(activity, share, { energy: 'electricity', market: activity.grid });
    case 'purchased-heat':
      return consumption(activity, share, { energy: 'heat', market: activity.network });
    case 'purchased-cooling':
      return consumption(activity, share, { energy: 'cooling', market: activity.network });
    case 'purchased-steam':
      return consumption(activity, share, { energy: 'steam', market: activity.network });
    default:
      return undefined;
  }
}

function consumption(
  activity: PurchasedEnergy,
  share: Decimal,
  where: Pick<Consumption, 'energy' | 'market'>,
): Consumption {
  const allocation = activity.kind === 'vehicle-electricity' ? undefined : activity.allocation;
  const { own = ONE, total = ONE } = allocation ?? {};
  const megajoules = product([activity.amount.value, ratioOf(activity.amount.unit)]);
  return { ...where, activity, amount: fraction(product([megajoules, own, share]), total) };
}

/**
 * Whether an instrument is meant for a consumption, whatever the days. Energy whose contract the landlord holds is covered
 * only by an instrument that names its site: the reporter's certificates are for its own contracts first.
 */
export function standsFor(instrument: EnergyInstrument, { activity, energy, market }: Consumption): boolean {
  if (instrument.energy !== energy || instrument.market !== market) return false;
  if (instrument.sites === undefined)
    return activity.kind === 'vehicle-electricity' || activity.contractHolder === 'reporter';
  return activity.site !== undefined && instrument.sites.includes(activity.site);
}

function coverPart(
  { activity, amount }: Consumption,
  part: ReportingPeriod,
  matching: readonly EnergyInstrument[],
  left: Map<EnergyInstrument, Decimal>,
): PlannedPart {
  // The part's energy is n ÷ d; `open` is what of n no instrument covers yet.
  const n = product([amount.numerator, new Decimal(daysIn(part))]);
  const d = product([amount.denominator, new Decimal(daysIn(spanOf(activity)))]);
  const covers: Cover[] = [];
  let open = n;
  for (const instrument of matching) {
    if (open.isZero()) break;
    if (!holds(validityOf(instrument), part)) continue;
    const limit = left.get(instrument);
    const covered = limit === undefined ? open : Decimal.min(open, product([limit, d]));
    if (covered.isZero()) continue;
    covers.push({ instrument, share: fraction(covered, n) });
    useUp(instrument, covered, d, left);
    open = open.minus(covered);
  }
  if (covers.length === 0) return { part, covers, balance: fraction(ONE) };
  return open.isZero() ? { part, covers } : { part, covers, balance: fraction(open, n) };
}

function useUp(instrument: EnergyInstrument, covered: Decimal, d: Decimal, left: Map<EnergyInstrument, Decimal>): void {
  const before = left.get(instrument);
  if (before === undefined) return;
  const rest = product([before, d]).minus(covered);
  left.set(instrument, floored(rest, d));
}

/** A quotient to 12 decimals, rounded down. */
function floored(numerator: Decimal, denominator: Decimal): Decimal {
  const scale = new Decimal(10).pow(PLACES_KEPT);
  return numerator.times(scale).dividedToIntegerBy(denominator).dividedBy(scale);
}
