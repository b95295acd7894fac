import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calculateInventory,
  combineFactorSets,
  extendValidity,
  foldLedger,
  orThrow,
  parseAccountMapping,
  parseActivities,
  parseAirports,
  parseBoundary,
  parseClientDays,
  parseExchangeRates,
  parseFactorSet,
  parseInstruments,
  parsePriceIndex,
  parseTarget,
  receptionIntensity,
  totalEmissions,
  totalsBy,
} from '../../src/index.js';
import type { Outcome } from '../../src/index.js';
import {
  EXCHANGE_RATES,
  MAPPING,
  PRICE_INDEX,
  activityRows,
  decimals,
  factorSets,
  postingRows,
} from '../support/arbitraries.js';
import { deepFreeze } from '../support/builders.js';
import { inventoryInput } from '../support/random-inventory.js';

const clientDays = fc.array(decimals(5, 2), { minLength: 36, maxLength: 36 }).map((counts) =>
  Array.from({ length: 12 }, (_, index) => ({
    site: 'oulu',
    month: `2021-${String(index + 1).padStart(2, '0')}`,
    form: 'institution',
    clientDays: counts[3 * index],
    accommodationNights: counts[3 * index + 1],
    placeDays: counts[3 * index + 2],
  })),
);

describe('no input is changed', () => {
  test('by reading and calculating: frozen inputs give what loose ones give', () => {
    fc.assert(
      fc.property(activityRows, factorSets, (rows, factors) => {
        const loose = calculateInventory(inventoryInput(rows, factors));
        const frozen = deepFreeze(inventoryInput(deepFreeze(rows), deepFreeze(factors)));
        expect(calculateInventory(frozen)).toEqual(loose);
      }),
    );
  });

  test('by totals, intensities and extended validities', () => {
    fc.assert(
      fc.property(activityRows, factorSets, clientDays, (rows, factors, register) => {
        const inventory = deepFreeze(orThrow(calculateInventory(inventoryInput(rows, factors))));
        const days = deepFreeze(orThrow(parseClientDays(register)));
        totalEmissions(inventory, { scope2: 'location-based' });
        totalsBy(inventory, { scope2: 'market-based' }, (line) => line.scope);
        receptionIntensity(inventory, days, { scope2: 'location-based', per: 'client-day' });
        const set = deepFreeze(orThrow(parseFactorSet(factors)));
        const extension = deepFreeze({
          from: '2020-01-01',
          to: '2022-12-31',
          reason: 'for the whole series',
          ids: ['oil'],
        });
        expect(extendValidity(set, extension).ok).toBe(true);
        expect(combineFactorSets(deepFreeze([set]), deepFreeze({ id: 'all', edition: '1' })).ok).toBe(true);
      }),
    );
  });

  test('by folding a ledger', async () => {
    const mapping = deepFreeze(orThrow(parseAccountMapping(deepFreeze(MAPPING))));
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        const loose = await foldLedger(postings, orThrow(parseAccountMapping(MAPPING)));
        expect(await foldLedger(deepFreeze(postings), mapping)).toEqual(loose);
      }),
    );
  });
});

/** Reads, writes as JSON, and reads again. */
function expectRoundTrip<T>(parse: (input: never) => Outcome<T>, input: unknown): void {
  const once = orThrow(parse(input as never));
  const json = JSON.stringify(once);
  const again = orThrow(parse(JSON.parse(json) as never));
  expect(again).toEqual(once);
  expect(JSON.stringify(again)).toBe(json);
}

