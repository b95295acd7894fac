import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/activity/activity.js';
import { calculateEmissions, emissionLines, outsidePeriod } from '../../src/emission/calculate-emissions.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { Decimal } from '../../src/decimal.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import {
  aContext,
  aFactorRow,
  aPurchaseRow,
  aSpendFactorRow,
  anActivity,
  anActivityRow,
  codesOf,
  deepFreeze,
  issuesOf,
} from '../support/builders.js';

type Changes = Readonly<Record<string, unknown>>;

const electricity = (changes: Changes = {}) => anActivity(anActivityRow(changes), 'purchased-electricity');
const purchase = (changes: Changes = {}) => anActivity(aPurchaseRow(changes), 'purchase');
const mix = aFactorRow({ id: 'mix', method: 'market-based', co2e: '0.25' });
const grid = aContext([aFactorRow(), mix]);
const spend = aContext([aSpendFactorRow({ priceYear: 2021 })]);

describe('calculateEmissions', () => {
  test('gives the lines of one activity, and changes neither it nor the context', () => {
    const lines = orThrow(calculateEmissions(deepFreeze(electricity()), deepFreeze(grid)));
    expect(lines.map(({ id, emissions }) => [id, emissions])).toEqual([
      ['e-1/location-based', quantity('11520', 'kgCO2e')],
      ['e-1/market-based', quantity('30000', 'kgCO2e')],
    ]);
  });

  test.each<[Activity['kind'], Changes, Changes]>([
    ['purchase', aPurchaseRow(), aSpendFactorRow({ priceYear: 2021 })],
    ['purchased-electricity', anActivityRow({ date: '2021-05-04', period: undefined }), aFactorRow()],
    [
      'purchased-heat',
      { id: 'h', date: '2021-05-04', network: 'town', amount: { value: '1', unit: 'kWh' }, contractHolder: 'reporter' },
      aFactorRow({ key: 'town' }),
    ],
    [
      'stationary-combustion',
      { id: 'f', date: '2021-05-04', fuel: 'oil', amount: { value: '1', unit: 'litre' }, contractHolder: 'reporter' },
      aFactorRow({ key: 'oil', method: 'fuel-based', per: 'litre' }),
    ],
    [
      'mobile-combustion',
      { id: 'v', date: '2021-05-04', fuel: 'oil', amount: { value: '1', unit: 'litre' } },
      aFactorRow({ key: 'oil', method: 'fuel-based', per: 'litre' }),
    ],
    [
      'flight',
      { id: 't', date: '2021-05-04', haul: 'a', cabin: 'b', amount: { value: '1', unit: 'passenger-km' } },
      aFactorRow({ key: 'a-b', method: 'distance-based', per: 'passenger-km', aviationNonCo2: 'excluded' }),
    ],
    [
      'supplier-reported',
      {
        id: 's',
        date: '2021-05-04',
        scope3Category: 'investments',
        amount: { value: '1', unit: 'kgCO2e' },
        source: 'a',
      },
      aFactorRow(),
    ],
  ])('the kind %s is calculated', (kind, row, factor) => {
    const context = aContext([factor], { aviationNonCo2: 'excluded', residualMix: 'grid-average' });
    const lines = orThrow(calculateEmissions(anActivity(row, kind), context));
    expect(new Set(lines.map((line) => line.kind))).toEqual(new Set([kind]));
  });

  test('a kind that types were bypassed for is a wrong program', () => {
    const unknown = { ...purchase(), kind: 'refrigerant' } as unknown as Activity;
    expect(() => calculateEmissions(unknown, spend)).toThrow(HiilitaseError);
  });

  test('every issue names the activity', () => {
    expect(issuesOf(calculateEmissions(electricity(), aContext([]))).map(({ code, at }) => [code, at])).toEqual([
      ['factor-not-found', { activityId: 'e-1' }],
      ['residual-mix-missing', { activityId: 'e-1' }],
    ]);
  });

  test.each([
    ['2020-12-31', 0],
    ['2021-01-01', 1],
    ['2021-12-31', 1],
    ['2022-01-01', 0],
  ])('both ends of the period are inside: %s has %i lines', (date, count) => {
    const outcome = calculateEmissions(purchase({ date }), spend);
    expect(orThrow(outcome)).toHaveLength(count);
    expect(codesOf(outcome)).toEqual(count === 0 ? ['activity-outside-period'] : []);
  });

  test('an activity outside needs no factor: it is left out with a warning', () => {
    const outcome = calculateEmissions(purchase({ date: '2020-12-31', product: 'unknown' }), spend);
    expect(outcome).toEqual({
      ok: true,
      value: [],
      issues: [
        {
          code: 'activity-outside-period',
          severity: 'warning',
          message: expect.stringMatching(/wholly outside 2021-01-01\.\.2021-12-31 .*the first is p-1\.$/),
          detail: { count: 1, first: 'p-1' },
        },
      ],
    });
  });

  test('an activity that reaches past the period is cut, with a warning that says what is kept', () => {
    const outcome = calculateEmissions(
      purchase({ date: undefined, period: { from: '2020-12-31', to: '2021-01-01' } }),
      spend,
    );
    expect(orThrow(outcome).map(({ id, emissions }) => [id, emissions])).toEqual([
      ['p-1/2021-01-01..2021-01-01', quantity('150', 'kgCO2e')],
    ]);
    expect(outcome.issues).toEqual([
      {
        code: 'activity-cut',
        severity: 'warning',
        message: 'The activity covers 2020-12-31..2021-01-01; only its days in 2021-01-01 are counted here.',
        detail: { kept: '2021-01-01', whole: '2020-12-31..2021-01-01' },
        at: { activityId: 'p-1' },
      },
    ]);
  });

  test('a cut at a validity edge inside the period is no warning', () => {
    const factors = [
      aSpendFactorRow({ priceYear: 2021, validTo: '2021-05-04' }),
      aSpendFactorRow({ id: 'later', priceYear: 2021, validFrom: '2021-05-05' }),
    ];
    const outcome = calculateEmissions(
      purchase({ date: undefined, period: { from: '2021-05-04', to: '2021-05-05' } }),
      aContext(factors),
    );
    expect([orThrow(outcome).length, codesOf(outcome)]).toEqual([2, []]);
  });

  test.each([
    ['estimated', ['activity-estimated']],
    ['assumed', ['activity-estimated']],
    ['measured', []],
    [undefined, []],
  ])('an amount that is %s gives the warnings %j', (basis, codes) => {
    const outcome = calculateEmissions(purchase({ basis }), spend);
    expect(codesOf(outcome)).toEqual(codes);
    expect(outcome.issues.map(({ detail, at }) => [detail, at])).toEqual(
      codes.map(() => [{ basis }, { activityId: 'p-1' }]),
    );
  });

  test('what is to be known of the factors comes after what is to be known of the activity, once for both lines', () => {
    const assumed = { basis: 'assumed', note: 'a guess' };
    const context = aContext([aFactorRow(assumed)], { residualMix: 'grid-average' });
    expect(codesOf(calculateEmissions(electricity({ basis: 'estimated' }), context))).toEqual([
      'activity-estimated',
      'factor-assumed',
    ]);
  });
});

