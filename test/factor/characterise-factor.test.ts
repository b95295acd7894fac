import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { characteriseFactor } from '../../src/factor/characterise-factor.js';
import type { CharacterisedFactor, GasPart } from '../../src/factor/characterise-factor.js';
import type { EmissionFactor } from '../../src/factor/emission-factor.js';
import { orThrow } from '../../src/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { GASES, isKyotoGas, warmingPotential } from '../../src/quantity/warming-potential.js';
import type { Gas, GwpSet } from '../../src/quantity/warming-potential.js';
import { codesOf, aFactorRow, aFactorSet, issuesOf } from '../support/builders.js';
import { decimals } from '../support/arbitraries.js';
import { exactText, over, plus, rational, times } from '../support/rational.js';
import type { Rational } from '../support/rational.js';

/** A fuel factor per litre, AR5 unless told otherwise. */
function aFactor(changes: Readonly<Record<string, unknown>>): EmissionFactor {
  const fuel = { id: 'diesel', key: 'diesel', method: 'fuel-based', per: 'litre' };
  const [factor] = aFactorSet(aFactorRow({ ...fuel, ...changes })).factors;
  return factor ?? expect.fail('The set is empty.');
}

/** CV-L01 and CV-L13: miketak/carbonos, calculation vectors. 2.6307 + 0.0001 × 28 + 0.0001 × 265 = 2.66. */
const DIESEL = { co2e: '2.66', gases: { CO2: '2.6307', 'CH4-fossil': '0.0001', N2O: '0.0001' } };
/** The same factor, its gases in CO2e of AR5: 0.0001 × 28, 0.0001 × 265. */
const DIESEL_IN_CO2E = {
  ...DIESEL,
  gases: { CO2: '2.6307', 'CH4-fossil': '0.0028', N2O: '0.0265' },
  gasesStatedIn: 'CO2e',
};

const texts = (parts: readonly GasPart[]) => parts.map(({ gas, numerator }) => [gas, decimalText(numerator)]);
const shown = (outcome: Outcome<CharacterisedFactor>) => {
  const { numerator, denominator, gases, outside } = orThrow(outcome);
  return {
    fraction: `${decimalText(numerator)} / ${decimalText(denominator)}`,
    gases: texts(gases),
    outside: texts(outside),
  };
};

