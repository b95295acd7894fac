import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { orThrow } from '../../src/outcome.js';
import { EDITIONS, EDITION_ROWS } from './all-editions.js';

describe.each(EDITION_ROWS)('%s', (name, { factorSet, about }) => {
  test('is read by parseFactorSet without an issue', () => {
    expect(parseFactorSet(factorSet).issues).toEqual([]);
  });

  test('is named after its subpath and frozen throughout', () => {
    expect(factorSet.id).toBe(name);
    const [first] = factorSet.factors;
    expect([factorSet, factorSet.factors, first, first?.source, about, about.leftOut].every(Object.isFrozen)).toBe(
      true,
    );
  });

  test('says its licence, what has to be named, and why it leaves out what it leaves out', () => {
    expect([about.licence, about.attribution, about.retrieved, about.note].every((text) => text.length > 5)).toBe(true);
    expect(about.leftOut.length).toBeGreaterThan(0);
    expect(about.leftOut.every(({ what, why }) => what !== '' && why !== '')).toBe(true);
  });

  test('states the source of every factor with its licence', () => {
    expect(factorSet.factors.filter(({ source }) => source.licence === '')).toEqual([]);
  });

  test('states gases that come to the published CO2e', () => {
    const apart = orThrow(parseFactorSet(factorSet)).factors.filter(({ gases, gasesStatedIn, co2e }) => {
      if (gases === undefined || gasesStatedIn !== 'CO2e') return false;
      const sum = sumOf(Object.values(gases).filter((amount) => amount !== undefined));
      return co2e.minus(sum).abs().greaterThan(new Decimal('0.00002'));
    });
    expect(apart.map(({ id }) => id)).toEqual([]);
  });
});

test('no two editions share the id of a factor', () => {
  const ids = Object.values(EDITIONS).flatMap(({ factorSet }) => factorSet.factors.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
