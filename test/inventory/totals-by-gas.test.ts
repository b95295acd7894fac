import { describe, expect, test } from 'vitest';
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { biogenicEmissions, emissionsOutsideScopes, totalsByGas } from '../../src/inventory/totals-by-gas.js';
import { totalEmissions } from '../../src/inventory/totals.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aFactorRow, aLine, anInventory, anInventoryInput, codesOf } from '../support/builders.js';

type Row = Readonly<Record<string, unknown>>;

const LOCATION = { scope2: 'location-based' } as const;
const MARKET = { scope2: 'market-based' } as const;
const fuel = (changes: Row = {}) =>
  aFactorRow({
    id: 'oil',
    key: 'oil',
    method: 'fuel-based',
    per: 'litre',
    co2e: '2.66',
    gases: { CO2: '2.6307', 'CH4-fossil': '0.0001', N2O: '0.0001' },
    ...changes,
  });
const burnt = (changes: Row = {}): Row => ({
  id: 'f',
  kind: 'mobile-combustion',
  date: '2021-03-01',
  fuel: 'oil',
  amount: { value: '1000', unit: 'litre' },
  ...changes,
});
const inventory = (rows: readonly Row[], factors: readonly Row[], gwp: 'AR5' | 'AR6' = 'AR5') =>
  orThrow(calculateInventory(anInventoryInput(rows, factors, { gwp, residualMix: 'grid-average' })));
/** Gas and tonnes as text. */
const gases = (...given: Parameters<typeof inventory>) =>
  totalsByGas(inventory(...given), LOCATION).map(({ gas, emissions }) => [gas, decimalText(emissions.value)]);

describe('totalsByGas', () => {
  test('the gases of a factor foot to its CO2e (CV-L01), in the order of the table', () => {
    // 2630.7, 0.1 · 28 and 0.1 · 265 kg
    expect(gases([burnt()], [fuel()])).toEqual([
      ['CO2', '2.6307'],
      ['CH4-fossil', '0.0028'],
      ['N2O', '0.0265'],
    ]);
  });

  test('another report weighs them anew (CV-L13)', () => {
    // 2630.7, 0.1 · 29.8 and 0.1 · 273 kg: 2660.98 in all
    expect(gases([burnt()], [fuel()], 'AR6')).toEqual([
      ['CO2', '2.6307'],
      ['CH4-fossil', '0.00298'],
      ['N2O', '0.0273'],
    ]);
    expect(totalEmissions(inventory([burnt()], [fuel()], 'AR6'), LOCATION)).toEqual(quantity('2.66098', 'tCO2e'));
  });

  test('gases that are stated in CO2e are the parts they say', () => {
    const stated = fuel({ co2e: '3', gases: { CO2: '2', N2O: '1' }, gasesStatedIn: 'CO2e' });
    expect(gases([burnt()], [stated])).toEqual([
      ['CO2', '2'],
      ['N2O', '1'],
    ]);
    // 1 ÷ 265 · 273 = 1.030188679245…, over the denominator of both potentials
    expect(gases([burnt()], [stated], 'AR6')).toEqual([
      ['CO2', '2'],
      ['N2O', '1.030188679245283'],
    ]);
  });

  test('what a publication rounds, either way, and factors without gases are not stated', () => {
    expect(gases([burnt()], [fuel({ co2e: '2.661' })]).at(-1)).toEqual(['not-stated', '0.001']);
    expect(gases([burnt()], [fuel({ co2e: '2.659' })]).at(-1)).toEqual(['not-stated', '-0.001']);
    expect(gases([burnt()], [fuel({ gases: undefined })])).toEqual([['not-stated', '2.66']]);
  });

  test('a gas that was given as such is that gas, and CO2e is not stated', () => {
    const process = (id: string, changes: Row): Row => ({
      id,
      kind: 'process-emissions',
      date: '2021-03-01',
      amount: { value: '2', unit: 'kg' },
      source: 'log',
      ...changes,
    });
    const rows = [
      process('a', { gas: 'SF6' }),
      process('b', { gas: 'CO2' }),
      process('c', { amount: { value: '5', unit: 'kgCO2e' } }),
      process('d', { gas: 'HCFC-22' }),
      burnt(),
    ];
    // CO2 2 + 2630.7 kg; SF6 2 · 23500; the HCFC is outside
    expect(gases(rows, [fuel()])).toEqual([
      ['CO2', '2.6327'],
      ['CH4-fossil', '0.0028'],
      ['N2O', '0.0265'],
      ['SF6', '47'],
      ['not-stated', '0.005'],
    ]);
  });

  test('a factor of zero has nothing to divide, and no lines have no gases', () => {
    expect(gases([burnt()], [fuel({ co2e: '0', gases: { CO2: '0' } })])).toEqual([]);
    expect(gases([], [])).toEqual([]);
  });

  test('a condition and a basis choose the lines', () => {
    const grid = aFactorRow({ co2e: '0.1', gases: { CO2: '0.1' } });
    const meter: Row = {
      id: 'e',
      kind: 'purchased-electricity',
      date: '2021-03-01',
      grid: 'FI',
      amount: { value: '1000', unit: 'kWh' },
      contractHolder: 'reporter',
    };
    const both = inventory([meter, burnt()], [grid, fuel()]);
    const where = ({ scope }: { scope: number }) => scope === 2;
    expect(totalsByGas(both, { ...MARKET, where })).toEqual([{ gas: 'CO2', emissions: quantity('0.1', 'tCO2e') }]);
    expect(totalsByGas(both, MARKET)[0]).toEqual({ gas: 'CO2', emissions: quantity('2.7307', 'tCO2e') });
  });

  test('a third of a line is rounded once, and the rest is not stated', () => {
    const third = fuel({ co2e: '3', gases: { CO2: '1', N2O: '1', SF6: '1' }, gasesStatedIn: 'CO2e' });
    const one = burnt({ amount: { value: '0.000000000001', unit: 'litre' }, date: undefined });
    const cut = { ...one, period: { from: '2020-12-30', to: '2021-01-01' } };
    // 10⁻¹² · 1 ÷ 3 · 3 = 10⁻¹² kg; each gas a third of it, which is 0 of 12 decimals
    expect(gases([cut], [third])).toEqual([
      ['CO2', '0'],
      ['N2O', '0'],
      ['SF6', '0'],
      ['not-stated', '0.000000000000001'],
    ]);
  });
});

