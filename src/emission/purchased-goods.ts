import type { PurchasedGoods } from '../activity/purchased-goods.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { mixedDrafts } from './mixed-drafts.js';
import { productDrafts } from './product-drafts.js';

/**
 * Lines of goods by quantity: amount × share of the mix × unit × days × supplier-specific or average factor of the
 * product. Scope 3, purchased goods and services unless stated to be capital goods; capital goods count in full in the
 * year of acquisition.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `unit-mismatch`, and those of `characteriseFactor`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formulas 1.1 to 1.4, box 2.1
 */
export function purchasedGoodsDrafts(
  goods: PurchasedGoods,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { amount, method, product = '', mix, category = 'purchased-goods-and-services' } = goods;
  const calculation = (key: string) => ({ place: { scope: 3, category }, method, key, amount }) as const;
  if (mix === undefined) return productDrafts(goods, calculation(product), kept, context);
  return mixedDrafts(goods, { parts: mix, calculation }, kept, context);
}
