import type { Purchase } from '../activity/purchase.js';
import { yearOf } from '../calendar/calendar-date.js';
import { calendarYear, holds, newYearsIn, sharedPeriod } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { validityOf } from '../factor/factor-clashes.js';
import { soleFactor } from '../factor/find-factor.js';
import { collect, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { PreparedContext, SpendSteps } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import type { FactorPart } from './factor-parts.js';
import { productOf, sharedRatio } from './product-of-terms.js';
import { amountTerm, daysTermsOf, termsFrom } from './shared-terms.js';
import { moneyOf, moneyTerms, vatTerms } from './spend-terms.js';

/**
 * Lines of a purchase: amount × days × VAT step × margin × exchange rate × price step × spend-based factor, cut at
 * 1 January and at validity edges. Terms whose condition does not apply are absent; a term that has no data is an issue, never a 1.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `vat-rate-missing`, `exchange-rate-missing`, `price-index-missing`,
 * `price-index-ambiguous`, `price-basis-unsupported`, `price-margin-ambiguous`, `factor-incomplete`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 1.5
 */
export function purchaseDrafts(
  purchase: Purchase,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const known = knownSteps(purchase, kept, context);
  if (known !== undefined) return listed(spendDraft(purchase, kept, known, context));
  const { product: key, amount } = purchase;
  const query = { key, method: 'spend-based', per: amount.unit, period: kept } as const;
  const parts = factorParts(context, query, newYearsIn(kept));
  if (!parts.ok) return parts;
  return collect(
    parts.value.map((found) => {
      const steps = stepsOf(purchase, found, context);
      return steps.ok ? spendDraft(purchase, found.part, steps.value, context) : steps;
    }),
  );
}

function listed<T>(outcome: Outcome<T>): Outcome<readonly T[]> {
  return outcome.ok ? success([outcome.value]) : outcome;
}

function spendDraft(
  purchase: Purchase,
  part: ReportingPeriod,
  { money, factor, factorTerms, common, terms: steps }: SpendSteps,
  context: PreparedContext,
): Outcome<LineDraft> {
  const vat = vatTerms(purchase, money, context);
  if (!vat.ok) return vat;
  return success({
    scope: 3,
    category: purchase.category ?? 'purchased-goods-and-services',
    method: 'spend-based',
    factor,
    factorTerms,
    common,
    part,
    terms: termsFrom(amountTerm(purchase.amount), daysTermsOf(purchase, part), vat.value, steps),
  });
}

/** The steps of a purchase where they have been made for another one before, and hold on all of its days: the quick way. */
function knownSteps({ product, amount }: Purchase, kept: ReportingPeriod, context: PreparedContext) {
  return context.spendSteps
    .get(product)
    ?.find(({ currency, days }) => currency === amount.unit && days !== undefined && holds(days, kept));
}

/** The steps between the money spent and the money the factor is stated in; made once for all purchases alike. */
function stepsOf(purchase: Purchase, found: FactorPart, context: PreparedContext): Outcome<SpendSteps> {
  const { part, factor, factorTerms } = found;
  const year = yearOf(part.from);
  const currency = purchase.amount.unit;
  const known = context.spendSteps.get(purchase.product) ?? [];
  const alike = known.find((steps) => steps.factor === factor && steps.year === year && steps.currency === currency);
  if (alike !== undefined) return success(alike);
  const money = moneyOf(factor);
  if (!money.ok) return money;
  const terms = moneyTerms(purchase, money.value, year, context);
  if (!terms.ok) return failureOf([...vatTerms(purchase, money.value, context).issues, ...terms.issues]);
  const { counted } = factorTerms;
  const common = counted === undefined ? undefined : sharedRatio(productOf([...terms.value, counted]));
  const days = daysAlone(factor, year, context);
  const steps = { currency, year, days, money: money.value, factor, factorTerms, terms: terms.value, common };
  context.spendSteps.set(purchase.product, [...known, steps]);
  return success(steps);
}

/** The days of a year on which no other factor can answer for the same product; `undefined` where that is not so simple. */
function daysAlone(factor: EmissionFactor, year: number, { index }: PreparedContext): ReportingPeriod | undefined {
  const { key, method, per } = factor;
  const period = sharedPeriod(validityOf(factor), calendarYear(year));
  return period !== undefined && soleFactor(index, { key, method, per, period }) === factor ? period : undefined;
}
