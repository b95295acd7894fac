import { describe, expect, test } from 'vitest';
import { projectSchema, publishedSeriesSchema } from '../../src/io/project.js';
import type { ProjectFile } from '../../src/io/project.js';
import { readWith } from '../../src/reading.js';
import { codesOf, issuesOf } from '../support/builders.js';
import { PROJECT, SMALL_PROJECT } from '../support/small-project.js';

function read(input: unknown) {
  return readWith<ProjectFile>(projectSchema, input);
}

/** What a project cannot do without. */
const least = {
  case: 'invented',
  organisation: 'An agency',
  years: [2018],
  gwp: 'AR5',
  boundary: 'boundary.json',
  factors: 'factors.json',
  activities: [],
};

describe('projectSchema', () => {
  test('a project with everything is read', () => {
    const input = {
      ...PROJECT,
      aviationNonCo2: 'included',
      residualMix: 'grid-average',
      exchangeRates: 'rates.json',
      extendValidity: [
        { from: '2018-01-01', to: '2024-12-31', reason: 'one edition for the whole series' },
        { ids: ['oil'], from: '2018-01-01', to: '2024-12-31', reason: 'no later edition' },
      ],
    };
    expect(codesOf(read(input))).toEqual([]);
  });

  test('a project of the least is read', () => {
    expect(codesOf(read(least))).toEqual([]);
  });

  test.each(Object.keys(least))('%s has no default', (field) => {
    const without = Object.fromEntries(Object.entries(least).filter(([name]) => name !== field));
    expect(issuesOf(read(without)).map(({ code, detail }) => [code, detail])).toEqual([['missing-field', { field }]]);
  });

  test('every fault is an issue with its field', () => {
    const outcome = read({
      ...least,
      case: '',
      years: [],
      gwp: 'AR7',
      aviationNonCo2: 'yes',
      residualMix: 'production-mix',
      extendValidity: [{ from: '2018-01-01', to: '2024-12-31' }],
      ledger: { mapping: 'mapping.json', layouts: [], files: [{ year: 1989, file: 'a.csv', layuot: 'old' }] },
      intensityOf: { name: 'reception', products: 'reception-services' },
      target: ' target.json',
      tarket: 'target.json',
    });
    expect(issuesOf(outcome).map(({ code, at }) => [at?.path, code])).toEqual([
      ['case', 'invalid-value'],
      ['years', 'invalid-value'],
      ['gwp', 'invalid-value'],
      ['aviationNonCo2', 'invalid-value'],
      ['residualMix', 'invalid-value'],
      ['extendValidity.0.reason', 'missing-field'],
      ['ledger.files.0.year', 'invalid-value'],
      ['ledger.files.0.layout', 'missing-field'],
      ['ledger.files.0.layuot', 'unknown-key'],
      ['intensityOf.products', 'invalid-value'],
      ['target', 'invalid-value'],
      ['tarket', 'unknown-key'],
    ]);
  });
});

describe('publishedSeriesSchema', () => {
  test('a series states its unit, and that unit is tonnes', () => {
    const series = SMALL_PROJECT['published.json'] as Record<string, unknown>;
    expect(publishedSeriesSchema.safeParse(series).success).toBe(true);
    expect(publishedSeriesSchema.safeParse({ ...series, unit: 'kgCO2e' }).success).toBe(false);
    const { unit, ...without } = series;
    expect([unit, publishedSeriesSchema.safeParse(without).success]).toEqual(['tCO2e', false]);
  });
});
