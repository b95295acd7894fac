import type { GroundTravel, HotelStay } from '../activity/travel.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft, Place } from './emission-line.js';
import { productDrafts } from './product-drafts.js';

const BUSINESS_TRAVEL: Place = { scope: 3, category: 'business-travel' };

/**
 * Lines of travel on the ground and water: passenger-km or vehicle-km × days × distance-based factor of the mode. Scope 3,
 * business travel. A factor per vehicle-km is not divided by guessed passengers: that is `unit-mismatch`.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 6.1
 */
export function groundTravelDrafts(
  travel: GroundTravel,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { mode: key, amount } = travel;
  return productDrafts(travel, { place: BUSINESS_TRAVEL, method: 'distance-based', key, amount }, kept, context);
}

/**
 * Lines of hotel nights: room-nights × days × average factor of the country. Scope 3, business travel. A room-night is
 * not a night of a person.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 6.1
 */
export function hotelStayDrafts(
  stay: HotelStay,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { country: key, amount } = stay;
  return productDrafts(stay, { place: BUSINESS_TRAVEL, method: 'average-data', key, amount }, kept, context);
}