describe('biogenicEmissions', () => {
  const pellets = fuel({ per: 'tonne', co2e: '14.99', gases: { CH4: '0.1', N2O: '0.046' }, biogenicCo2: '1800' });
  const stove = burnt({ amount: { value: '10', unit: 'tonne' } });

  test('CO2 of biomass is apart, its methane and nitrous oxide are inside (CV-L11)', () => {
    // 10 · (0.1 · 28 + 0.046 · 265) and 10 · (0.1 · 27.9 + 0.046 · 273)
    for (const [gwp, tonnes] of [
      ['AR5', '0.1499'],
      ['AR6', '0.15348'],
    ] as const) {
      const calculated = inventory([stove], [pellets], gwp);
      expect(totalEmissions(calculated, LOCATION)).toEqual(quantity(tonnes, 'tCO2e'));
      expect(biogenicEmissions(calculated, LOCATION)).toEqual(quantity('18', 'tCO2-biogenic'));
    }
  });

  test('is the days inside the period, and zero where no factor states it', () => {
    const cut = { ...stove, date: undefined, period: { from: '2020-12-30', to: '2021-01-01' } };
    expect(biogenicEmissions(inventory([cut], [pellets]), LOCATION)).toEqual(quantity('6', 'tCO2-biogenic'));
    expect(biogenicEmissions(inventory([burnt()], [fuel()]), LOCATION)).toEqual(quantity('0', 'tCO2-biogenic'));
  });

  test('takes one basis of purchased energy, never both', () => {
    const biogenicCo2 = quantity('3000', 'kgCO2-biogenic');
    const lines = [
      aLine('1', { biogenicCo2, basis: 'location-based' }),
      aLine('1', { biogenicCo2: quantity('1000', 'kgCO2-biogenic'), basis: 'market-based' }),
      aLine('1'),
    ];
    expect(biogenicEmissions(anInventory(lines), LOCATION)).toEqual(quantity('3', 'tCO2-biogenic'));
    expect(biogenicEmissions(anInventory(lines), MARKET)).toEqual(quantity('1', 'tCO2-biogenic'));
  });
});

describe('emissionsOutsideScopes', () => {
  test('is the sum of the lines that no total counts', () => {
    const outsideScopes = 'montreal-protocol-gases';
    const lines = [aLine('1760', { outsideScopes }), aLine('40', { outsideScopes }), aLine('5')];
    expect(emissionsOutsideScopes(anInventory(lines))).toEqual(quantity('1.8', 'tCO2e'));
    expect(totalEmissions(anInventory(lines), LOCATION)).toEqual(quantity('0.005', 'tCO2e'));
    expect(totalsByGas(anInventory(lines), LOCATION)).toEqual([
      { gas: 'not-stated', emissions: quantity('0.005', 'tCO2e') },
    ]);
    expect(emissionsOutsideScopes(anInventory([]))).toEqual(quantity('0', 'tCO2e'));
  });

  test('a report that does not list a gas stops the inventory', () => {
    const rare = fuel({ gases: { 'HFC-41': '1' }, co2e: '116' });
    const outcome = calculateInventory(anInventoryInput([burnt()], [rare], { gwp: 'AR4' }));
    expect(codesOf(outcome)).toEqual(['warming-potential-missing']);
  });
});
