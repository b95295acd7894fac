import { describe, expect, test } from 'vitest';
import { decimalText, roundedText } from '../../src/decimal.js';
import type { Decimal } from '../../src/decimal.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { quantity, sumQuantities } from '../../src/quantity/quantity.js';
import type { Quantity } from '../../src/quantity/quantity.js';
import { parseTarget } from '../../src/target/target.js';
import { trackTarget } from '../../src/target/track-target.js';
import { deepFreeze, issuesOf } from '../support/builders.js';

const agreed = {
  name: 'Half by 2027, a quarter by 2035',
  baseYear: 2018,
  milestones: [
    { year: 2027, reduction: '0.5' },
    { year: 2035, reduction: '0.75' },
  ],
  path: 'linear',
};
const target = orThrow(parseTarget(agreed));
const halfBy2027 = orThrow(parseTarget({ ...agreed, milestones: [{ year: 2027, reduction: '0.5' }] }));

/** Actual tonnes by year. */
function tonnes(years: Readonly<Record<number, string>>): ReadonlyMap<number, Quantity<'tCO2e'>> {
  return new Map(Object.entries(years).map(([year, value]) => [Number(year), quantity(value, 'tCO2e')]));
}

/** The yearly rate as text, or nothing where there is none. */
function rateText(required: { readonly rate?: Decimal } | undefined, text: (rate: Decimal) => string): string {
  return required?.rate === undefined ? '' : text(required.rate);
}

const published = tonnes({ 2018: '38269.5', 2021: '22193.38' });

