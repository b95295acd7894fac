import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/activity/activity.js';
import { Decimal } from '../../src/decimal.js';
import { linesOfDraft } from '../../src/emission/emission-line.js';
import type { LineDraft } from '../../src/emission/emission-line.js';
import { fraction } from '../../src/emission/term.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aFactorRow, aFactorSet, aPurchaseRow, anActivity, anActivityRow } from '../support/builders.js';

const whole = { from: '2021-01-01', to: '2021-12-31' };
const draft: LineDraft = {
  scope: 2,
  category: 'purchased-electricity',
  method: 'market-based',
  part: whole,
  terms: [{ name: 'amount', ...fraction(new Decimal('12.5')), unit: 'kgCO2e' }],
};
const electricity = anActivity(anActivityRow(), 'purchased-electricity');
const emissionLine = (activity: Activity, made: LineDraft) => {
  const [line] = linesOfDraft(activity, made);
  if (line === undefined) throw new Error('A draft has a line.');
  return line;
};
const idOf = (activity: Activity, changes: Partial<LineDraft> = {}) =>
  emissionLine(activity, { ...draft, ...changes }).id;

describe('linesOfDraft', () => {
  test('what an activity and its draft do not say is not there', () => {
    const line = emissionLine(electricity, draft);
    expect(line).toEqual({
      id: 'e-1',
      activityId: 'e-1',
      kind: 'purchased-electricity',
      scope: 2,
      category: 'purchased-electricity',
      method: 'market-based',
      period: whole,
      terms: draft.terms,
      emissions: quantity('12.5', 'kgCO2e'),
    });
    expect(Object.keys(line)).not.toContain('site');
  });

  test('site, tags, basis, market basis and factor are kept', () => {
    const activity = anActivity(anActivityRow({ site: 'oulu', tags: ['heated'] }), 'purchased-electricity');
    const [factor] = aFactorSet(aFactorRow()).factors;
    if (factor === undefined) throw new Error('One factor was read.');
    expect(
      emissionLine(activity, { ...draft, basis: 'market-based', marketBasis: 'residual-mix', factor }),
    ).toMatchObject({
      id: 'e-1/market-based',
      site: 'oulu',
      tags: ['heated'],
      basis: 'market-based',
      marketBasis: 'residual-mix',
      factorId: 'fi-grid-2021',
    });
  });

  test('a purchase keeps its product', () => {
    const purchase = anActivity(aPurchaseRow(), 'purchase');
    const line = emissionLine(purchase, { ...draft, part: { from: '2021-05-04', to: '2021-05-04' } });
    expect([line.id, line.product]).toEqual(['p-1', 'reception-services']);
  });

  test('the id names the days of a part, whichever end was cut, and the basis', () => {
    expect(idOf(electricity, { part: { from: '2021-01-01', to: '2021-06-30' } })).toBe('e-1/2021-01-01..2021-06-30');
    expect(idOf(electricity, { part: { from: '2021-07-01', to: '2021-12-31' }, basis: 'location-based' })).toBe(
      'e-1/2021-07-01..2021-12-31/location-based',
    );
    expect(idOf(electricity, { part: { from: '2021-03-01', to: '2021-03-01' } })).toBe('e-1/2021-03-01..2021-03-01');
  });
});
