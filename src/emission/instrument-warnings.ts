import type { Activity } from '../activity/activity.js';
import { spanOf } from '../activity/common-fields.js';
import { describePeriod, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { decimalText } from '../decimal.js';
import { roundedQuotient } from '../exact-ratio.js';
import type { EnergyInstrument } from '../factor/energy-instrument.js';
import { validityOf } from '../factor/factor-clashes.js';
import { warningIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import { ratioOf } from '../quantity/quantity.js';
import type { CalculationContext, Together } from './calculation-context.js';
import { consumptionOf, standsFor } from './instrument-plan.js';
import type { InstrumentPlan } from './instrument-plan.js';

/**
 * What a reader has to know of the instruments given, in the order given: those that miss a quality criterion and cover
 * nothing, those whose validity holds none of the consumption they are meant for, and what is left unused of the others.
 */
export function instrumentWarnings(
  { activities }: { readonly activities: readonly Activity[] },
  { instruments = [], instrumentPlan, period, gwp }: CalculationContext & Together,
): readonly Issue[] {
  if (instrumentPlan === undefined) return [];
  return instruments.flatMap((instrument) => [
    ...warningOf(instrument, activities, instrumentPlan, period),
    ...otherGwp(instrument, instrumentPlan, gwp),
  ]);
}

function otherGwp(instrument: EnergyInstrument, plan: InstrumentPlan, inventoryGwp: GwpSet): readonly Issue[] {
  const { id, gwp: factorGwp } = instrument;
  if (factorGwp === inventoryGwp || !isUsed(instrument, plan)) return [];
  const weighed = factorGwp === 'not-stated' ? 'does not state its warming potentials' : `is stated with ${factorGwp}`;
  const message = `The instrument ${id} ${weighed}; the inventory uses ${inventoryGwp}. Its value is used as stated.`;
  return [warningIssue('factor-gwp-differs', { message, detail: { id, factorGwp, inventoryGwp } })];
}

function isUsed(instrument: EnergyInstrument, { parts }: InstrumentPlan): boolean {
  return [...parts.values()].flat().some(({ covers }) => covers.some((cover) => cover.instrument === instrument));
}

function warningOf(
  instrument: EnergyInstrument,
  activities: readonly Activity[],
  plan: InstrumentPlan,
  period: ReportingPeriod,
): readonly Issue[] {
  if (instrument.qualityCriteria !== 'met') return [notAccepted(instrument, instrument.qualityCriteria)];
  if (isUsed(instrument, plan)) return unused(instrument, plan);
  const spans = spansMeant(instrument, activities, period);
  if (spans.length === 0) return [withoutConsumption(instrument)];
  const valid = validityOf(instrument);
  if (spans.every((span) => sharedPeriod(span, valid) === undefined)) return [outsideValidity(instrument, spans)];
  return unused(instrument, plan);
}

function withoutConsumption({ id, amount, energy, market }: EnergyInstrument): Issue {
  const detail =
    amount === undefined
      ? { instrument: id, left: 'all', unit: 'kWh' }
      : { instrument: id, left: decimalText(amount.value), unit: amount.unit };
  const message = `The instrument ${id} covers nothing: no activity it is meant for consumes ${energy} of ${market}. Check its market and its sites.`;
  return warningIssue('instrument-unused', { message, detail });
}

function notAccepted({ id }: EnergyInstrument, criteria: readonly string[]): Issue {
  const message = `The instrument ${id} misses quality criteria and covers nothing: ${criteria.join('; ')}.`;
  return warningIssue('instrument-not-accepted', { message, detail: { instrument: id, criteria } });
}

/** The days of the period on which somebody consumes what the instrument is meant for. */
function spansMeant(
  instrument: EnergyInstrument,
  activities: readonly Activity[],
  period: ReportingPeriod,
): readonly ReportingPeriod[] {
  return activities.flatMap((activity) => {
    const consumption = consumptionOf(activity);
    const kept = sharedPeriod(spanOf(activity), period);
    return consumption !== undefined && kept !== undefined && standsFor(instrument, consumption) ? [kept] : [];
  });
}

function outsideValidity(instrument: EnergyInstrument, spans: readonly ReportingPeriod[]): Issue {
  const nearest = [...new Set(spans.map(describePeriod))].sort().slice(0, 3);
  const detail = { instrument: instrument.id, period: describePeriod(validityOf(instrument)), nearest };
  const message = `The instrument ${instrument.id} is valid in ${detail.period} and covers nothing: consumption lies in ${nearest.join(', ')}. Correct its validity, or leave it out.`;
  return warningIssue('instrument-outside-validity', { message, detail });
}

function unused({ id, amount }: EnergyInstrument, { left }: InstrumentPlan): readonly Issue[] {
  if (amount === undefined) return [];
  const rest = [...left].find(([instrument]) => instrument.id === id)?.[1];
  if (rest === undefined || rest.isZero()) return [];
  const detail = { instrument: id, left: decimalText(roundedQuotient(rest, ratioOf(amount.unit))), unit: amount.unit };
  const message = `Of the instrument ${id}, ${detail.left} ${detail.unit} are left unused.`;
  return [warningIssue('instrument-unused', { message, detail })];
}
