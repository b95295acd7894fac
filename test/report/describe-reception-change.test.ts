import { describe, expect, test } from 'vitest';
import { quantity } from '../../src/quantity/quantity.js';
import { describeReceptionChange } from '../../src/report/describe-reception-change.js';
import type { ChangeCause, ReceptionChange } from '../../src/report/reception-change.js';

function aChange(before: string, after: string, causes: readonly ChangeCause[]): ReceptionChange {
  const change = quantity(String(Number(after) - Number(before)), 'kgCO2e');
  const decomposition = { before: change, after: change, change, effects: [], cells: [], rule: SHAPLEY };
  return {
    counted: 'purchases',
    before: quantity(before, 'kgCO2e'),
    after: quantity(after, 'kgCO2e'),
    change,
    causes,
    decomposition,
  };
}
const SHAPLEY = { method: 'shapley', allotment: 'largest-remainder-of-1e-12' } as const;
const cause = (name: string, kilograms: string, why?: string): ChangeCause => ({
  cause: 'factor',
  name,
  effect: quantity(kilograms, 'kgCO2e'),
  ...(why === undefined ? {} : { why }),
});
const text = (change: ReceptionChange) => describeReceptionChange(change, { from: 2018, to: 2021 });

describe('a change in words', () => {
  test('names its causes from the largest to the smallest, with what is known of why', () => {
    const causes = [
      cause('nights', '-50'),
      cause('factor-edition', '-2000150', 'factors of 2025'),
      cause('price level', '1000000'),
    ];
    expect(text(aChange('3000200', '2000000', causes))).toBe(
      'From 2018 to 2021 the emissions of purchases fell from 3,000.2 t to 2,000.0 t (−33.3 %): factor-edition (factors of 2025) −2,000.2 t, price level +1,000.0 t, nights −0.1 t.',
    );
  });

  test('leaves out what rounds to nothing, and a share of zero', () => {
    expect(text(aChange('0', '49', [cause('nights', '49')]))).toBe(
      'From 2018 to 2021 the emissions of purchases rose from 0.0 t to 0.0 t.',
    );
  });

  test('says so when nothing moved', () => {
    expect(text(aChange('1000', '1000', []))).toBe('From 2018 to 2021 the emissions of purchases stayed at 1.0 t.');
  });
});
