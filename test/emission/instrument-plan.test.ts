import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/activity/activity.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { Decimal, ONE, decimalText } from '../../src/decimal.js';
import { calculateEmissions } from '../../src/emission/calculate-emissions.js';
import { consumptionOf, planInstruments } from '../../src/emission/instrument-plan.js';
import { parseInstruments } from '../../src/factor/energy-instrument.js';
import { orThrow } from '../../src/outcome.js';
import {
  SOURCE,
  aContext,
  aFactorRow,
  aPurchaseRow,
  anActivity,
  anActivityRow,
  kilogramsOf,
} from '../support/builders.js';

const certificates = orThrow(
  parseInstruments([
    {
      id: 'hydro',
      kind: 'certificate',
      energy: 'electricity',
      market: 'FI',
      amount: { value: '1', unit: 'MWh' },
      co2e: '0',
      gwp: 'AR5',
      validFrom: '2021-01-01',
      validTo: '2021-12-31',
      qualityCriteria: 'met',
      source: SOURCE,
    },
  ]),
);
const meter = (id: string) =>
  anActivity(
    anActivityRow({ id, date: '2021-03-01', period: undefined, amount: { value: '800', unit: 'kWh' } }),
    'purchased-electricity',
  );
const year = calendarYear(2021);
/** Activities that count in full. */
const counted = (...activities: readonly Activity[]) => activities.map((activity) => ({ activity, share: ONE }));

describe('planInstruments', () => {
  test('plans what instruments reach and says what is left of them in MJ', () => {
    const plan = planInstruments(counted(meter('a')), certificates, year);
    expect([...plan.parts.keys()]).toEqual(['a']);
    expect(plan.parts.get('a')).toMatchObject([{ covers: [{ instrument: { id: 'hydro' } }] }]);
    expect(plan.parts.get('a')?.[0]?.balance).toBeUndefined();
    // 200 kWh · 3.6
    expect([...plan.left.values()].map(decimalText)).toEqual(['720']);
  });

  test('of an activity that counts in part only that part is used up', () => {
    const plan = planInstruments([{ activity: meter('a'), share: new Decimal('0.25') }], certificates, year);
    // 1000 − 800 · 0.25 kWh, · 3.6
    expect([...plan.left.values()].map(decimalText)).toEqual(['2880']);
  });

  test('what no instrument stands for is not in the plan', () => {
    const purchase = anActivity(aPurchaseRow(), 'purchase');
    expect(consumptionOf(purchase)).toBeUndefined();
    expect(planInstruments(counted(purchase, meter('a')), [], year).parts.size).toBe(0);
  });

  test('a list of activities is not changed by being put in order', () => {
    const meters = Object.freeze(counted(meter('b'), meter('a')));
    expect([...planInstruments(meters, Object.freeze(certificates), year).parts.keys()]).toEqual(['a', 'b']);
  });
});

describe('an activity that is calculated alone', () => {
  test('has all instruments to itself', () => {
    const mix = aFactorRow({ id: 'mix', method: 'market-based', co2e: '0.5' });
    const context = aContext([aFactorRow(), mix], { instruments: certificates });
    for (const id of ['a', 'b']) {
      expect(kilogramsOf(orThrow(calculateEmissions(meter(id), context)))).toEqual([
        [`${id}/location-based`, '76.8'],
        [`${id}/hydro/market-based`, '0'],
      ]);
    }
  });
});