describe('trackTarget', () => {
  test('the published series: 2021 lies 42.0 % below 2018 and below its path', () => {
    const { base, years } = orThrow(trackTarget(target, published));
    expect(base).toEqual(quantity('38269.5', 'tCO2e'));
    // (38 269.5 − 22 193.38) ÷ 38 269.5 = 0.42007656227…; 38 269.5 · (1 − 0.5 · 3 ÷ 9)
    expect(years.map(({ reduction, ...rest }) => ({ ...rest, reduction: decimalText(reduction) }))).toEqual([
      {
        year: 2018,
        allowed: quantity('38269.5', 'tCO2e'),
        actual: quantity('38269.5', 'tCO2e'),
        excess: quantity('0', 'tCO2e'),
        reduction: '0',
        onTrack: true,
      },
      {
        year: 2021,
        allowed: quantity('31891.25', 'tCO2e'),
        actual: quantity('22193.38', 'tCO2e'),
        excess: quantity('-9697.87', 'tCO2e'),
        reduction: '0.420076562275',
        onTrack: true,
      },
    ]);
    expect(years.map(({ reduction }) => roundedText(reduction.times(-100), 1))).toEqual(['0.0', '-42.0']);
  });

  test('the published series: what each milestone allows, and what it still requires', () => {
    const { milestones } = orThrow(trackTarget(target, published));
    expect(
      milestones.map(({ year, allowed, required }) => [
        year,
        allowed,
        required?.perYear,
        rateText(required, decimalText),
      ]),
    ).toEqual([
      // (22 193.38 − 19 134.75) ÷ 6 and (19 134.75 ÷ 22 193.38)^(1 ÷ 6) − 1; ÷ 14 for 2035
      [2027, quantity('19134.75', 'tCO2e'), quantity('509.771666666667', 'tCO2e'), '-0.024411758615'],
      [2035, quantity('9567.375', 'tCO2e'), quantity('901.8575', 'tCO2e'), '-0.058332003973'],
    ]);
  });

  describe('PATH-gap', () => {
    const actuals = tonnes({ 2018: '100', 2019: '97', 2020: '80', 2021: '82', 2022: '79', 2023: '78' });
    const { years, milestones } = orThrow(trackTarget(halfBy2027, actuals));

    test('2023 lies above its path', () => {
      expect(years.slice(-1).map(({ excess, onTrack }) => [roundedText(excess.value, 7), onTrack])).toEqual([
        ['5.7777778', false],
      ]);
    });

    test('the years together lie within their budget, which is another test than the last year', () => {
      const sums = (['actual', 'allowed'] as const).map((side) =>
        sumQuantities(
          'tCO2e',
          years.slice(1).map((year) => year[side]),
        ),
      );
      expect(sums.map(({ value }) => roundedText(value, 7))).toEqual(['416.0000000', '416.6666667']);
      const [actual, allowed] = sums.map(({ value }) => value);
      expect(actual === undefined || allowed === undefined ? '' : roundedText(actual.dividedBy(allowed), 4)).toBe(
        '0.9984',
      );
    });

    test('seven tonnes less a year, or 10.521468 % less, lead to 2027', () => {
      expect(
        milestones.map(({ required }) => [
          required?.perYear,
          rateText(required, (rate) => roundedText(rate.times(100), 6)),
        ]),
      ).toEqual([[quantity('7', 'tCO2e'), '-10.521468']]);
    });
  });

  test('exactly on the path is on track, one quantum above is not', () => {
    const onTrack = (value: string) =>
      orThrow(trackTarget(target, tonnes({ 2018: '100', 2027: value }))).years.map((year) => year.onTrack);
    expect([onTrack('50'), onTrack('50.000000000001')]).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  test('emissions that have grown are a reduction below zero', () => {
    const { years } = orThrow(trackTarget(target, tonnes({ 2018: '100', 2019: '130' })));
    expect(years.map(({ reduction }) => decimalText(reduction))).toEqual(['0', '-0.3']);
  });

  test('years come in their order, and the latest one decides what is required', () => {
    const actuals = new Map([
      [2021, quantity('80', 'tCO2e')],
      [2018, quantity('100', 'tCO2e')],
      [2019, quantity('90', 'tCO2e')],
    ]);
    const { years, milestones } = orThrow(trackTarget(halfBy2027, actuals));
    expect(years.map(({ year }) => year)).toEqual([2018, 2019, 2021]);
    expect(milestones.map(({ required }) => required?.perYear)).toEqual([quantity('5', 'tCO2e')]);
  });

  test('a milestone that is reached or passed requires nothing more; the next one does', () => {
    const reached = orThrow(trackTarget(target, tonnes({ 2018: '100', 2027: '60' }))).milestones;
    expect(reached.map(({ year, allowed, required }) => [year, allowed, required?.perYear])).toEqual([
      [2027, quantity('50', 'tCO2e'), undefined],
      [2035, quantity('25', 'tCO2e'), quantity('4.375', 'tCO2e')],
    ]);
    const passed = orThrow(trackTarget(target, tonnes({ 2018: '100', 2036: '60' }))).milestones;
    expect(passed.map((milestone) => Object.keys(milestone))).toEqual([
      ['year', 'allowed'],
      ['year', 'allowed'],
    ]);
  });

  test('a year after the last milestone is held against its level', () => {
    const { years } = orThrow(trackTarget(target, tonnes({ 2018: '100', 2040: '26' })));
    expect(years.slice(1).map(({ allowed, excess, onTrack }) => [allowed, excess, onTrack])).toEqual([
      [quantity('25', 'tCO2e'), quantity('1', 'tCO2e'), false],
    ]);
  });

  test('where there is room, what is required is below zero a year and a rate above zero', () => {
    const { milestones } = orThrow(trackTarget(halfBy2027, tonnes({ 2018: '100', 2026: '40' })));
    expect(milestones.map(({ required }) => [required?.perYear, rateText(required, decimalText)])).toEqual([
      [quantity('-10', 'tCO2e'), '0.25'],
    ]);
  });

  test('a milestone at zero requires all that is left, and a rate of −100 %', () => {
    const zero = orThrow(parseTarget({ ...agreed, milestones: [{ year: 2022, reduction: '1' }] }));
    const { milestones } = orThrow(trackTarget(zero, tonnes({ 2018: '100', 2020: '50' })));
    expect(
      milestones.map(({ allowed, required }) => [allowed, required?.perYear, rateText(required, decimalText)]),
    ).toEqual([[quantity('0', 'tCO2e'), quantity('25', 'tCO2e'), '-1']]);
  });

  test.each(['0', '-5'])(
    'from a last actual of %s no rate leads anywhere: it is left out or an issue, never a number',
    (last) => {
      const outcome = trackTarget(halfBy2027, tonnes({ 2018: '100', 2023: last }));
      const rates = outcome.ok ? outcome.value.milestones.map(({ required }) => required?.rate) : [];
      expect(rates.filter((rate) => rate !== undefined).map(String)).toEqual([]);
    },
  );

  test('ITR-AI: an intensity is tracked like tonnes, in its own unit', () => {
    const intensity = orThrow(
      parseTarget({
        name: 'Half the intensity',
        baseYear: 2019,
        milestones: [{ year: 2030, reduction: '0.5' }],
        path: 'constant-rate',
      }),
    );
    const actuals = new Map([
      [2019, quantity('0.592', 'kgCO2e/kWh')],
      [2020, quantity('0.56', 'kgCO2e/kWh')],
    ]);
    const { years, milestones } = orThrow(trackTarget(intensity, actuals));
    // 0.592 · 0.5^(1 ÷ 11), taken to 80 digits by another program; printed 0.556
    expect(years.slice(1).map(({ allowed, onTrack }) => [allowed, onTrack])).toEqual([
      [quantity('0.555847099112', 'kgCO2e/kWh'), false],
    ]);
    expect(milestones.map(({ allowed }) => allowed)).toEqual([quantity('0.296', 'kgCO2e/kWh')]);
  });

  test('the base year itself has to be among the actuals', () => {
    expect(issuesOf(trackTarget(target, tonnes({ 2019: '90', 2021: '80' })))).toEqual([
      {
        code: 'target-base-missing',
        severity: 'error',
        message:
          'There is no actual for 2018, the base year of the target "Half by 2027, a quarter by 2035". Without it no reduction can be stated.',
        detail: { baseYear: 2018 },
      },
    ]);
  });

  test.each(['0', '-0.5'])('a base of %s tonnes has no share that can be cut', (value) => {
    expect(issuesOf(trackTarget(target, tonnes({ 2018: value, 2021: '1' })))).toEqual([
      {
        code: 'denominator-zero',
        severity: 'error',
        message: `The base year 2018 has emissions of ${value}; no share of that can be cut.`,
        detail: { unit: 'tCO2e' },
      },
    ]);
  });

  test('all years that the target says nothing of are named at once', () => {
    const outcome = trackTarget(target, tonnes({ 2016: '110', 2017: '105', 2018: '100', 2019: '99' }));
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['target-year-before-base', { year: 2016, baseYear: 2018 }],
      ['target-year-before-base', { year: 2017, baseYear: 2018 }],
    ]);
  });

  test('a year on the way of a constant rate to zero is an issue', () => {
    const zero = orThrow(
      parseTarget({ ...agreed, milestones: [{ year: 2030, reduction: '1' }], path: 'constant-rate' }),
    );
    expect(issuesOf(trackTarget(zero, published)).map(({ code, detail }) => [code, detail])).toEqual([
      ['target-path-undefined', { year: 2021 }],
    ]);
  });

  test('two units in one series throw: tonnes are not held against kilograms', () => {
    const mixed = new Map<number, Quantity>([
      [2018, quantity('100', 'tCO2e')],
      [2021, quantity('80000', 'kgCO2e')],
    ]);
    expect(() => trackTarget(target, mixed)).toThrow(HiilitaseError);
  });

  test('neither target nor actuals are changed', () => {
    const actuals = [...published].map((entry) => deepFreeze(entry));
    expect(trackTarget(deepFreeze(target), new Map(actuals)).ok).toBe(true);
  });
});
