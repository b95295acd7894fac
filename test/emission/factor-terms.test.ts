import { describe, expect, test } from 'vitest';
import { Decimal, ONE } from '../../src/decimal.js';
import { factorTermsOf, prepareContext } from '../../src/emission/calculation-context.js';
import { makeFactorTerms } from '../../src/emission/factor-terms.js';
import { orThrow } from '../../src/outcome.js';
import { SOURCE, aContext, aFactorRow, aFactorSet, codesOf } from '../support/builders.js';

const decimal = (text: string) => new Decimal(text);

function factorOf(changes: Readonly<Record<string, unknown>>) {
  const [factor] = aFactorSet(aFactorRow(changes)).factors;
  if (factor === undefined) throw new Error('One factor was read.');
  return factor;
}

describe('factorTermsOf', () => {
  test('is the factor over 1 with its unit and publication, and is shared', () => {
    const factor = factorOf({ per: 'MWh', co2e: '96' });
    const shared = prepareContext(aContext([]));
    const terms = factorTermsOf(shared, factor);
    expect(orThrow(terms)).toEqual({
      counted: {
        name: 'factor',
        numerator: decimal('96'),
        denominator: ONE,
        factorId: 'fi-grid-2021',
        unit: 'kgCO2e/MWh',
        source: `${SOURCE.publisher}, ${SOURCE.title}`,
      },
    });
    expect(factorTermsOf(shared, factor)).toBe(terms);
    expect(factorTermsOf(shared, factorOf({ id: 'other' }))).not.toBe(terms);
  });
});

describe('makeFactorTerms', () => {
  test('gases of the Montreal Protocol stand apart, and alone where there are no others', () => {
    const blend = factorOf({ per: 'kg', co2e: '1218.5', gases: { 'HFC-32': '0.5', 'HCFC-22': '0.5' } });
    const terms = orThrow(makeFactorTerms(blend, 'AR5'));
    expect(terms.counted?.numerator).toEqual(decimal('338.5'));
    expect(terms.outside?.numerator).toEqual(decimal('880'));
    const pure = orThrow(makeFactorTerms(factorOf({ per: 'kg', co2e: '1760', gases: { 'HCFC-22': '1' } }), 'AR5'));
    expect(pure.counted).toBeUndefined();
    expect(pure.outside?.numerator).toEqual(decimal('1760'));
  });

  test('a factor that cannot be stated in the report has no terms', () => {
    const rare = factorOf({ per: 'kg', co2e: '116', gases: { 'HFC-41': '1' } });
    expect(codesOf(makeFactorTerms(rare, 'AR4'))).toEqual(['warming-potential-missing']);
  });
});