describe('JSON out and in is the same', () => {
  test('for activities', () => {
    fc.assert(fc.property(activityRows, (rows) => expectRoundTrip(parseActivities, rows)));
  });

  test('for factor sets, extended ones included', () => {
    fc.assert(
      fc.property(factorSets, (factors) => {
        expectRoundTrip(parseFactorSet, factors);
        const set = orThrow(parseFactorSet(factors));
        const reason = 'no later edition';
        const extended = orThrow(extendValidity(set, { from: '2021-01-01', to: '2022-12-31', reason, ids: ['oil'] }));
        expectRoundTrip(parseFactorSet, JSON.parse(JSON.stringify(extended)));
        expect(parseFactorSet(JSON.parse(JSON.stringify(extended)))).toMatchObject({ ok: true, value: extended });
      }),
    );
  });

  test('for purchases folded from a ledger', async () => {
    const mapping = orThrow(parseAccountMapping(MAPPING));
    await fc.assert(
      fc.asyncProperty(postingRows, async (postings) => {
        const { activities } = orThrow(await foldLedger(postings, mapping));
        expect(orThrow(parseActivities(JSON.parse(JSON.stringify(activities)) as readonly unknown[]))).toEqual(
          activities,
        );
      }),
    );
  });

  test('for contractual instruments', () => {
    const source = { title: 'Random values', publisher: 'nobody', licence: 'none: invented' };
    const instrument = fc.record(
      {
        kind: fc.constantFrom('certificate', 'contract', 'supplier-rate'),
        energy: fc.constantFrom('electricity', 'heat', 'cooling', 'steam'),
        market: fc.constantFrom('FI', 'river-town'),
        sites: fc.constantFrom(['oulu'], ['oulu', 'kemi']),
        amount: fc.record({ value: decimals(7, 6), unit: fc.constantFrom('kWh', 'MWh', 'GJ') }),
        co2e: decimals(2, 6),
        gwp: fc.constantFrom('AR4', 'AR5', 'AR6', 'not-stated'),
        validFrom: fc.constant('2021-01-01'),
        validTo: fc.constant('2021-12-31'),
        qualityCriteria: fc.constantFrom('met', ['vintage', 'same market']),
        source: fc.constant(source),
      },
      {
        requiredKeys: ['kind', 'energy', 'market', 'co2e', 'gwp', 'validFrom', 'validTo', 'qualityCriteria', 'source'],
      },
    );
    const rows = fc.array(instrument, { maxLength: 5 }).map((all) => all.map((one, id) => ({ ...one, id: `i-${id}` })));
    fc.assert(fc.property(rows, (all) => expectRoundTrip(parseInstruments, deepFreeze(all))));
  });

  test('for airports', () => {
    const [latitude, longitude] = [decimals(1, 6), decimals(2, 6)];
    fc.assert(
      fc.property(fc.array(fc.record({ latitude, longitude }), { maxLength: 5 }), (places) => {
        const rows = places.map((place, index) => ({ iata: `XX${'ABCDE'.charAt(index)}`, country: 'FI', ...place }));
        expectRoundTrip(parseAirports, deepFreeze(rows));
      }),
    );
  });

  test('for client-days', () => {
    fc.assert(fc.property(clientDays, (rows) => expectRoundTrip(parseClientDays, rows)));
  });

  test('for targets', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(shares, fc.constantFrom('linear', 'constant-rate'), (thousandths, path) => {
        const milestones = [...thousandths]
          .sort((a, b) => a - b)
          .map((share, index) => ({
            year: 2019 + 3 * index,
            reduction: share === 1000 ? '1.000' : `0.${String(share).padStart(3, '0')}`,
          }));
        expectRoundTrip(parseTarget, { name: 'A target', baseYear: 2018, milestones, path });
      }),
    );
  });

  test('for price indices and exchange rates', () => {
    const years = fc.dictionary(
      fc.integer({ min: 1990, max: 2100 }).map(String),
      decimals(4, 4).map((value) => `1${value}`),
    );
    fc.assert(
      fc.property(years, (table) => {
        expectRoundTrip(parsePriceIndex, { ...PRICE_INDEX, index: table, products: ['catering'] });
        expectRoundTrip(parseExchangeRates, { ...EXCHANGE_RATES, rates: { USD: table, SEK: {} } });
      }),
    );
  });

  test('for account mappings and boundaries', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(words, words, (one, other) => {
        expectRoundTrip(parseAccountMapping, { ...MAPPING, id: one, unmapped: { why: other } });
        const exclusions = [{ what: one, why: other }];
        expectRoundTrip(parseBoundary, { consolidation: 'equity-share', exclusions });
      }),
    );
  });
});
