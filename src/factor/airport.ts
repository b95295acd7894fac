import { z } from 'zod';
import type { DecimalInput } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { collect, failureOf, located } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { coordinateSchema } from '../quantity/great-circle.js';
import { readWith } from '../reading.js';

/** An airport of a table: where it lies, in degrees, north and east positive. */
export interface Airport {
  /** Three capital letters. */
  readonly iata: string;
  /** ISO 3166-1 code of two letters. */
  readonly country: string;
  readonly latitude: DecimalInput;
  readonly longitude: DecimalInput;
}

const airportSchema = z.strictObject({
  iata: z.string().regex(/^[A-Z]{3}$/, 'three capital letters'),
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  latitude: coordinateSchema('90'),
  longitude: coordinateSchema('180'),
});

/**
 * Reads a table of airports. Every row, every fault; `at.row` is the 1-based position. Codes are unique.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`, `invalid-number`, `duplicate-id`.
 */
export function parseAirports(rows: readonly unknown[]): Outcome<readonly Airport[]> {
  const read = collect(rows.map((row, index) => located(readWith<Airport>(airportSchema, row), { row: index + 1 })));
  if (!read.ok) return read;
  const repeated = repeatedCodes(read.value);
  return repeated.length === 0 ? read : failureOf(repeated);
}

function repeatedCodes(airports: readonly Airport[]): readonly Issue[] {
  const rowOf = new Map<string, number>();
  return airports.flatMap(({ iata }, index) => {
    const first = rowOf.get(iata);
    if (first === undefined) rowOf.set(iata, index + 1);
    return first === undefined ? [] : [repeatedCode(iata, [first, index + 1])];
  });
}

function repeatedCode(id: string, rows: readonly [number, number]): Issue {
  const message = `The code ${JSON.stringify(id)} stands in rows ${rows.join(' and ')}. Keep one airport for each code.`;
  return errorIssue('duplicate-id', { message, detail: { id, rows }, at: { row: rows[1], path: 'iata' } });
}
