import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import type { EmissionLine } from '../../src/emission/emission-line.js';
import { factorWarnings } from '../../src/emission/factor-warnings.js';
import { aContext, aFactorRow, aLine } from '../support/builders.js';

const extended = { validFrom: '2019-01-01', validTo: '2019-12-31', reason: 'no newer edition' };
const using = (factorId: string, changes: Partial<EmissionLine> = {}) => aLine('1', { factorId, ...changes });
const warnings = (lines: readonly EmissionLine[], factors: readonly unknown[], gwp: 'AR5' | 'AR6' = 'AR5') =>
  factorWarnings(lines, prepareContext(aContext(factors, { gwp })));
const factor = (id: string, changes: Readonly<Record<string, unknown>> = {}) => aFactorRow({ id, key: id, ...changes });

describe('factorWarnings', () => {
  test('a published factor of the same report needs no warning, and neither does a line without a factor', () => {
    expect(warnings([using('a'), aLine('1')], [factor('a', { basis: 'published' }), factor('b')])).toEqual([]);
  });

  test('an assumed factor warns once, however many lines rest on it, with its note', () => {
    const found = warnings([using('a'), using('a')], [factor('a', { basis: 'assumed', note: 'a guess.' })]);
    expect(found).toEqual([
      {
        code: 'factor-assumed',
        severity: 'warning',
        message: 'The factor a is assumed: a guess.',
        detail: { id: 'a', note: 'a guess.' },
      },
    ]);
  });

  test('an assumed factor without a note says that no reason is stated', () => {
    const [warning] = warnings([using('a')], [factor('a', { basis: 'assumed' })]);
    expect(warning).toMatchObject({
      message: 'The factor a is assumed: no reason stated.',
      detail: { note: 'no reason stated' },
    });
  });

  test.each([
    ['AR4', 'is stated with AR4'],
    ['not-stated', 'does not state its warming potentials'],
  ])('a factor with %s warming potentials warns in an inventory with AR6', (gwp, text) => {
    expect(warnings([using('a')], [factor('a', { gwp })], 'AR6')).toEqual([
      {
        code: 'factor-gwp-differs',
        severity: 'warning',
        message: `The factor a ${text}; the inventory uses AR6. Its value is used as published.`,
        detail: { id: 'a', factorGwp: gwp, inventoryGwp: 'AR6' },
      },
    ]);
  });

  test('an extended factor warns where a line lies outside of its own validity', () => {
    const inside = using('a', { period: calendarYear(2019) });
    const outside = using('a', { period: { from: '2019-12-31', to: '2020-01-01' } });
    const factors = [factor('a', { extended })];
    expect(warnings([inside], factors)).toEqual([]);
    expect(warnings([inside, outside, outside], factors)).toEqual([
      {
        code: 'factor-extended',
        severity: 'warning',
        message: 'The factor a is used outside 2019-01-01..2019-12-31: no newer edition.',
        detail: { id: 'a', ...extended },
      },
    ]);
  });

  test('a reason that ends with a full stop does not get a second one', () => {
    const [warning] = warnings([using('a')], [factor('a', { extended: { ...extended, reason: 'no newer edition.' } })]);
    expect(warning?.message).toBe('The factor a is used outside 2019-01-01..2019-12-31: no newer edition.');
  });

  test('the order is that of the ids, and of assumption, warming potentials and validity within a factor', () => {
    const everything = { basis: 'assumed', gwp: 'AR4', extended };
    const found = warnings(
      [using('b'), using('a')],
      [factor('b', everything), factor('a', everything), factor('c', everything)],
    );
    expect(found.map(({ code, detail }) => [code, 'id' in detail && detail.id])).toEqual([
      ['factor-assumed', 'a'],
      ['factor-gwp-differs', 'a'],
      ['factor-extended', 'a'],
      ['factor-assumed', 'b'],
      ['factor-gwp-differs', 'b'],
      ['factor-extended', 'b'],
    ]);
  });

  test('a factor that states its gases was weighed anew, so that nothing differs', () => {
    const weighed = factor('a', { gwp: 'AR4', co2e: '25', gases: { 'CH4-fossil': '1' } });
    expect(warnings([using('a')], [weighed], 'AR6')).toEqual([]);
  });

  test('a list of no gases is none: the value was used as published', () => {
    expect(warnings([using('a')], [factor('a', { gwp: 'AR4', gases: {} })])).toMatchObject([
      { code: 'factor-gwp-differs' },
    ]);
  });

  test('a fuel factor per energy that does not say net or gross warns, and no other factor', () => {
    const fuel = { method: 'fuel-based', per: 'MWh' };
    const factors = [
      factor('a', fuel),
      factor('b', { ...fuel, calorificBasis: 'gross' }),
      factor('c', { ...fuel, per: 'litre' }),
      factor('d'),
    ];
    expect(
      warnings(
        ['a', 'b', 'c', 'd'].map((id) => using(id)),
        factors,
      ),
    ).toEqual([
      {
        code: 'calorific-basis-not-stated',
        severity: 'warning',
        message:
          'The factor a per MWh does not say whether the energy is net or gross; its amounts must be of the same kind. State calorificBasis.',
        detail: { id: 'a' },
      },
    ]);
  });
});
