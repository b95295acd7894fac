import { describe, expect, test } from 'vitest';
import { deepFrozen } from '../../src/editions/deep-frozen.js';
import { expandEdition } from '../../src/editions/edition.js';
import type { EditionData } from '../../src/editions/edition.js';

const SOURCE = { title: 'Table', publisher: 'Office', licence: 'CC0-1.0' };
const OTHER = { title: 'Other table', publisher: 'Office', licence: 'CC0-1.0', table: 'p. 3' };
const DATA: EditionData = {
  id: 'office-2024',
  edition: '2024',
  source: SOURCE,
  otherSources: { other: OTHER },
  about: { ...SOURCE, attribution: 'Office', retrieved: 'from the office', leftOut: [], note: 'invented' },
  common: { method: 'average-data', per: 'kg', gwp: 'AR5', validFrom: '2024-01-01', validTo: '2024-12-31' },
  factors: [
    { id: 'a', key: 'a', co2e: '1', table: 'A1' },
    { id: 'b', key: 'b', co2e: '2', gwp: 'AR6', source: 'other' },
    { id: 'c', key: 'c', co2e: '3', table: 'C3', source: 'other' },
    { id: 'd', key: 'd', co2e: '4' },
  ],
};

describe('expandEdition', () => {
  test('every factor has what all share, its own fields over it, and its source with the cell as its table', () => {
    expect(expandEdition(DATA).factorSet.factors).toEqual([
      { ...DATA.common, id: 'a', key: 'a', co2e: '1', source: { ...SOURCE, table: 'A1' } },
      { ...DATA.common, id: 'b', key: 'b', co2e: '2', gwp: 'AR6', source: OTHER },
      { ...DATA.common, id: 'c', key: 'c', co2e: '3', source: { ...OTHER, table: 'C3' } },
      { ...DATA.common, id: 'd', key: 'd', co2e: '4', source: SOURCE },
    ]);
  });

  test('the set has fuel properties and a rule of hauls only where the data have them', () => {
    expect(Object.keys(expandEdition(DATA).factorSet)).toEqual(['id', 'edition', 'factors']);
    const haulRule = { by: 'territory', home: ['GB'], short: ['FI'], long: ['US'] };
    const { factorSet } = expandEdition({ ...DATA, fuelProperties: [], haulRule });
    expect(factorSet.haulRule).toEqual(haulRule);
    expect(factorSet.fuelProperties).toEqual([]);
  });

  test('a source that the data do not hold leaves the factor without one, which parseFactorSet refuses', () => {
    const { factorSet } = expandEdition({ ...DATA, factors: [{ id: 'e', key: 'e', co2e: '1', source: 'nobody' }] });
    expect(factorSet.factors[0]?.source).toBeUndefined();
  });
});

describe('deepFrozen', () => {
  test('freezes a value with everything it holds', () => {
    const value = deepFrozen({ list: [{ inner: { text: 'a' } }], nothing: null, count: 1 });
    const [first] = value.list;
    expect([value, value.list, first, first?.inner].every((part) => Object.isFrozen(part))).toBe(true);
  });
});
