import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import type { FactorInput } from '../../src/editions/edition-input.js';
import { DEFRA, theFactor } from './all-editions.js';

const editionOf = (year: string) => {
  const edition = DEFRA[year];
  if (edition === undefined) throw new Error(`no edition of ${year}`);
  return edition;
};

const PASSENGER = { method: 'distance-based', per: 'passenger-km', part: undefined } as const;
const WITH = { ...PASSENGER, aviationNonCo2: 'included' } as const;
const WITHOUT = { ...PASSENGER, aviationNonCo2: 'excluded' } as const;
const LITRE = { method: 'fuel-based', per: 'litre', part: undefined } as const;
const NET = { method: 'fuel-based', per: 'kWh', calorificBasis: 'net', part: undefined } as const;
const GROSS = { ...NET, calorificBasis: 'gross' } as const;
const TONNE = { method: 'average-data', per: 'tonne' } as const;

/** Copied by hand from the publication's summary, not from the tables the editions are built from. */
const VALUES: readonly (readonly [year: string, key: string, fields: Partial<FactorInput>, co2e: string])[] = [
  ['2024', 'gas-oil', LITRE, '2.75541'],
  ['2026', 'gas-oil', LITRE, '2.75541'],
  ['2024', 'burning-oil', LITRE, '2.54015'],
  ['2024', 'mineral-diesel', LITRE, '2.66155'],
  ['2024', 'diesel-average-biofuel-blend', LITRE, '2.51279'],
  ['2026', 'diesel-average-biofuel-blend', LITRE, '2.58354'],
  ['2024', 'mineral-petrol', LITRE, '2.35372'],
  ['2024', 'petrol-average-biofuel-blend', LITRE, '2.0844'],
  ['2026', 'petrol-average-biofuel-blend', LITRE, '2.075'],
  ['2024', 'natural-gas', NET, '0.20264'],
  ['2024', 'natural-gas', GROSS, '0.1829'],
  ['2026', 'natural-gas', NET, '0.20199'],
  ['2024', 'natural-gas', { ...LITRE, per: 'cubic-metre' }, '2.04542'],
  ['2024', 'lpg', LITRE, '1.55713'],
  ['2024', 'lpg', NET, '0.23031'],
  ['2024', 'biodiesel-hvo', LITRE, '0.03558'],
  ['2024', 'wood-pellets', NET, '0.01132'],
  ['2024', 'biogas', NET, '0.00023'],
  ['2024', 'gas-oil', { ...LITRE, part: 'well-to-tank' }, '0.62665'],
  ['2024', 'natural-gas', { ...NET, part: 'well-to-tank' }, '0.03347'],
  ['2026', 'biodiesel-hvo', { ...LITRE, part: 'well-to-tank' }, '0.56439'],
  ['2024', 'domestic-average', WITH, '0.27257'],
  ['2024', 'domestic-average', WITHOUT, '0.16098'],
  ['2024', 'short-average', WITH, '0.18592'],
  ['2024', 'long-average', WITHOUT, '0.15423'],
  ['2024', 'international-average', WITH, '0.1758'],
  ['2025', 'short-average', WITHOUT, '0.07559'],
  ['2026', 'long-average', WITH, '0.15282'],
  ['2026', 'international-average', WITHOUT, '0.0842'],
  ['2026', 'taxi-regular', { ...PASSENGER, per: 'vehicle-km' }, '0.20806'],
  ['2026', 'taxi-regular', PASSENGER, '0.14861'],
  ['2026', 'local-bus', PASSENGER, '0.10151'],
  ['2026', 'coach', PASSENGER, '0.03948'],
  ['2026', 'rail-national', PASSENGER, '0.03092'],
  ['2026', 'car-average-diesel', { ...PASSENGER, per: 'vehicle-km' }, '0.17265'],
  ['2026', 'car-average-petrol', { ...PASSENGER, per: 'vehicle-km' }, '0.16152'],
  ['2026', 'GB', { method: 'average-data', per: 'room-night' }, '10.4'],
  ['2026', 'BE', { method: 'average-data', per: 'room-night' }, '12.2'],
  ['2026', 'DE', { method: 'average-data', per: 'room-night' }, '13.2'],
  ['2024', 'household-residual-waste/combustion', TONNE, '6.41061'],
  ['2025', 'household-residual-waste/combustion', TONNE, '4.68568'],
  ['2026', 'household-residual-waste/landfill', TONNE, '497.28993'],
  ['2024', 'water-supply', { per: 'cubic-metre' }, '0.15311'],
  ['2026', 'water-supply', { per: 'cubic-metre' }, '0.1913'],
  ['2026', 'water-treatment', { per: 'cubic-metre' }, '0.17088'],
  ['2026', 'R-410A', { method: 'mass-balance', per: 'kg' }, '1924'],
  ['2026', 'R-404A', { method: 'mass-balance', per: 'kg' }, '3943'],
];

