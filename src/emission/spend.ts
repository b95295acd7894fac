import type { Purchase } from '../activity/purchase.js';
import { yearOf } from '../calendar/calendar-date.js';
import { newYearsIn } from '../calendar/reporting-period.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import { ONE, equalDecimals } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { EmissionFactor } from '../factor/emission-factor.js';
import { findRate } from '../factor/exchange-rates.js';
import { findPrices } from '../factor/price-index.js';
import { errorIssue } from '../issue.js';
import { collect, failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { isCurrency } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import type { PreparedContext, SpendSteps } from './calculation-context.js';
import type { LineDraft } from './emission-line.js';
import { factorParts } from './factor-parts.js';
import type { FactorPart } from './factor-parts.js';
import { amountTerm, daysTermsOf } from './shared-terms.js';
import { fraction } from './term.js';
import type { Term } from './term.js';

/**
 * Lines of a purchase: amount × days × VAT step × exchange rate × price step × spend-based factor, cut at 1 January and
 * at validity edges. Terms whose condition does not apply are absent; a term that has no data is an issue, never a 1.
 *
 * Issues: `factor-not-found`, `factor-ambiguous`, `vat-rate-missing`, `exchange-rate-missing`, `price-index-missing`,
 * `price-index-ambiguous`, `price-basis-unsupported`, `factor-incomplete`.
 *
 * @see GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, formula 1.5
 */
export function purchaseDrafts(
  purchase: Purchase,
  kept: ReportingPeriod,
  context: PreparedContext,
): Outcome<readonly LineDraft[]> {
  const { product: key, amount } = purchase;
  const query = { key, method: 'spend-based', per: amount.unit, period: kept } as const;
  const parts = factorParts(context, query, newYearsIn(kept));
  if (!parts.ok) return parts;
  return collect(parts.value.map((part) => spendDraft(purchase, part, context)));
}

function spendDraft(purchase: Purchase, found: FactorPart, context: PreparedContext): Outcome<LineDraft> {
  const { part, factor, factorTerms } = found;
  const steps = spendTerms(purchase, factor, yearOf(part.from), context);
  if (!steps.ok) return steps;
  return success({
    scope: 3,
    category: purchase.category ?? 'purchased-goods-and-services',
    method: 'spend-based',
    factor,
    factorTerms,
    part,
    terms: [amountTerm(purchase.amount), ...daysTermsOf(purchase, part), ...steps.value],
  });
}

/** The steps between the money spent and the money the factor is stated in; made once for all purchases alike. */
function spendTerms(
  purchase: Purchase,
  factor: EmissionFactor,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  const known = context.spendSteps.get(factor) ?? [];
  const alike = known.find((steps) => isAlike(steps, purchase, year));
  if (alike !== undefined) return alike.terms;
  const { product, amount, vat, vatRate } = purchase;
  const terms = makeSpendTerms(purchase, factor, year, context);
  context.spendSteps.set(factor, [...known, { product, currency: amount.unit, vat, vatRate, year, terms }]);
  return terms;
}

function isAlike(steps: SpendSteps, { product, amount, vat, vatRate }: Purchase, year: number): boolean {
  if (steps.year !== year || steps.vat !== vat || steps.currency !== amount.unit || steps.product !== product)
    return false;
  return isSameRate(steps.vatRate, vatRate);
}

function isSameRate(a: Decimal | undefined, b: Decimal | undefined): boolean {
  if (a === undefined || b === undefined) return a === undefined && b === undefined;
  return equalDecimals(a, b);
}

function makeSpendTerms(
  purchase: Purchase,
  factor: EmissionFactor,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  const money = moneyOf(factor);
  if (!money.ok) return money;
  const steps = collect([
    vatTerms(purchase, money.value),
    exchangeTerms(purchase.amount.unit, money.value, year, context),
    priceTerms(purchase.product, money.value, year, context),
  ]);
  return steps.ok ? success(steps.value.flat()) : steps;
}

/** The money a spend-based factor is stated in. */
interface FactorMoney {
  readonly currency: Currency;
  readonly priceYear: number;
  readonly vat: 'included' | 'excluded';
}

function moneyOf(factor: EmissionFactor): Outcome<FactorMoney> {
  const { id, per, priceYear, vat, priceBasis } = factor;
  if (!isCurrency(per) || priceYear === undefined || vat === undefined || priceBasis === undefined) {
    const message = `The spend-based factor ${id} does not state its currency, price year, price basis and VAT basis. Take them from the publication.`;
    return failure(errorIssue('factor-incomplete', { message, detail: { id, field: 'priceYear, priceBasis, vat' } }));
  }
  if (priceBasis === 'basic') {
    const message = `The factor ${id} is stated in basic prices; spend is in purchaser prices. Use a purchaser-price factor.`;
    return failure(errorIssue('price-basis-unsupported', { message, detail: { id, priceBasis } }));
  }
  return success({ currency: per, priceYear, vat });
}

function vatTerms(purchase: Purchase, { vat: to }: FactorMoney): Outcome<readonly Term[]> {
  const { vat: from, vatRate: rate } = purchase;
  if (from === to) return success([]);
  if (rate === undefined) {
    const message = `The purchase has VAT ${from} and the factor has it ${to}. State the vatRate, for example "0.24".`;
    return failure(errorIssue('vat-rate-missing', { message, detail: { from, to } }));
  }
  const whole = ONE.plus(rate);
  const step = from === 'included' ? fraction(ONE, whole) : fraction(whole);
  return success([{ name: 'vat', ...step, from, to, rate }]);
}

function exchangeTerms(
  from: Currency,
  { currency: to }: FactorMoney,
  year: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (from === to) return success([]);
  const rate = findRate(context.exchangeRates, { from, to, year });
  if (!rate.ok) return rate;
  const { numerator, denominator, id } = rate.value;
  return success([{ name: 'exchange-rate', ...fraction(numerator, denominator), from, to, year, source: id }]);
}

function priceTerms(
  product: string,
  { currency, priceYear: toYear }: FactorMoney,
  fromYear: number,
  context: PreparedContext,
): Outcome<readonly Term[]> {
  if (fromYear === toYear) return success([]);
  const prices = findPrices(context.priceIndices ?? [], { currency, product, fromYear, toYear });
  if (!prices.ok) return prices;
  const { from, to, index } = prices.value;
  return success([{ name: 'price', ...fraction(to, from), fromYear, toYear, source: index.id }]);
}
