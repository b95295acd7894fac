import { describe, expect, test } from 'vitest';
import { Decimal, decimalText, product } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { factorSet as ademe } from '../../src/editions/ademe-2023.js';
import { factorSet as epa } from '../../src/editions/epa-2022.js';
import { factorSet as finland } from '../../src/editions/finland-2025.js';
import { factorSet as refrigerants } from '../../src/editions/refrigerants-2026.js';
import table from '../../src/editions/data/gwp100.json' with { type: 'json' };
import { GASES, GWP_SETS, warmingPotential } from '../../src/quantity/warming-potential.js';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import { orThrow } from '../../src/outcome.js';
import { EDITIONS, theFactor } from './all-editions.js';

const editionOf = (name: string) => {
  const edition = EDITIONS[name];
  if (edition === undefined) throw new Error(`no edition ${name}`);
  return edition;
};

describe('epa-2022', () => {
  test('states kilograms per dollar of 2022 in purchaser prices, keyed by NAICS code', () => {
    expect(epa.factors).toHaveLength(1016);
    expect(theFactor(editionOf('epa-2022'), { key: 'naics-624221' })).toMatchObject({
      co2e: '0.217',
      per: 'USD',
      method: 'spend-based',
      priceYear: 2022,
      priceBasis: 'purchaser',
      vat: 'excluded',
      note: 'Temporary Shelters',
    });
    expect(theFactor(editionOf('epa-2022'), { key: 'naics-561720' }).co2e).toBe('0.214');
    expect(epa.factors.filter(({ key }) => !/^naics-\d{6}$/.test(key))).toEqual([]);
  });
});

describe('ademe-2023', () => {
  test('states monetary ratios per euro of 2023 without VAT, the price concept as assumed', () => {
    const spend = ademe.factors.filter(({ method }) => method === 'spend-based');
    expect(spend).toHaveLength(21);
    expect(
      spend.filter(({ basis, vat, priceYear }) => basis !== 'assumed' || vat !== 'excluded' || priceYear !== 2023),
    ).toEqual([]);
    expect(theFactor(editionOf('ademe-2023'), { key: 'accommodation-and-restaurants' }).co2e).toBe('0.25');
    expect(theFactor(editionOf('ademe-2023'), { key: 'health-services' }).co2e).toBe('0.082');
    expect(theFactor(editionOf('ademe-2023'), { key: 'legal-accounting-consulting' }).co2e).toBe('0.067');
  });

  test('states meals, waste and devices, valid in the year of their row', () => {
    const meal = theFactor(editionOf('ademe-2023'), { key: 'meal-vegan' });
    expect(meal).toMatchObject({ co2e: '0.66', per: 'meal', validFrom: '2024-01-01', validTo: '2024-12-31' });
    expect(theFactor(editionOf('ademe-2023'), { key: 'meal-average' }).co2e).toBe('2.04');
    expect(theFactor(editionOf('ademe-2023'), { key: 'residual-waste/incineration', per: 'tonne' }).co2e).toBe('374');
    expect(theFactor(editionOf('ademe-2023'), { key: 'laptop' }).per).toBe('piece');
  });
});

describe('finland-2025', () => {
  const byYear = (method: string) =>
    Object.fromEntries(
      finland.factors
        .filter((factor) => factor.method === method)
        .map((factor) => [factor.validFrom.slice(0, 4), factor.co2e]),
    );

  test('states generation of the EEA, the later release where there are two, and no year that it lacks', () => {
    expect(byYear('location-based')).toEqual({
      2010: '0.218',
      2011: '0.179',
      2012: '0.125',
      2013: '0.161',
      2014: '0.14',
      2015: '0.103',
      2016: '0.109',
      2017: '0.099',
      2018: '0.111',
      2019: '0.086',
      2023: '0.033',
      2024: '0.027',
    });
  });

  test('states the residual mix of the AIB for 2018-2025', () => {
    expect(byYear('market-based')).toEqual({
      2018: '0.30164',
      2019: '0.31013',
      2020: '0.26818',
      2021: '0.28532',
      2022: '0.52077',
      2023: '0.56531',
      2024: '0.40559',
      2025: '0.35245',
    });
  });
});

describe('refrigerants-2026', () => {
  test('states what a blend consists of, and its AR5 potential without rounding', () => {
    const blend = theFactor(editionOf('refrigerants-2026'), { key: 'R-410A' });
    expect(blend).toMatchObject({ gases: { 'HFC-32': '0.5', 'HFC-125': '0.5' }, co2e: '1923.5', basis: 'derived' });
    expect(theFactor(editionOf('refrigerants-2026'), { key: 'R-407C' }).co2e).toBe('1624.21');
    expect(theFactor(editionOf('refrigerants-2026'), { key: 'R-404A' }).co2e).toBe('3942.8');
    expect(theFactor(editionOf('refrigerants-2026'), { key: 'HFC-134a' }).co2e).toBe('1300');
  });

  test('adds up to one kilogram, and to its potential by the table the library calculates with', () => {
    for (const { key, gases = {}, co2e } of orThrow(parseFactorSet(refrigerants)).factors) {
      const present = GASES.flatMap((gas) => {
        const share = gases[gas];
        return share === undefined ? [] : [{ share, potential: warmingPotential(gas, 'AR5') ?? new Decimal('0') }];
      });
      expect(decimalText(sumOf(present.map(({ share }) => share))), key).toBe('1');
      const potential = sumOf(present.map((one) => product([one.share, one.potential])));
      expect(decimalText(potential), key).toBe(decimalText(co2e));
    }
  });
});

describe('gwp100.json', () => {
  test('holds the warming potentials that the library calculates with, gas by gas', () => {
    for (const set of GWP_SETS) {
      const potentials = GASES.flatMap((gas) => {
        const potential = warmingPotential(gas, set);
        return potential === undefined ? [] : [[gas, decimalText(potential)]];
      });
      expect(table[set]).toEqual(Object.fromEntries(potentials));
    }
  });
});
