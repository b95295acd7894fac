import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { parseStay, readStay, staySchema } from '../../src/reception/stay.js';
import { codesOf, issuesOf } from '../support/builders.js';

const stay = { site: 'oulu', form: 'institution', arrival: '1990-01-02', departure: '1990-02-01', id: 'a-1' };

describe('readStay', () => {
  test('a stay is read into numbers of days', () => {
    expect(readStay(stay)).toEqual({ site: 'oulu', form: 1, arrival: 1, departure: 31 });
    expect(readStay({ ...stay, id: undefined, departure: undefined })).toEqual({
      site: 'oulu',
      form: 1,
      arrival: 1,
      departure: undefined,
    });
  });

  test.each([
    ['a name beyond ASCII', { site: 'Ähtäri' }],
    ['a name with a space', { site: 'oulu north' }],
    ['an id beyond ASCII', { id: 'é1' }],
  ])('%s is right, but left to a closer look', (_, changes) => {
    expect(readStay({ ...stay, ...changes })).toBeUndefined();
    expect(codesOf(parseStay({ ...stay, ...changes }))).toEqual([]);
  });

  test('whatever it reads, parseStay reads alike; what parseStay refuses it does not read', () => {
    const texts = fc.constantFrom('oulu', '', ' oulu', 'a b', 'Ähtäri', '\ud800', 'form');
    const dates = fc.constantFrom(
      '2021-03-01',
      '2021-02-29',
      '1989-12-31',
      '2021-3-1',
      '2100-12-31',
      5,
      null,
      undefined,
    );
    const record = fc.record(
      {
        site: fc.oneof(texts, fc.constant(7)),
        form: fc.constantFrom('private', 'institution', 'institusion', 1),
        arrival: dates,
        departure: dates,
        id: fc.oneof(texts, fc.constantFrom(1, null, undefined)),
        other: fc.constant('x'),
      },
      { requiredKeys: [] },
    );
    const right = fc.record(
      {
        site: texts,
        form: fc.constantFrom('private', 'detention'),
        arrival: fc.constantFrom('2021-03-01', '2021-02-28'),
        departure: dates,
        id: texts,
      },
      { requiredKeys: ['site', 'form', 'arrival'] },
    );
    fc.assert(
      fc.property(fc.oneof(record, right, fc.constantFrom(null, 'oulu', 5, [], undefined)), (input) => {
        const quick = readStay(input);
        const parsed = parseStay(input);
        if (quick !== undefined) expect(orThrow(parsed)).toEqual(quick);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseStay', () => {
  test('every fault is an issue with its field', () => {
    const { arrival, ...without } = stay;
    expect(arrival).toBe('1990-01-02');
    const faulty = { ...without, form: 'institusion', departure: '30.2.2021', id: '', leaving: 'x' };
    expect(issuesOf(parseStay(faulty)).map(({ code, at }) => [at?.path, code])).toEqual([
      ['form', 'invalid-value'],
      ['arrival', 'missing-field'],
      ['departure', 'invalid-date'],
      ['id', 'invalid-value'],
      ['leaving', 'unknown-key'],
    ]);
  });

  test('a stay without departure and id is read', () => {
    const { departure, id, ...least } = stay;
    expect([departure, id]).toEqual(['1990-02-01', 'a-1']);
    expect(orThrow(parseStay(least))).toEqual({ site: 'oulu', form: 1, arrival: 1, departure: undefined });
  });
});

describe('staySchema', () => {
  test('it reads a stay and refuses keys that it does not know', () => {
    expect(staySchema.safeParse(stay).success).toBe(true);
    expect(staySchema.safeParse({ ...stay, name: 'x' }).success).toBe(false);
  });
});