describe('characteriseFactor', () => {
  describe('with the report of the factor', () => {
    test('case CV-L01: the published figure stands, and its gases come to it', () => {
      expect(shown(characteriseFactor(aFactor(DIESEL), 'AR5'))).toEqual({
        fraction: '2.66 / 1',
        gases: [
          ['CO2', '2.6307'],
          ['CH4-fossil', '0.0028'],
          ['N2O', '0.0265'],
        ],
        outside: [],
      });
    });

    test('gases stated in CO2e are taken as they are', () => {
      expect(shown(characteriseFactor(aFactor(DIESEL_IN_CO2E), 'AR5'))).toEqual({
        fraction: '2.66 / 1',
        gases: [
          ['CO2', '2.6307'],
          ['CH4-fossil', '0.0028'],
          ['N2O', '0.0265'],
        ],
        outside: [],
      });
    });

    test('the published figure stands also where its gases, rounded, come to a little more or less', () => {
      // DEFRA 2024, gas oil: 2.72417 + 0.00315 + 0.02809 = 2.75541; here with a last digit of the publisher's rounding.
      const gasOil = { co2e: '2.75542', gases: { CO2: '2.72417', CH4: '0.00315', N2O: '0.02809' } };
      const { fraction } = shown(characteriseFactor(aFactor({ ...gasOil, gasesStatedIn: 'CO2e' }), 'AR5'));
      expect(fraction).toBe('2.75542 / 1');
    });

    test('without stated gases the published figure stands, whatever the report', () => {
      for (const gwp of ['AR4', 'AR5', 'AR6'] as const) {
        const none = { fraction: '2.66 / 1', gases: [], outside: [] };
        expect(shown(characteriseFactor(aFactor({ co2e: '2.66' }), gwp))).toEqual(none);
        expect(shown(characteriseFactor(aFactor({ co2e: '2.66', gases: {} }), gwp))).toEqual(none);
        expect(shown(characteriseFactor(aFactor({ co2e: '2.66', gwp: 'not-stated' }), gwp))).toEqual(none);
      }
    });
  });

  describe('with another report', () => {
    test('case CV-L13: kilograms of each gas are weighed anew, AR5 to AR6 gives 2.66098', () => {
      expect(shown(characteriseFactor(aFactor(DIESEL), 'AR6'))).toEqual({
        fraction: '2.66098 / 1',
        gases: [
          ['CO2', '2.6307'],
          ['CH4-fossil', '0.00298'],
          ['N2O', '0.0273'],
        ],
        outside: [],
      });
    });

    // 10 tonnes of pellets: 10 × (0.1 × 28 + 0.046 × 265) = 149.9 in AR5, 10 × (0.1 × 27.9 + 0.046 × 273) = 153.48 in AR6.
    // The source weighs this methane with the single value 27.9; table 7.15 gives 27.0 for biogenic methane.
    test.each([
      ['CH4', 'AR5', '14.99'],
      ['CH4', 'AR6', '15.348'],
      ['CH4-biogenic', 'AR5', '14.99'],
      ['CH4-biogenic', 'AR6', '15.258'],
    ] as const)(
      'case CV-L11: with %s in %s a tonne of pellets is %s kg, its biogenic CO2 not among them',
      (gas, gwp, kg) => {
        const pellets = aFactor({
          per: 'tonne',
          co2e: '14.99',
          gases: { [gas]: '0.1', N2O: '0.046' },
          biogenicCo2: '1800',
        });
        expect(shown(characteriseFactor(pellets, gwp)).fraction).toBe(`${kg} / 1`);
      },
    );

    test('landfill of CV-L11: 12.2 + 15.5 × 28 = 446.2 in AR5, 12.2 + 15.5 × 25 = 399.7 in AR4', () => {
      const landfill = aFactor({ per: 'tonne', co2e: '446.2', gases: { CO2: '12.2', CH4: '15.5' } });
      expect(shown(characteriseFactor(landfill, 'AR5')).fraction).toBe('446.2 / 1');
      expect(shown(characteriseFactor(landfill, 'AR4')).fraction).toBe('399.7 / 1');
    });

    test('gases in CO2e are divided by the potential they were weighed with: 0.0028 × 29.8 over 28', () => {
      const methane = aFactor({ co2e: '0.0028', gases: { 'CH4-fossil': '0.0028' }, gasesStatedIn: 'CO2e' });
      expect(shown(characteriseFactor(methane, 'AR6'))).toEqual({
        fraction: '0.08344 / 28',
        gases: [['CH4-fossil', '0.08344']],
        outside: [],
      });
    });

    test('nothing is rounded where that does not divide out: 0.001 × 27 over 28', () => {
      const methane = aFactor({ co2e: '0.001', gases: { 'CH4-biogenic': '0.001' }, gasesStatedIn: 'CO2e' });
      expect(shown(characteriseFactor(methane, 'AR6')).fraction).toBe('0.027 / 28');
    });

    // Over 1 × 28 × 265 = 7420: 2.6307 × 7420 = 19519.794; 0.0028 × 29.8 × 265 = 22.1116; 0.0265 × 273 × 28 = 202.566.
    // Together 19744.4716, which is 2.66098 × 7420.
    test('several gases in CO2e stand over one denominator, and come to what their kilograms come to', () => {
      expect(shown(characteriseFactor(aFactor(DIESEL_IN_CO2E), 'AR6'))).toEqual({
        fraction: '19744.4716 / 7420',
        gases: [
          ['CO2', '19519.794'],
          ['CH4-fossil', '22.1116'],
          ['N2O', '202.566'],
        ],
        outside: [],
      });
    });

    test('the gases of a refrigerant blend are weighed one by one', () => {
      // R-410A, half HFC-32, half HFC-125: AR5 338.5 + 1585 = 1923.5; AR6 385.5 + 1870 = 2255.5.
      const blend = aFactor({ per: 'kg', co2e: '1923.5', gases: { 'HFC-32': '0.5', 'HFC-125': '0.5' } });
      expect(shown(characteriseFactor(blend, 'AR6'))).toEqual({
        fraction: '2255.5 / 1',
        gases: [
          ['HFC-32', '385.5'],
          ['HFC-125', '1870'],
        ],
        outside: [],
      });
    });

    test('a factor that does not state its report is weighed from kilograms of its gases', () => {
      const unstated = aFactor({ ...DIESEL, gwp: 'not-stated' });
      expect(shown(characteriseFactor(unstated, 'AR5')).fraction).toBe('2.66 / 1');
      expect(shown(characteriseFactor(unstated, 'AR6')).fraction).toBe('2.66098 / 1');
    });

    test('zero is a value', () => {
      const zero = aFactor({ co2e: '0', gases: { CO2: '0', N2O: '0' } });
      expect(shown(characteriseFactor(zero, 'AR6'))).toEqual({
        fraction: '0 / 1',
        gases: [
          ['CO2', '0'],
          ['N2O', '0'],
        ],
        outside: [],
      });
    });
  });

  describe('gases that do not add up', () => {
    const carbon = (co2: string, changes: Readonly<Record<string, unknown>> = {}) =>
      aFactor({ co2e: '1', gases: { CO2: co2 }, ...changes });

    test('a factor that would leave something out is not weighed anew', () => {
      expect(issuesOf(characteriseFactor(carbon('0.9'), 'AR6'))).toEqual([
        {
          code: 'factor-incomplete',
          severity: 'error',
          message:
            'The gases of the factor diesel do not come to its 1 kg CO2e per litre, so it cannot be calculated from them. Complete the gases, or take them out.',
          detail: { id: 'diesel', field: 'gases' },
          at: { path: 'gases' },
        },
      ]);
    });

    test('with its own report it can be used', () => {
      expect(shown(characteriseFactor(carbon('0.9'), 'AR5')).fraction).toBe('1 / 1');
    });

    test.each([
      ['0.995', '0.995'],
      ['1.005', '1.005'],
    ])('%s for 1 is explained by rounding: half a per cent', (co2, expected) => {
      expect(shown(characteriseFactor(carbon(co2), 'AR6')).fraction).toBe(`${expected} / 1`);
    });

    test.each(['0.994999999999', '1.005000000001', '0', '2'])('%s for 1 is not', (co2) => {
      expect(issuesOf(characteriseFactor(carbon(co2), 'AR6')).map(({ code }) => code)).toEqual(['factor-incomplete']);
    });

    test('gases in CO2e are added as they stand', () => {
      const short = { gases: { CO2: '0.9', CH4: '0.09' }, gasesStatedIn: 'CO2e' };
      expect(issuesOf(characteriseFactor(aFactor({ co2e: '1', ...short }), 'AR6')).map(({ code }) => code)).toEqual([
        'factor-incomplete',
      ]);
      const whole = { gases: { CO2: '0.9', CH4: '0.1' }, gasesStatedIn: 'CO2e' };
      // 0.9 + 0.1 × 25 ÷ 28 over 28: 25.2 + 2.5 = 27.7.
      expect(shown(characteriseFactor(aFactor({ co2e: '1', ...whole }), 'AR4')).fraction).toBe('27.7 / 28');
    });

    test('gases where the publication says zero do not come to it', () => {
      const free = aFactor({ co2e: '0', gases: { N2O: '0.0000001' } });
      expect(issuesOf(characteriseFactor(free, 'AR6')).map(({ code }) => code)).toEqual(['factor-incomplete']);
    });
  });

  describe('a report that does not list a gas', () => {
    test('it is an issue that names factor, gas and report', () => {
      const exotic = aFactor({ co2e: '4', gases: { 'HFC-161': '1' } });
      expect(issuesOf(characteriseFactor(exotic, 'AR4'))).toEqual([
        {
          code: 'warming-potential-missing',
          severity: 'error',
          message:
            'AR4 lists no warming potential of HFC-161, a gas of the factor diesel. State the inventory with a report that lists it, or use a factor in CO2e.',
          detail: { id: 'diesel', gas: 'HFC-161', gwp: 'AR4' },
        },
      ]);
    });

    const gasesMissing = (outcome: Outcome<unknown>) =>
      issuesOf(outcome).map(({ detail }) => ('gas' in detail ? `${detail.gas} ${detail.gwp}` : detail));

    test('every gas that is not listed is named, not the first alone', () => {
      const exotic = aFactor({ co2e: '448', gases: { CO2: '0', 'HFC-41': '1', 'HFC-143': '1', 'HFC-161': '1' } });
      expect(gasesMissing(characteriseFactor(exotic, 'AR4'))).toEqual(['HFC-41 AR4', 'HFC-143 AR4', 'HFC-161 AR4']);
    });

    test('gases in CO2e of a report that does not list them cannot be divided out', () => {
      const exotic = aFactor({ co2e: '4', gwp: 'AR4', gases: { 'HFC-161': '4' }, gasesStatedIn: 'CO2e' });
      expect(gasesMissing(characteriseFactor(exotic, 'AR6'))).toEqual(['HFC-161 AR4']);
    });

    test('kilograms that the factor’s own report cannot weigh do not come to its figure', () => {
      const exotic = aFactor({ co2e: '4', gwp: 'AR4', gases: { 'HFC-161': '1' } });
      expect(codesOf(characteriseFactor(exotic, 'AR6'))).toEqual(['factor-incomplete']);
    });

    test('under the factor’s own report its published figure stands all the same, without a split by gas', () => {
      const exotic = aFactor({ co2e: '4', gwp: 'AR4', gases: { 'HFC-161': '1' } });
      expect(shown(characteriseFactor(exotic, 'AR4'))).toEqual({ fraction: '4 / 1', gases: [], outside: [] });
    });
  });

  describe('a factor whose report is not stated', () => {
    test('is calculated from its gases where they come to its figure in one of the reports', () => {
      const methane = aFactor({ co2e: '25', gwp: 'not-stated', gases: { CH4: '1' } });
      expect(shown(characteriseFactor(methane, 'AR6')).fraction).toBe('27.9 / 1');
    });

    test('is refused where they do not', () => {
      const other = aFactor({ co2e: '9999', gwp: 'not-stated', gases: { 'HFC-32': '1' } });
      expect(codesOf(characteriseFactor(other, 'AR5'))).toEqual(['factor-incomplete']);
    });
  });

  test('a publication may leave gases outside the scopes out of its sum', () => {
    const blend = aFactor({ co2e: '338.5', gases: { 'HFC-32': '0.5', 'HCFC-22': '0.5' } });
    expect(shown(characteriseFactor(blend, 'AR5'))).toMatchObject({
      fraction: '338.5 / 1',
      outside: [['HCFC-22', '880']],
    });
  });

  describe('gases outside the scopes', () => {
    test('case CV-L20: a kilogram of HCFC-22 is 1760 kg apart and none in the scopes', () => {
      const r22 = aFactor({ id: 'R-22', per: 'kg', co2e: '1760', gases: { 'HCFC-22': '1' } });
      const found = characteriseFactor(r22, 'AR5');
      expect(shown(found)).toEqual({ fraction: '0 / 1', gases: [], outside: [['HCFC-22', '1760']] });
      // 85 kg × 1760 = 149 600.
      expect(orThrow(found).outside.map(({ numerator }) => decimalText(numerator.times(85)))).toEqual(['149600']);
    });

    test('with another report it is weighed anew, and stays apart', () => {
      const r22 = aFactor({ id: 'R-22', per: 'kg', co2e: '1760', gases: { 'HCFC-22': '1' } });
      expect(shown(characteriseFactor(r22, 'AR6'))).toEqual({
        fraction: '0 / 1',
        gases: [],
        outside: [['HCFC-22', '1960']],
      });
    });

    test('a blend is parted: its HFCs are counted, its HCFCs are not, also with the report of the factor', () => {
      // Half HCFC-22, half HFC-125: AR5 880 + 1585 = 2465.
      const blend = aFactor({ per: 'kg', co2e: '2465', gases: { 'HCFC-22': '0.5', 'HFC-125': '0.5' } });
      expect(shown(characteriseFactor(blend, 'AR5'))).toEqual({
        fraction: '1585 / 1',
        gases: [['HFC-125', '1585']],
        outside: [['HCFC-22', '880']],
      });
    });

    test('a blend in CO2e is parted over one denominator', () => {
      // 880 and 1585 of AR5 over 1760 × 3170: in AR4 880 × 1810 × 3170 apart, 1585 × 3500 × 1760 counted.
      const blend = { co2e: '2465', gases: { 'HCFC-22': '880', 'HFC-125': '1585' }, gasesStatedIn: 'CO2e' };
      expect(shown(characteriseFactor(aFactor({ per: 'kg', ...blend }), 'AR4'))).toEqual({
        fraction: '9763600000 / 5579200',
        gases: [['HFC-125', '9763600000']],
        outside: [['HCFC-22', '5049176000']],
      });
      expect(shown(characteriseFactor(aFactor({ per: 'kg', ...blend }), 'AR5')).fraction).toBe('1585 / 1');
    });

    test('a blend whose gases do not add up is refused with its own report too: what is apart is taken out of the figure', () => {
      const blend = aFactor({ per: 'kg', co2e: '2465', gases: { 'HCFC-22': '0.5' } });
      expect(issuesOf(characteriseFactor(blend, 'AR5')).map(({ code }) => code)).toEqual(['factor-incomplete']);
    });
  });

  describe('for any gases', () => {
    const amounts = decimals(3, 6);
    const potential = (gas: Gas, set: GwpSet): Rational =>
      rational(decimalText(warmingPotential(gas, set) ?? expect.fail(`${set} lists no ${gas}.`)));
    const sum = (parts: readonly Rational[]) => parts.reduce(plus, rational('0'));
    const fractionOf = (part: { numerator: { toFixed(): string } }, { denominator }: CharacterisedFactor) =>
      over(rational(part.numerator.toFixed()), rational(decimalText(denominator)));
    const someGases = (gases: readonly Gas[]) =>
      fc
        .subarray([...gases], { minLength: 1 })
        .chain((chosen) =>
          fc
            .tuple(...chosen.map((gas) => amounts.map((amount) => [gas, amount] as const)))
            .map(Object.fromEntries<string>),
        );
    const entriesOf = (gases: Readonly<Record<string, string>>) =>
      GASES.flatMap((gas) => (gases[gas] === undefined ? [] : [[gas, gases[gas]] as const]));
    /** The factor whose figure is what its kilograms come to in AR5. */
    const wholeFactor = (gases: Readonly<Record<string, string>>) => {
      const co2e = exactText(
        sum(entriesOf(gases).map(([gas, amount]) => times(rational(amount), potential(gas, 'AR5')))),
      );
      return aFactor({ co2e, gases });
    };

    test('the report of the factor changes nothing where the figure is the sum of its gases', () => {
      fc.assert(
        fc.property(someGases(GASES.filter(isKyotoGas)), (gases) => {
          const factor = wholeFactor(gases);
          const found = orThrow(characteriseFactor(factor, 'AR5'));
          expect(found.numerator).toEqual(factor.co2e);
          expect(exactText(sum(found.gases.map((part) => fractionOf(part, found))))).toBe(decimalText(factor.co2e));
        }),
      );
    });

    test('with another report it is the sum of kilograms × potential, exact, HCFCs apart', () => {
      fc.assert(
        fc.property(someGases(GASES), (gases) => {
          const found = orThrow(characteriseFactor(wholeFactor(gases), 'AR6'));
          const weighed = (inScope: boolean) =>
            sum(
              entriesOf(gases)
                .filter(([gas]) => isKyotoGas(gas) === inScope)
                .map(([gas, amount]) => times(rational(amount), potential(gas, 'AR6'))),
            );
          expect(exactText(fractionOf(found, found))).toBe(exactText(weighed(true)));
          expect(exactText(sum(found.outside.map((part) => fractionOf(part, found))))).toBe(exactText(weighed(false)));
        }),
      );
    });

    test('gases in CO2e, divided by one potential and multiplied with another, lose no digit', () => {
      fc.assert(
        fc.property(someGases(GASES), (gases) => {
          const co2e = exactText(sum(entriesOf(gases).map(([, amount]) => rational(amount))));
          const found = orThrow(characteriseFactor(aFactor({ co2e, gases, gasesStatedIn: 'CO2e' }), 'AR6'));
          const parts = new Map([...found.gases, ...found.outside].map((part) => [part.gas, fractionOf(part, found)]));
          for (const [gas, amount] of entriesOf(gases)) {
            const part = parts.get(gas) ?? expect.fail(`${gas} is missing.`);
            const there = times(rational(amount), potential(gas, 'AR6'));
            const back = times(part, potential(gas, 'AR5'));
            expect(exactText(back)).toBe(exactText(there));
          }
          expect(found.denominator.precision()).toBeLessThan(200);
        }),
      );
    });
  });
});
