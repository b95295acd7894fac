import { describe, expect, test } from 'vitest';
import { parseInstruments } from '../../src/factor/energy-instrument.js';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import type { InventoryInput } from '../../src/inventory/calculate-inventory.js';
import { parseBoundary } from '../../src/inventory/boundary.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import {
  SOURCE,
  aFactorRow,
  anActivityRow,
  anInventoryInput,
  codesOf,
  issuesOf,
  kilogramsOf,
  termsOfLine,
} from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const grid = aFactorRow({ id: 'grid', co2e: '0.441' });
const mix = aFactorRow({ id: 'mix', method: 'market-based', co2e: '0.5' });
const kWh = (value: string) => ({ value, unit: 'kWh' });
const meter = (id: string, changes: Row = {}) =>
  anActivityRow({ id, date: '2021-03-01', period: undefined, amount: kWh('1000'), ...changes });
const certificate = (changes: Row = {}): Row => ({
  id: 'hydro',
  kind: 'certificate',
  energy: 'electricity',
  market: 'FI',
  amount: kWh('1000'),
  co2e: '0',
  gwp: 'AR5',
  validFrom: '2021-01-01',
  validTo: '2021-12-31',
  qualityCriteria: 'met',
  source: SOURCE,
  ...changes,
});

interface Case {
  readonly meters: readonly Row[];
  readonly instruments: readonly Row[];
  readonly factors?: readonly Row[];
  readonly more?: Partial<InventoryInput>;
}
const outcome = ({ meters, instruments, factors = [grid, mix], more = {} }: Case) =>
  calculateInventory(
    anInventoryInput(meters, factors, { instruments: orThrow(parseInstruments(instruments)), ...more }),
  );
const inventory = (given: Case) => orThrow(outcome(given));
const linesOf = (given: Case, basis: string) => inventory(given).lines.filter((line) => line.basis === basis);
/** Id and kilograms of the market-based lines. */
const market = (given: Case) => kilogramsOf(linesOf(given, 'market-based'));
const totals = (given: Case) => {
  const calculated = inventory(given);
  return (['location-based', 'market-based'] as const).map((scope2) => totalEmissions(calculated, { scope2 }));
};

describe('the worked cases of the Scope 2 Guidance', () => {
  test('a certificate for one meter leaves the other to the grid average (CV-M01)', () => {
    const meters = [meter('plant', { site: 'plant' }), meter('office', { amount: { value: '1', unit: 'MWh' } })];
    const given = {
      meters,
      instruments: [certificate({ co2e: '0.05', sites: ['plant'] })],
      factors: [grid],
      more: { residualMix: 'grid-average' },
    } as const;
    expect(totals(given)).toEqual([quantity('0.882', 'tCO2e'), quantity('0.491', 'tCO2e')]);
    expect(linesOf(given, 'market-based').map(({ marketBasis, instrumentId }) => [marketBasis, instrumentId])).toEqual([
      ['certificate', 'hydro'],
      ['grid-average', undefined],
    ]);
  });

  test('a contract is used up in the order of the days and runs out in the second meter (CV-M03)', () => {
    const meters = [
      meter('second', { amount: { value: '16500', unit: 'MWh' }, date: '2021-04-01' }),
      meter('first', { amount: { value: '30000', unit: 'MWh' } }),
    ];
    const given = {
      meters,
      instruments: [certificate({ kind: 'contract', amount: kWh('20000000') })],
      factors: [grid],
      more: { residualMix: 'grid-average' },
    } as const;
    expect(totals(given)).toEqual([quantity('20506.5', 'tCO2e'), quantity('11686.5', 'tCO2e')]);
    expect(market(given)).toEqual([
      ['second/market-based', '7276500'],
      ['first/hydro/market-based', '0'],
      ['first/market-based', '4410000'],
    ]);
  });

  test('an instrument that fails a quality criterion covers nothing and is named (CV-M05)', () => {
    const instruments = [certificate({ co2e: '0.02', qualityCriteria: ['vintage', 'tracking'] })];
    const residual = aFactorRow({ id: 'residual', method: 'market-based', co2e: '0.35' });
    const given = { meters: [meter('office')], instruments, factors: [grid, residual] };
    expect(totals(given)).toEqual([quantity('0.441', 'tCO2e'), quantity('0.35', 'tCO2e')]);
    expect(outcome(given).issues).toEqual([
      {
        code: 'instrument-not-accepted',
        severity: 'warning',
        message: 'The instrument hydro misses quality criteria and covers nothing: vintage; tracking.',
        detail: { instrument: 'hydro', criteria: ['vintage', 'tracking'] },
      },
    ]);
  });

  test('grid losses are of all that was consumed, not of the market-based balance (CV-M07)', () => {
    const losses = aFactorRow({ id: 'losses', part: 'transmission-and-distribution', co2e: '0.04' });
    const given = {
      meters: [meter('office')],
      instruments: [certificate({ co2e: '0.05' })],
      factors: [grid, losses],
    };
    expect(kilogramsOf(inventory(given).lines)).toEqual([
      ['office/location-based', '441'],
      ['office/hydro/market-based', '50'],
      ['office/transmission-and-distribution', '40'],
    ]);
    expect(totals(given)).toEqual([quantity('0.481', 'tCO2e'), quantity('0.09', 'tCO2e')]);
  });
});

