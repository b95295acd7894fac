import { describe, expect, test } from 'vitest';
import { spanOf } from '../../src/activity/common-fields.js';
import { yearOf } from '../../src/calendar/calendar-date.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { Decimal, ONE } from '../../src/decimal.js';
import { calculateEmissions } from '../../src/emission/calculate-emissions.js';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';
import { parsePriceMargins } from '../../src/factor/price-margin.js';
import { orThrow } from '../../src/outcome.js';
import {
  SOURCE,
  aContext,
  aFactorSet,
  aPurchaseRow,
  aSpendFactorRow,
  anActivity,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Changes = Readonly<Record<string, unknown>>;

const basic = aSpendFactorRow({ priceYear: 2021, priceBasis: 'basic' });
const margins = (...rows: readonly object[]) =>
  orThrow(parsePriceMargins(rows.map((row) => ({ source: SOURCE, ...row }))));
const priceMargins = margins({ id: 'general', share: '0.2' });
const index = (id: string, values: Changes, more: Changes = {}) =>
  orThrow(parsePriceIndex({ id, currency: 'EUR', source: SOURCE, index: values, ...more }));

function calculated(changes: Changes, factor: Changes, context: Partial<CalculationContext>) {
  const bought = anActivity(aPurchaseRow(changes), 'purchase');
  const period = calendarYear(yearOf(spanOf(bought).from));
  return calculateEmissions(bought, aContext([factor], { period, ...context }));
}

describe('the step from purchaser prices to basic prices', () => {
  test('takes the margin off after the VAT step', () => {
    const vat = { vat: 'included', vatRate: '0.25' };
    const [line] = orThrow(calculated(vat, basic, { priceMargins }));
    expect(termsOfLine(line)).toEqual([
      ['amount', '1000', '1'],
      ['vat', '1', '1.25'],
      ['margin', '0.8', '1'],
      ['factor', '0.3', '1'],
    ]);
    expect(line?.terms[2]).toEqual({
      name: 'margin',
      numerator: new Decimal('0.8'),
      denominator: ONE,
      share: new Decimal('0.2'),
      source: 'general',
    });
    // 1000 ÷ 1.25 = 800 without VAT; 640 of it at basic prices; × 0.3
    expect(line?.emissions.value.toFixed()).toBe('192');
  });

  test('prefers the margin of the product, also when it is zero', () => {
    const own = margins({ id: 'general', share: '0.2' }, { id: 'own', share: '0', products: ['reception-services'] });
    const outcome = calculated({}, basic, { priceMargins: own });
    expect(termsOfLine(orThrow(outcome)[0])[1]).toEqual(['margin', '1', '1']);
    expect(outcome.issues).toEqual([]);
  });

  test('is absent for a factor in purchaser prices, whatever margins are stated', () => {
    const outcome = calculated({}, { ...basic, priceBasis: 'purchaser' }, { priceMargins });
    expect(kilogramsOf(orThrow(outcome))).toEqual([['p-1', '300']]);
    expect(outcome.issues).toEqual([]);
  });

  test('a line without its margin carries the warning that trade and transport are not in it', () => {
    expect(calculated({}, basic, { priceMargins }).issues).toEqual([
      {
        code: 'margin-left-out',
        severity: 'warning',
        message:
          '1 line without the margin general, 0.2 of the price; the first is p-1. What trade and transport emit for it is not counted here: add it as purchases of those services.',
        detail: { margin: 'general', share: '0.2', count: 1, first: 'p-1' },
      },
    ]);
  });

  test('is asked for together with the other steps', () => {
    const issues = issuesOf(calculated({ vat: 'included' }, { ...basic, priceYear: 2019 }, {}));
    expect(issues.map(({ code }) => code)).toEqual([
      'vat-rate-missing',
      'price-basis-unsupported',
      'price-index-missing',
    ]);
  });

  test('a factor in basic prices with VAT, not read by parseFactorSet, is refused', () => {
    const set = aFactorSet(basic);
    const factors = { ...set, factors: set.factors.map((factor) => ({ ...factor, vat: 'included' as const })) };
    const [issue] = issuesOf(calculated({}, basic, { factors, priceMargins }));
    expect(issue).toMatchObject({ code: 'price-basis-unsupported', detail: { priceBasis: 'basic' } });
    expect(issue?.message).toMatch(/a basic price holds none/);
  });
});

describe('the price step over the years, on a factor in prices of 2019', () => {
  const factor = aSpendFactorRow();
  const years = { '2018': '102.2', '2019': '103.3', '2024': '125.7' };
  const expenditure = { '2018': '100', '2019': '104', '2024': '119.6' };
  const general = index('general', years);
  const services = index('services', expenditure, { products: ['reception-services', 'catering'] });
  const kilograms = (date: string, ...priceIndices: ReturnType<typeof index>[]) =>
    orThrow(calculated({ date }, factor, { priceIndices })).map(({ emissions }) => emissions.value.toFixed());

  // 1000 · 103.3 ÷ 102.2 · 0.3 and 1000 · 103.3 ÷ 125.7 · 0.3, as Python's fractions give them.
  test('spend of an earlier year is raised, spend of a later year lowered, spend of the year itself left alone', () => {
    expect(kilograms('2018-05-04', general)).toEqual(['303.228962818004']);
    expect(kilograms('2024-05-04', general)).toEqual(['246.53937947494']);
    expect(kilograms('2019-05-04')).toEqual(['300']);
  });

  // 1000 · 104 ÷ 100 · 0.3 and 1000 · 104 ÷ 119.6 · 0.3
  test('the index of the product’s kind of expenditure goes before the general one, in both directions', () => {
    expect(kilograms('2018-05-04', general, services)).toEqual(['312']);
    expect(kilograms('2024-05-04', services, general)).toEqual(['260.869565217391']);
  });

  test('an index of other kinds of expenditure does not answer', () => {
    const rents = index('rents', expenditure, { products: ['rent'] });
    expect(kilograms('2018-05-04', rents, general)).toEqual(['303.228962818004']);
  });

  test('an index of the product that lacks the year is an issue, and not made up for by the general one', () => {
    const short = index('services', { '2019': '104', '2024': '119.6' }, { products: ['reception-services'] });
    const [issue] = issuesOf(calculated({ date: '2018-05-04' }, factor, { priceIndices: [general, short] }));
    expect(issue).toMatchObject({ code: 'price-index-missing', detail: { years: [2018] } });
  });
});
