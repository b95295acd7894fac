import { describe, expect, test } from 'vitest';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { linesOfDraft } from '../../src/emission/emission-line.js';
import { purchasedEnergyDrafts } from '../../src/emission/purchased-energy.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { aContext, aFactorRow, anActivity, anActivityRow, issuesOf } from '../support/builders.js';

type Changes = Readonly<Record<string, unknown>>;

const year = { from: '2021-01-01', to: '2021-12-31' };
const electricity = (changes: Changes = {}) => anActivity(anActivityRow(changes), 'purchased-electricity');
const heat = (changes: Changes = {}) =>
  anActivity(
    {
      id: 'h-1',
      period: year,
      network: 'town',
      amount: { value: '80', unit: 'MWh' },
      contractHolder: 'reporter',
      ...changes,
    },
    'purchased-heat',
  );
const mix = (changes: Changes = {}) => aFactorRow({ id: 'mix', method: 'market-based', co2e: '0.25', ...changes });
const town = (changes: Changes = {}) => aFactorRow({ id: 'town', key: 'town', co2e: '0.13', ...changes });

function drafts(
  energy: Parameters<typeof purchasedEnergyDrafts>[0],
  factors: readonly unknown[],
  changes: Partial<CalculationContext> = {},
) {
  return purchasedEnergyDrafts(energy, year, prepareContext(aContext(factors, changes)));
}
const shapes = (...given: Parameters<typeof drafts>) =>
  orThrow(drafts(...given)).map(({ basis, marketBasis, factor, part }) => [basis, marketBasis, factor?.id, part.from]);

describe('purchasedEnergyDrafts', () => {
  test('electricity has a location-based and a market-based draft, the method saying the same as the basis', () => {
    const found = orThrow(drafts(electricity(), [aFactorRow(), mix()]));
    expect(found).toMatchObject([
      { scope: 2, category: 'purchased-electricity', method: 'location-based', basis: 'location-based', part: year },
      { scope: 2, category: 'purchased-electricity', method: 'market-based', basis: 'market-based', part: year },
    ]);
    expect(found.map((draft) => 'marketBasis' in draft)).toEqual([false, true]);
    expect(found.map(({ factor }) => factor?.id)).toEqual(['fi-grid-2021', 'mix']);
  });

  test.each([
    ['electricity', electricity({ contractHolder: 'landlord' })],
    ['heat', heat({ contractHolder: 'landlord' })],
  ])('%s under the landlord’s contract is leased assets on both bases', (_, energy) => {
    const found = orThrow(drafts(energy, [aFactorRow(), town()], { residualMix: 'grid-average' }));
    expect(found.map(({ scope, category, basis }) => [scope, category, basis])).toEqual([
      [3, 'upstream-leased-assets', 'location-based'],
      [3, 'upstream-leased-assets', 'market-based'],
    ]);
  });

  test('the residual mix of the grid comes before the stated grid average', () => {
    const grid = aFactorRow();
    expect(shapes(electricity(), [grid, mix()], { residualMix: 'grid-average' })[1]?.[1]).toBe('residual-mix');
    expect(shapes(electricity(), [grid], { residualMix: 'grid-average' })[1]).toEqual([
      'market-based',
      'grid-average',
      'fi-grid-2021',
      '2021-01-01',
    ]);
  });

  test('heat without a market-based factor has the same terms on both lines', () => {
    const [location, market] = orThrow(drafts(heat(), [town()]));
    expect(market?.marketBasis).toBe('same-as-location-based');
    expect(market?.terms).toEqual(location?.terms);
    expect(market?.factorTerms).toEqual(location?.factorTerms);
    const [line] = market === undefined ? [] : linesOfDraft(heat(), market);
    expect(line?.terms.map(({ name, numerator }) => [name, decimalText(numerator)])).toEqual([
      ['amount', '80'],
      ['unit', '1000'],
      ['factor', '0.13'],
    ]);
  });

  test('each basis is cut by its own factors, and the stand-in by those that it stands on', () => {
    const factors = [
      town({ validTo: '2021-09-30' }),
      town({ id: 'town-autumn', validFrom: '2021-10-01' }),
      mix({ key: 'town', id: 'market', validTo: '2021-03-31' }),
    ];
    expect(shapes(heat(), factors)).toEqual([
      ['location-based', undefined, 'town', '2021-01-01'],
      ['location-based', undefined, 'town-autumn', '2021-10-01'],
      ['market-based', expect.anything(), 'market', '2021-01-01'],
      ['market-based', 'same-as-location-based', 'town', '2021-04-01'],
      ['market-based', 'same-as-location-based', 'town-autumn', '2021-10-01'],
    ]);
  });

  test('electricity without a residual mix is an issue for each stretch of days, with the next step', () => {
    const outcome = drafts(electricity(), [aFactorRow(), mix({ validFrom: '2021-04-01', validTo: '2021-06-30' })]);
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['residual-mix-missing', { grid: 'FI', period: '2021-01-01..2021-03-31' }],
      ['residual-mix-missing', { grid: 'FI', period: '2021-07-01..2021-12-31' }],
    ]);
    expect(issuesOf(outcome)[0]?.message).toContain("residualMix: 'grid-average'");
  });

  test('both sides are asked for together; a stand-in that is missing too is asked for once', () => {
    const codes = (...given: Parameters<typeof drafts>) => issuesOf(drafts(...given)).map(({ code }) => code);
    expect(codes(electricity(), [])).toEqual(['factor-not-found', 'residual-mix-missing']);
    expect(codes(electricity(), [], { residualMix: 'grid-average' })).toEqual(['factor-not-found']);
    expect(codes(heat(), [])).toEqual(['factor-not-found']);
    expect(codes(heat(), [mix({ key: 'town' })])).toEqual(['factor-not-found']);
  });

  test('an ambiguous or misfitting market-based factor is no missing one: nothing stands in for it', () => {
    const stated = { residualMix: 'grid-average' } as const;
    const regions = [mix({ region: 'north' }), mix({ id: 'south', region: 'south' })];
    expect(issuesOf(drafts(electricity(), [aFactorRow(), ...regions], stated))).toMatchObject([
      { code: 'factor-ambiguous', detail: { ids: ['mix', 'south'] } },
    ]);
    expect(issuesOf(drafts(heat(), [town(), mix({ key: 'town', per: 'tonne' })]))).toMatchObject([
      { code: 'unit-mismatch', detail: { from: 'MWh', to: 'tonne' } },
    ]);
  });

  test('a market-based factor that the report cannot weigh is an issue, on all days or on some', () => {
    const rare = { co2e: '0.116', gwp: 'AR5', gases: { 'HFC-41': '0.001' } };
    const codes = (changes: Changes) =>
      issuesOf(drafts(electricity(), [aFactorRow(), mix({ ...rare, ...changes })], { gwp: 'AR4' })).map(
        ({ code }) => code,
      );
    expect(codes({})).toEqual(['warming-potential-missing']);
    expect(codes({ validFrom: '2021-02-01' })).toEqual(['residual-mix-missing', 'warming-potential-missing']);
  });

  test('cold and steam stand on their network like heat', () => {
    for (const kind of ['purchased-cooling', 'purchased-steam'] as const) {
      const amount = { value: '80', unit: 'MWh' };
      const cold = anActivity({ id: 'c', period: year, network: 'town', amount, contractHolder: 'reporter' }, kind);
      expect(shapes(cold, [town()])).toEqual([
        ['location-based', undefined, 'town', '2021-01-01'],
        ['market-based', 'same-as-location-based', 'town', '2021-01-01'],
      ]);
    }
  });
});