describe('the order in which instruments are used up', () => {
  test('days come first, whatever the order of the list', () => {
    const february = meter('february', { date: '2021-02-01', amount: kWh('800') });
    const january = meter('january', { date: '2021-01-01', amount: kWh('800') });
    const given = { meters: [february, january], instruments: [certificate({ co2e: '0.1' })] };
    // January is covered: 800 · 0.1; of February 200 · 0.1 and 600 · 0.5.
    expect(market(given)).toEqual([
      ['february/hydro/market-based', '20'],
      ['february/market-based', '300'],
      ['january/hydro/market-based', '80'],
    ]);
  });

  test('parts of the same days go by their last day, then by the id of the activity', () => {
    const from = '2021-03-01';
    const span = (to: string) => ({ date: undefined, period: { from, to } });
    const meters = [meter('a', span('2021-03-02')), meter('c', span(from)), meter('b', span(from))];
    const given = { meters, instruments: [certificate({ amount: kWh('2500') })] };
    expect(market(given)).toEqual([
      ['a/hydro/market-based', '0'],
      ['a/market-based', '250'],
      ['c/hydro/market-based', '0'],
      ['b/hydro/market-based', '0'],
    ]);
  });

  test('certificates come before contracts before supplier rates, though they expire later', () => {
    const instruments = [
      certificate({ id: 'rate', kind: 'supplier-rate', amount: undefined, co2e: '0.3', validTo: '2021-04-30' }),
      certificate({ id: 'contract', kind: 'contract', amount: kWh('300'), co2e: '0.2', validTo: '2021-10-31' }),
      certificate({ id: 'certificate', amount: kWh('300'), co2e: '0.1' }),
    ];
    // No residual mix is needed where nothing is left.
    const given = { meters: [meter('e')], instruments, factors: [grid] };
    expect(market(given)).toEqual([
      ['e/certificate/market-based', '30'],
      ['e/contract/market-based', '60'],
      ['e/rate/market-based', '120'],
    ]);
    expect(codesOf(outcome(given))).toEqual([]);
  });

  test('of one kind the sooner to expire comes first, then the smaller id', () => {
    const instruments = [
      certificate({ id: 'c', validTo: '2021-12-31', amount: kWh('600') }),
      certificate({ id: 'b', validTo: '2021-06-30', amount: kWh('300') }),
      certificate({ id: 'a', validTo: '2021-06-30', amount: kWh('300') }),
    ];
    const given = { meters: [meter('e')], instruments };
    expect(market(given).map(([id]) => id)).toEqual(['e/a/market-based', 'e/b/market-based', 'e/c/market-based']);
    expect(outcome(given).issues).toMatchObject([
      { code: 'instrument-unused', detail: { instrument: 'c', left: '200', unit: 'kWh' } },
    ]);
  });

  test('an instrument that is used up is passed over without a line', () => {
    const instruments = [certificate(), certificate({ id: 'wind', amount: kWh('400'), co2e: '0.1', kind: 'contract' })];
    const given = { meters: [meter('a'), meter('b')], instruments };
    expect(market(given)).toEqual([
      ['a/hydro/market-based', '0'],
      ['b/wind/market-based', '40'],
      ['b/market-based', '300'],
    ]);
  });
});