describe('emissionLines', () => {
  test('an activity outside of the period has none, and no warning of its own', () => {
    expect(emissionLines(purchase({ date: '2020-12-31' }), prepareContext(spend))).toEqual({
      ok: true,
      value: [],
      issues: [],
    });
  });

  test('an operation is counted by the approach of the boundary', () => {
    const operation = { name: 'joint', equity: [new Decimal('0.4')], financialControl: 'held' } as const;
    const linesWith = (operationalControl: 'held' | 'not-held') => {
      const operations = [{ ...operation, operationalControl }];
      const context = prepareContext(spend, { operations, consolidation: 'operational-control' });
      return orThrow(emissionLines(purchase({ operation: 'joint' }), context));
    };
    expect(linesWith('held').map(({ emissions }) => emissions)).toEqual([quantity('300', 'kgCO2e')]);
    expect(linesWith('not-held')).toEqual([]);
  });

  test('an operation that an activity alone names is an issue: it has no boundary', () => {
    expect(codesOf(calculateEmissions(purchase({ operation: 'joint' }), spend))).toEqual(['operation-unknown']);
  });
});

describe('outsidePeriod', () => {
  test('counts all and names the first', () => {
    const activities = ['a', 'b', 'c'].map((id) => purchase({ id }));
    expect(outsidePeriod(activities, { from: '2020-01-01', to: '2020-01-01' })).toMatchObject({
      message: '3 activities wholly outside 2020-01-01 left out; the first is a.',
      detail: { count: 3, first: 'a' },
    });
  });
});
