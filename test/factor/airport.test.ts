import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAirports } from '../../src/factor/airport.js';
import type { Airport } from '../../src/factor/airport.js';
import { orThrow } from '../../src/outcome.js';
import { coordinateSchema, greatCircle } from '../../src/quantity/great-circle.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const helsinki = { iata: 'HEL', country: 'FI', latitude: '60.318363', longitude: '24.963341' };
const brussels = { iata: 'BRU', country: 'BE', latitude: '50.901402', longitude: '4.48444' };
const found = (...rows: readonly unknown[]) =>
  issuesOf(parseAirports(rows)).map(({ code, at }) => [code, at?.row, at?.path]);

describe('Airport', () => {
  test('a position may be text or a number: both lie at the same place', () => {
    const airports: readonly [Airport, Airport] = [
      { iata: 'XXA', country: 'FI', latitude: '0', longitude: 0 },
      { iata: 'XXB', country: 'SE', latitude: 0n, longitude: '90' },
    ];
    const [from, to] = airports.map(({ latitude, longitude }) => ({
      latitude: orThrow(readWith(coordinateSchema('90'), latitude)),
      longitude: orThrow(readWith(coordinateSchema('180'), longitude)),
    }));
    if (from === undefined || to === undefined) throw new Error('Two airports were expected.');
    // A quarter of the circle: π ÷ 2 × 6371.0088 km.
    expect(greatCircle(from, to)).toEqual(quantity('10007.557221017962', 'km'));
  });
});

describe('parseAirports', () => {
  test('a table of airports is read in its order, positions digit for digit', () => {
    const read = orThrow(parseAirports([helsinki, brussels]));
    expect(JSON.parse(JSON.stringify(read))).toEqual([helsinki, brussels]);
    expect(parseAirports([])).toEqual({ ok: true, value: [], issues: [] });
  });

  test.each(['iata', 'country', 'latitude', 'longitude'])('without its %s it is none', (field) => {
    expect(found(brussels, { ...helsinki, [field]: undefined })).toEqual([['missing-field', 2, field]]);
  });

  test.each([
    [{ iata: '' }, 'invalid-value', 'iata'],
    [{ iata: 'hel' }, 'invalid-value', 'iata'],
    [{ iata: 'EFHK' }, 'invalid-value', 'iata'],
    [{ iata: 'HEL ' }, 'invalid-value', 'iata'],
    [{ country: 358 }, 'invalid-value', 'country'],
    [{ country: 'fi' }, 'invalid-value', 'country'],
    [{ country: 'FIN' }, 'invalid-value', 'country'],
    [{ latitude: '90.1' }, 'invalid-value', 'latitude'],
    [{ longitude: '-180.1' }, 'invalid-value', 'longitude'],
    [{ latitude: '60° N' }, 'invalid-number', 'latitude'],
    [{ city: 'Helsinki' }, 'unknown-key', 'city'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...helsinki, ...changes })).toEqual([[code, 1, path]]);
  });

  test('an unknown key is named with the nearest', () => {
    expect(issuesOf(parseAirports([{ ...helsinki, latitud: '60' }])).map(({ detail }) => detail)).toEqual([
      { key: 'latitud', nearest: ['latitude', 'longitude', 'iata'] },
    ]);
  });

  test('every fault of every row comes back at once', () => {
    expect(found({ ...helsinki, latitude: '91', longitude: 'x' }, brussels, null)).toEqual([
      ['invalid-value', 1, 'latitude'],
      ['invalid-number', 1, 'longitude'],
      ['invalid-value', 3, undefined],
    ]);
  });

  test('a code that stands twice is an issue at the later row, and at each later one', () => {
    const again = { ...brussels, iata: 'HEL' };
    expect(issuesOf(parseAirports([helsinki, brussels, again]))).toEqual([
      {
        code: 'duplicate-id',
        severity: 'error',
        message: 'The code "HEL" stands in rows 1 and 3. Keep one airport for each code.',
        detail: { id: 'HEL', rows: [1, 3] },
        at: { row: 3, path: 'iata' },
      },
    ]);
    expect(found(helsinki, again, again)).toEqual([
      ['duplicate-id', 2, 'iata'],
      ['duplicate-id', 3, 'iata'],
    ]);
  });

  test('JSON out and in is the same', () => {
    const millionths = (limit: number) =>
      fc.integer({ min: -limit * 1_000_000, max: limit * 1_000_000 }).map((whole) => whole / 1_000_000);
    const airports = fc.uniqueArray(
      fc.record({
        iata: fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 3, maxLength: 3 }),
        country: fc.constantFrom('FI', 'BE'),
        latitude: millionths(90),
        longitude: millionths(180),
      }),
      { selector: ({ iata }) => iata, maxLength: 8 },
    );
    fc.assert(
      fc.property(airports, (rows) => {
        const once = orThrow(parseAirports(rows));
        expect(orThrow(parseAirports(JSON.parse(JSON.stringify(once)) as readonly unknown[]))).toEqual(once);
      }),
    );
  });
});