describe('what an instrument covers', () => {
  test('its share of a part is exact where it runs out in the middle', () => {
    const meters = [
      meter('e', { amount: kWh('10'), allocation: { by: 'floor area', own: '1', total: '3' }, site: 'oulu' }),
    ];
    const given = { meters, instruments: [certificate({ amount: kWh('2'), co2e: '0.3' })] };
    const [covered, balance] = linesOf(given, 'market-based');
    // 10 ÷ 3 kWh are the reporter's; 2 kWh of them are covered, 4 ÷ 3 kWh are not. In MJ: 36 = 21.6 + 14.4 of the numerator.
    expect(termsOfLine(covered)).toEqual([
      ['amount', '10', '1'],
      ['share', '1', '3'],
      ['share', '21.6', '36'],
      ['factor', '0.3', '1'],
    ]);
    expect(termsOfLine(balance)).toEqual([
      ['amount', '10', '1'],
      ['share', '1', '3'],
      ['share', '14.4', '36'],
      ['factor', '0.5', '1'],
    ]);
    // 2 · 0.3; 4 ÷ 3 · 0.5 = 0.6666…
    expect(market(given)).toEqual([
      ['e/hydro/market-based', '0.6'],
      ['e/market-based', '0.666666666667'],
    ]);
    expect(covered?.terms[2]).toMatchObject({ of: 'covered by hydro' });
    expect(balance?.terms[2]).toMatchObject({ of: 'not covered by instruments' });
  });

  test('the location-based side is what it would be without instruments', () => {
    const meters = [meter('a'), meter('b', { date: undefined, period: { from: '2021-01-01', to: '2021-12-31' } })];
    const instruments = [certificate({ validTo: '2021-06-30', amount: kWh('1200') })];
    expect(linesOf({ meters, instruments }, 'location-based')).toEqual(
      linesOf({ meters, instruments: [] }, 'location-based'),
    );
  });

  test('a covered line says which instrument stands behind it, in the place of its factor', () => {
    const [line] = linesOf({ meters: [meter('e')], instruments: [certificate({ co2e: '0.05' })] }, 'market-based');
    expect(line).toMatchObject({ marketBasis: 'certificate', instrumentId: 'hydro', scope: 2 });
    expect(line?.factorId).toBeUndefined();
    expect(line?.terms.at(-1)).toMatchObject({
      name: 'factor',
      factorId: 'hydro',
      unit: 'kgCO2e/kWh',
      source: `${SOURCE.publisher}, ${SOURCE.title}`,
    });
  });

  test('an activity is cut at the ends of a validity, and covered on the days inside', () => {
    const year = meter('e', {
      date: undefined,
      period: { from: '2021-01-01', to: '2021-12-31' },
      amount: kWh('36500'),
    });
    const instruments = [
      certificate({ amount: undefined, co2e: '0.1', validFrom: '2021-02-01', validTo: '2021-06-30' }),
    ];
    // 31, 150 and 184 days of 100 kWh.
    expect(market({ meters: [year], instruments })).toEqual([
      ['e/2021-01-01..2021-01-31/market-based', '1550'],
      ['e/2021-02-01..2021-06-30/hydro/market-based', '1500'],
      ['e/2021-07-01..2021-12-31/market-based', '9200'],
    ]);
  });

  test('days of an activity outside the period use nothing up', () => {
    const cut = meter('cut', { date: undefined, period: { from: '2020-12-31', to: '2021-01-01' } });
    const given = { meters: [cut, meter('e', { amount: kWh('500') })], instruments: [certificate()] };
    expect(market(given)).toEqual([
      ['cut/2021-01-01..2021-01-01/hydro/market-based', '0'],
      ['e/hydro/market-based', '0'],
    ]);
    expect(codesOf(outcome(given))).toEqual(['activity-cut']);
    const before = meter('before', { date: '2020-12-31' });
    expect(market({ meters: [before, meter('e')], instruments: [certificate()] })).toEqual([
      ['e/hydro/market-based', '0'],
    ]);
  });

  test('an instrument holds for its energy, its market and its sites alone', () => {
    const meters = [
      meter('here', { site: 'oulu' }),
      meter('there', { site: 'kemi' }),
      meter('nowhere'),
      meter('abroad', { site: 'oulu', grid: 'SE' }),
    ];
    const abroad = [aFactorRow({ id: 'se', key: 'SE' }), aFactorRow({ id: 'sm', key: 'SE', method: 'market-based' })];
    const instruments = [certificate({ sites: ['oulu'], amount: undefined }), certificate({ id: 'h', energy: 'heat' })];
    expect(market({ meters, instruments, factors: [grid, mix, ...abroad] }).map(([id]) => id)).toEqual([
      'here/hydro/market-based',
      'there/market-based',
      'nowhere/market-based',
      'abroad/market-based',
    ]);
  });

  test.each([
    ['purchased-heat', 'heat'],
    ['purchased-cooling', 'cooling'],
    ['purchased-steam', 'steam'],
  ])('%s is covered by an instrument of %s, and the rest stands on the network', (kind, energy) => {
    const network = aFactorRow({ id: 'network', key: 'town', co2e: '0.2' });
    const row = {
      id: 'n',
      kind,
      date: '2021-03-01',
      network: 'town',
      site: 'oulu',
      contractHolder: 'landlord',
      amount: kWh('1500'),
    };
    const given = {
      meters: [row],
      instruments: [certificate({ energy, market: 'town', sites: ['oulu'], co2e: '0.01' })],
      factors: [network],
    };
    expect(
      linesOf(given, 'market-based').map(({ marketBasis, category, emissions }) => [marketBasis, category, emissions]),
    ).toEqual([
      ['certificate', 'upstream-leased-assets', quantity('10', 'kgCO2e')],
      ['same-as-location-based', 'upstream-leased-assets', quantity('100', 'kgCO2e')],
    ]);
  });

  test('energy whose contract the landlord holds is covered only by an instrument that names its site', () => {
    const landlords = meter('a', { site: 'oulu', contractHolder: 'landlord', amount: kWh('400') });
    const own = meter('b', { amount: kWh('400') });
    expect(market({ meters: [landlords, own], instruments: [certificate({ amount: kWh('400') })] })).toEqual([
      ['a/market-based', '200'],
      ['b/hydro/market-based', '0'],
    ]);
  });

  test('an instrument that nobody is there for is said, with or without an amount', () => {
    const elsewhere = [certificate({ market: 'SE' }), certificate({ id: 'rate', market: 'SE', amount: undefined })];
    expect(outcome({ meters: [meter('e')], instruments: elsewhere }).issues).toMatchObject([
      { code: 'instrument-unused', detail: { instrument: 'hydro', left: '1000', unit: 'kWh' } },
      { code: 'instrument-unused', detail: { instrument: 'rate', left: 'all', unit: 'kWh' } },
    ]);
  });

  test('of a shared meter only the own part uses an instrument up', () => {
    // 1 000 kWh, a quarter of it own: 100 of 250 are covered, 150 stand on the residual mix of 0.5.
    const shared = meter('a', { allocation: { by: 'floor area', own: '1', total: '4' } });
    expect(market({ meters: [shared], instruments: [certificate({ amount: kWh('100') })] })).toEqual([
      ['a/hydro/market-based', '0'],
      ['a/market-based', '75'],
    ]);
  });

  test('electricity of vehicles is covered like any other', () => {
    const car = { id: 'car', kind: 'vehicle-electricity', date: '2021-03-01', grid: 'FI', amount: kWh('250') };
    const given = { meters: [car, meter('e')], instruments: [certificate()] };
    expect(market(given)).toEqual([
      ['car/hydro/market-based', '0'],
      ['e/hydro/market-based', '0'],
      ['e/market-based', '125'],
    ]);
  });

  test('nothing consumed needs no cover', () => {
    const given = { meters: [meter('e', { amount: kWh('0') })], instruments: [certificate()] };
    expect(market(given)).toEqual([['e/market-based', '0']]);
    expect(outcome(given).issues).toMatchObject([{ code: 'instrument-unused', detail: { left: '1000' } }]);
  });
});