describe("the UK Government's factors", () => {
  test.each(VALUES)('of %s state %s as published', (year, key, fields, co2e) => {
    expect(theFactor(editionOf(year), { key, ...fields }).co2e).toBe(co2e);
  });

  test('state the gases of a fuel in CO2e, methane as fossil', () => {
    const gasOil = theFactor(editionOf('2024'), { key: 'gas-oil', ...LITRE });
    expect(gasOil.gases).toEqual({ CO2: '2.72417', 'CH4-fossil': '0.00315', N2O: '0.02809' });
    expect(gasOil.gasesStatedIn).toBe('CO2e');
  });

  test('state biogenic CO2 beside bioenergy and blends, and only there', () => {
    expect(theFactor(editionOf('2024'), { key: 'biodiesel-hvo', ...LITRE }).biogenicCo2).toBe('2.43');
    expect(theFactor(editionOf('2024'), { key: 'diesel-average-biofuel-blend', ...LITRE }).biogenicCo2).toBe('0.16');
    expect(theFactor(editionOf('2024'), { key: 'mineral-diesel', ...LITRE }).biogenicCo2).toBeUndefined();
  });

  test('state no gases of a flight with the warming beyond CO2, whose CO2 column is no mass of CO2', () => {
    const flights = Object.values(DEFRA).flatMap(({ factorSet }) =>
      factorSet.factors.filter(({ aviationNonCo2 }) => aviationNonCo2 !== undefined),
    );
    expect(flights).toHaveLength(84);
    expect(flights.filter((factor) => (factor.gases === undefined) !== (factor.aviationNonCo2 === 'included'))).toEqual(
      [],
    );
  });

  test('are valid on the days of their calendar year', () => {
    for (const [year, { factorSet }] of Object.entries(DEFRA)) {
      const days = factorSet.factors.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`);
      expect(new Set(days)).toEqual(new Set([`${year}-01-01 ${year}-12-31`]));
    }
  });

  test('state a calorific basis for every fuel factor per energy and for no other factor', () => {
    const wrong = Object.values(DEFRA).flatMap(({ factorSet }) =>
      factorSet.factors.filter(({ method, per, calorificBasis }) => {
        const energy = method === 'fuel-based' && (per === 'kWh' || per === 'GJ');
        return energy !== (calorificBasis !== undefined);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('properties of fuels', () => {
  test('are those published', () => {
    const ofFuel = (year: string, name: string) =>
      editionOf(year).factorSet.fuelProperties?.find(({ fuel }) => fuel === name);
    expect(ofFuel('2024', 'gas-oil')).toMatchObject({ netCalorificValue: '42.569', density: '853.971' });
    expect(ofFuel('2026', 'mineral-diesel')).toMatchObject({ netCalorificValue: '43.031', density: '830.565' });
    expect(ofFuel('2026', 'biodiesel-hvo')).toMatchObject({ netCalorificValue: '44', density: '780' });
    expect(ofFuel('2024', 'coal-industrial')?.density).toBeUndefined();
  });

  test('name fuels that have factors, except biomethane, whose factors are of its compressed and liquefied form', () => {
    for (const { factorSet } of Object.values(DEFRA)) {
      const fuels = new Set(factorSet.factors.filter(({ method }) => method === 'fuel-based').map(({ key }) => key));
      const unknown = factorSet.fuelProperties?.map(({ fuel }) => fuel).filter((fuel) => !fuels.has(fuel));
      expect(unknown).toEqual(['biomethane']);
    }
  });

  // The sheet does not label it: kilograms per tonne over kilograms per unit of energy is the calorific value used.
  test('show that bioenergy per unit of energy is net', () => {
    const compared: string[] = [];
    for (const edition of Object.values(DEFRA)) {
      for (const { fuel, netCalorificValue, grossCalorificValue } of edition.factorSet.fuelProperties ?? []) {
        const found = edition.factorSet.factors.filter(({ key, part }) => key === fuel && part === undefined);
        if (found.some(({ gases }) => gases !== undefined)) continue;
        const perMass = found.find(({ per }) => per === 'tonne' || per === 'kg');
        const perEnergy = found.find(({ per }) => per === 'kWh' || per === 'GJ');
        if (perMass?.biogenicCo2 === undefined || perEnergy === undefined) continue;
        const masses = perMass.per === 'kg' ? '1000' : '1';
        const energies = perEnergy.per === 'kWh' ? '0.0036' : '1';
        const used = new Decimal(perMass.co2e).times(masses).times(energies).dividedBy(perEnergy.co2e);
        const distance = (value = '0') => used.minus(value).abs();
        expect(distance(netCalorificValue).lessThan(distance(grossCalorificValue)), `${fuel}: ${used.toFixed(3)}`).toBe(
          true,
        );
        compared.push(fuel);
      }
    }
    expect(new Set(compared)).toEqual(
      new Set(['bioethanol', 'biodiesel-me', 'biodiesel-hvo', 'biogas', 'wood-chips', 'wood-logs', 'wood-pellets']),
    );
  });
});

describe('the rule of hauls', () => {
  test('sees Finland as short haul from the United Kingdom and names every territory once', () => {
    for (const { factorSet } of Object.values(DEFRA)) {
      const { by, home = [], short = [], long = [] } = factorSet.haulRule ?? {};
      expect(by).toBe('territory');
      expect(home).toEqual(['GB', 'GG', 'IM', 'JE']);
      expect(short).toContain('FI');
      expect(long).toContain('US');
      const all = [...home, ...short, ...long];
      expect(all).toHaveLength(215);
      expect(new Set(all).size).toBe(215);
      expect(all.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    }
  });
});
