import type { Accommodation, Laundry, Meals, Water } from '../activity/services.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { productDrafts } from './product-drafts.js';

const PURCHASED: Place = { scope: 3, category: 'purchased-goods-and-services' };
const WASTE: Place = { scope: 3, category: 'waste-generated-in-operations' };

/**
 * Lines of water: volume × unit × days × average factor. Supply is scope 3, purchased goods and services; treatment of
 * waste water is waste generated in operations.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Scope 3 Standard, table 5.4, categories 1 and 5
 */
export function waterDrafts(
  water: Water,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { service, amount } = water;
  const place = service === 'supply' ? PURCHASED : WASTE;
  return productDrafts(water, { place, method: 'average-data', key: `water-${service}`, amount }, kept, context);
}

/**
 * Lines of services that are counted: meals by menu, laundry by mass, accommodation by the night and person, each × unit ×
 * days × average factor. Scope 3, purchased goods and services.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 1.4
 */
export function countedServiceDrafts(
  service: Meals | Laundry | Accommodation,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const key = service.kind === 'meals' ? service.menu : service.service;
  const calculation = { place: PURCHASED, method: 'average-data', key, amount: service.amount } as const;
  return productDrafts(service, calculation, kept, context);
}