describe('warnings about instruments', () => {
  test('what is left is told in the unit of the instrument', () => {
    const given = {
      meters: [meter('e', { amount: kWh('500') })],
      instruments: [certificate({ amount: { value: '2', unit: 'MWh' } })],
    };
    expect(outcome(given).issues).toEqual([
      {
        code: 'instrument-unused',
        severity: 'warning',
        message: 'Of the instrument hydro, 1.5 MWh are left unused.',
        detail: { instrument: 'hydro', left: '1.5', unit: 'MWh' },
      },
    ]);
  });

  test('what is left is rounded down to 10⁻¹² MJ, so that an instrument never covers more than it holds', () => {
    const third = meter('e', { amount: { value: '1', unit: 'MJ' }, allocation: { by: 'area', own: '1', total: '3' } });
    const given = { meters: [third], instruments: [certificate({ amount: { value: '1', unit: 'MJ' } })] };
    expect(outcome(given).issues).toMatchObject([{ detail: { left: '0.666666666666', unit: 'MJ' } }]);
  });

  test('an instrument whose validity holds none of the consumption names both', () => {
    const meters = ['2021-05-01', '2021-04-01', '2021-05-01'].map((date, index) => meter(`e-${index}`, { date }));
    const given = { meters, instruments: [certificate({ validTo: '2021-01-31' })] };
    expect(market(given).map(([id]) => id)).toEqual(['e-0/market-based', 'e-1/market-based', 'e-2/market-based']);
    expect(outcome(given).issues).toMatchObject([
      {
        code: 'instrument-outside-validity',
        severity: 'warning',
        message: expect.stringContaining('consumption lies in 2021-04-01, 2021-05-01') as unknown,
        detail: { instrument: 'hydro', period: '2021-01-01..2021-01-31', nearest: ['2021-04-01', '2021-05-01'] },
      },
    ]);
  });

  test('an instrument that was meant for nothing here is left unused', () => {
    const given = { meters: [meter('e')], instruments: [certificate({ market: 'SE' })] };
    expect(outcome(given).issues).toMatchObject([{ code: 'instrument-unused', detail: { left: '1000', unit: 'kWh' } }]);
  });

  test('a rate without an amount that others leave nothing for has no warning', () => {
    const rate = certificate({ id: 'rate', kind: 'supplier-rate', amount: undefined });
    expect(codesOf(outcome({ meters: [meter('e')], instruments: [certificate(), rate] }))).toEqual([]);
  });

  test.each([
    ['AR4', 'is stated with AR4'],
    ['not-stated', 'does not state its warming potentials'],
  ])(
    'an instrument of %s that covers something warns in an inventory of AR5, and an idle one does not',
    (gwp, text) => {
      const instruments = [
        certificate({ gwp }),
        certificate({ id: 'idle', gwp, kind: 'supplier-rate', amount: undefined }),
      ];
      expect(outcome({ meters: [meter('e')], instruments }).issues).toEqual([
        {
          code: 'factor-gwp-differs',
          severity: 'warning',
          message: `The instrument hydro ${text}; the inventory uses AR5. Its value is used as stated.`,
          detail: { id: 'hydro', factorGwp: gwp, inventoryGwp: 'AR5' },
        },
      ]);
    },
  );

  test('without a residual mix the balance alone is an issue', () => {
    const given = { meters: [meter('e', { amount: kWh('1500') })], instruments: [certificate()], factors: [grid] };
    expect(issuesOf(outcome(given)).map(({ code, detail }) => [code, detail])).toEqual([
      ['residual-mix-missing', { grid: 'FI', period: '2021-03-01' }],
    ]);
  });
});

