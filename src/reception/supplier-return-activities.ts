import type { Activity } from '../activity/activity.js';
import type { CommonFields } from '../activity/common-fields.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Decimal } from '../decimal.js';
import { quantityOf } from '../quantity/quantity.js';
import { measureName, measuresOf } from './supplier-return-quantities.js';
import type { Measure } from './supplier-return-quantities.js';
import type { SupplierReturn } from './supplier-return.js';

/** The fields of an activity that do not depend on its kind. */
export type ActivityOrigin = CommonFields & { readonly period: ReportingPeriod };

/**
 * The activities that supplier returns stand for: one for each quantity of each return, in their order, measured. Its id is
 * the return's and the quantity's name: `r-1/electricity`, `r-1/waste/mixed/incineration`.
 *
 * @example activitiesOfReturns(orThrow(parseSupplierReturns(rows)))
 */
export function activitiesOfReturns(returns: readonly SupplierReturn[]): readonly Activity[] {
  return returns.flatMap((one) => measuresOf(one).map((measure) => measuredActivity(one, measure)));
}

/** The activity of one quantity of a return. */
export function measuredActivity(
  { id, site, period, source, note }: SupplierReturn,
  measure: Measure & { readonly value: Decimal },
): Activity {
  const origin: ActivityOrigin = {
    id: `${id}/${measureName(measure)}`,
    site,
    period,
    reference: source,
    ...(note === undefined ? {} : { note }),
    basis: 'measured',
  };
  return activityOf(origin, measure, measure.value);
}

/** So much of a quantity as an activity of its kind. */
export function activityOf(origin: ActivityOrigin, measure: Measure, value: Decimal): Activity {
  switch (measure.kind) {
    case 'purchased-electricity': {
      const { kind, grid, contractHolder, unit } = measure;
      return { ...origin, kind, grid, contractHolder, amount: quantityOf(value, unit) };
    }
    case 'purchased-heat': {
      const { kind, network, contractHolder, unit } = measure;
      return { ...origin, kind, network, contractHolder, amount: quantityOf(value, unit) };
    }
    case 'stationary-combustion': {
      const { kind, fuel, contractHolder, unit } = measure;
      return { ...origin, kind, fuel, contractHolder, amount: quantityOf(value, unit) };
    }
    case 'water':
      return { ...origin, kind: measure.kind, service: measure.service, amount: quantityOf(value, measure.unit) };
    case 'waste': {
      const { kind, material, treatment, unit } = measure;
      return { ...origin, kind, material, treatment, amount: quantityOf(value, unit) };
    }
    case 'meals':
      return { ...origin, kind: measure.kind, menu: measure.menu, amount: quantityOf(value, measure.unit) };
    case 'ground-travel':
      return { ...origin, kind: measure.kind, mode: measure.mode, amount: quantityOf(value, measure.unit) };
    case 'laundry':
      return { ...origin, kind: measure.kind, service: measure.service, amount: quantityOf(value, measure.unit) };
  }
}
