import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { GASES, GWP_SETS, isKyotoGas, warmingPotential } from '../../src/quantity/warming-potential.js';
import type { Gas } from '../../src/quantity/warming-potential.js';

const row = (gas: Gas) =>
  GWP_SETS.map((set) => {
    const potential = warmingPotential(gas, set);
    return potential === undefined ? undefined : decimalText(potential);
  });

describe('warmingPotential', () => {
  test('the reports come in the order in which they appeared', () => {
    expect(GWP_SETS).toEqual(['AR4', 'AR5', 'AR6']);
  });

  // Columns AR4, AR5, AR6 of openclimatedata/globalwarmingpotentials (CC0-1.0), without climate-carbon feedback.
  test.each<[Gas, string, string, string]>([
    ['CO2', '1', '1', '1'],
    ['CH4', '25', '28', '27.9'],
    ['N2O', '298', '265', '273'],
    ['SF6', '22800', '23500', '25200'],
    ['NF3', '17200', '16100', '17400'],
    ['HFC-32', '675', '677', '771'],
    ['HFC-125', '3500', '3170', '3740'],
    ['HFC-134a', '1430', '1300', '1530'],
    ['HFC-143a', '4470', '4800', '5810'],
  ])('one kilogram of %s is %s, %s and %s kilograms of CO2e', (gas, ...potentials) => {
    expect(row(gas)).toEqual(potentials);
  });

  // IPCC AR6 WG1, table 7.15: CH4-fossil 29.8, CH4-non-fossil 27.0; AR4 and AR5 are used with their single value.
  test('AR6 weighs fossil and biogenic methane apart, earlier reports do not', () => {
    expect(row('CH4-fossil')).toEqual(['25', '28', '29.8']);
    expect(row('CH4-biogenic')).toEqual(['25', '28', '27']);
  });

  // The mass shares of the blends and the figures of DEFRA (AR5) and the EU F-gas regulation (AR4), which print whole numbers.
  test.each([
    ['R-410A', { 'HFC-32': 50, 'HFC-125': 50 }, 2088, 1924],
    ['R-407C', { 'HFC-32': 23, 'HFC-125': 25, 'HFC-134a': 52 }, 1774, 1624],
    ['R-404A', { 'HFC-125': 44, 'HFC-143a': 52, 'HFC-134a': 4 }, 3922, 3943],
  ])('the blend %s comes to the published potentials of AR4 and AR5', (_, shares, ar4, ar5) => {
    const potentialOf = (set: 'AR4' | 'AR5') =>
      Object.entries(shares).reduce(
        // The names are those of the table: they were written as its keys.
        (sum, [gas, percent]) => sum + (Number(warmingPotential(gas as Gas, set)) * percent) / 100,
        0,
      );
    expect([potentialOf('AR4'), potentialOf('AR5')].map(Math.round)).toEqual([ar4, ar5]);
  });

  test('the whole table is that of its source, digit for digit, gaps included', () => {
    const text = readFileSync(new URL('../../fixtures/editions/gwp100.csv', import.meta.url), 'utf8');
    const [, ...lines] = text.trim().split('\n');
    const source = new Map(
      lines.map((line) => {
        const [, , , , value = '', , , gas = '', set = ''] = line.split(',');
        return [`${gas} ${set}`, value];
      }),
    );
    const split = new Set<Gas>(['CH4-fossil', 'CH4-biogenic']);
    const undivided = GASES.filter((gas) => !split.has(gas));
    const expected = undivided.map((gas) => [gas, ...GWP_SETS.map((set) => source.get(`${gas} ${set}`))]);
    expect(undivided.map((gas) => [gas, ...row(gas)])).toEqual(expected);
  });

  test.each<Gas>(['HFC-41', 'HFC-134', 'HFC-143', 'HFC-161'])(
    'AR4 does not list %s here: nothing stands in for it',
    (gas) => {
      expect(warmingPotential(gas, 'AR4')).toBeUndefined();
      expect(warmingPotential(gas, 'AR5')).toBeDefined();
    },
  );

  test('AR5 and AR6 list every gas, and every potential is above zero', () => {
    const potentials = GASES.flatMap((gas) => [warmingPotential(gas, 'AR5'), warmingPotential(gas, 'AR6')]);
    expect(potentials.filter((potential) => potential?.greaterThan(0) !== true)).toEqual([]);
  });
});

describe('isKyotoGas', () => {
  // GHG Protocol, Required Greenhouse Gases in Inventories (2013): CO2, CH4, N2O, HFCs, PFCs, SF6, NF3.
  test('the HCFCs of the Montreal Protocol stand outside the scopes, and no other gas of the table does', () => {
    expect(GASES.filter((gas) => !isKyotoGas(gas))).toEqual(['HCFC-22', 'HCFC-123', 'HCFC-141b', 'HCFC-142b']);
  });

  test.each<Gas>(['CO2', 'CH4', 'CH4-biogenic', 'N2O', 'HFC-134a', 'CF4', 'c-C4F8', 'SF6', 'NF3'])(
    '%s is counted in the scopes',
    (gas) => {
      expect(isKyotoGas(gas)).toBe(true);
    },
  );
});