describe('instruments and operations', () => {
  const boundary = (consolidation: string, changes: Row) =>
    orThrow(
      parseBoundary({
        consolidation,
        exclusions: [],
        operations: [
          { name: 'joint', equity: ['0.4'], financialControl: 'joint', operationalControl: 'not-held', ...changes },
        ],
      }),
    );

  test('an operation that the boundary does not count uses no instrument up', () => {
    const meters = [meter('a', { operation: 'joint' }), meter('b')];
    const more = { boundary: boundary('operational-control', {}) };
    expect(market({ meters, instruments: [certificate()], more })).toEqual([['b/hydro/market-based', '0']]);
  });

  test('the reporter’s share of an operation is a term of the covered line too', () => {
    const more = { boundary: boundary('equity-share', {}) };
    const given = { meters: [meter('a', { operation: 'joint' })], instruments: [certificate({ co2e: '0.1' })], more };
    expect(termsOfLine(linesOf(given, 'market-based')[0])).toEqual([
      ['amount', '1000', '1'],
      ['share', '0.4', '1'],
      ['factor', '0.1', '1'],
    ]);
    expect(market(given)).toEqual([['a/hydro/market-based', '40']]);
  });

  test('an operation uses up no more than the reporter’s share of it', () => {
    const more = { boundary: boundary('equity-share', {}) };
    const meters = [meter('a', { operation: 'joint' }), meter('b')];
    // 400 of a and 600 of b are covered, 400 · 0.5 are not.
    expect(market({ meters, instruments: [certificate({ co2e: '0.1' })], more })).toEqual([
      ['a/hydro/market-based', '40'],
      ['b/hydro/market-based', '60'],
      ['b/market-based', '200'],
    ]);
  });

  test('the same certificate from two lists is an issue, not twice the cover', () => {
    const lists = [certificate(), certificate()].map((row) => orThrow(parseInstruments([row])));
    const input = anInventoryInput([meter('a'), meter('b')], [grid, mix], { instruments: lists.flat() });
    expect(codesOf(calculateInventory(input))).toEqual(['duplicate-id']);
  });
});
