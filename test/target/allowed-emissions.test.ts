import { describe, expect, test } from 'vitest';
import { Decimal, decimalText, roundedText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { allowedEmissions } from '../../src/target/allowed-emissions.js';
import { parseTarget } from '../../src/target/target.js';
import type { Target } from '../../src/target/target.js';
import { issuesOf } from '../support/builders.js';

/** A target from 2018 on, `[[2027, '0.5']]` being −50 % by 2027. */
function aTarget(milestones: readonly (readonly [number, string])[], changes: Partial<Target> = {}): Target {
  return orThrow(
    parseTarget({
      name: 'A target',
      baseYear: 2018,
      milestones: milestones.map(([year, reduction]) => ({ year, reduction })),
      path: 'linear',
      ...changes,
    }),
  );
}

function allowed(target: Target, base: string, year: number): Decimal {
  return orThrow(allowedEmissions(target, new Decimal(base), year));
}

const twoMilestones = [
  [2027, '0.5'],
  [2035, '0.75'],
] as const;

describe('allowedEmissions, linear', () => {
  const linear = aTarget(twoMilestones);

  // PATH-lin, with all 12 decimals; 100 − 50 · (y − 2018) ÷ 9 and then 50 − 25 · (y − 2027) ÷ 8.
  test.each([
    [2018, '100', '100.0000000'],
    [2019, '94.444444444444', '94.4444444'],
    [2023, '72.222222222222', '72.2222222'],
    [2024, '66.666666666667', '66.6666667'],
    [2025, '61.111111111111', '61.1111111'],
    [2026, '55.555555555556', '55.5555556'],
    [2027, '50', '50.0000000'],
    [2028, '46.875', '46.8750000'],
    [2030, '40.625', '40.6250000'],
    [2035, '25', '25.0000000'],
  ])('PATH-lin: %i allows %s', (year, value, printed) => {
    expect(decimalText(allowed(linear, '100', year))).toBe(value);
    expect(roundedText(allowed(linear, '100', year), 7)).toBe(printed);
  });

  test.each([
    ['PATH-lin: the first stretch', 2019, 2027, '650.0000000'],
    ['PATH-lin: the second stretch', 2028, 2035, '287.5000000'],
  ])('%s adds up to its budget', (_, first, last, budget) => {
    const years = Array.from({ length: last - first + 1 }, (__, index) => first + index);
    const sum = years.reduce((total, year) => total.plus(allowed(linear, '100', year)), new Decimal(0));
    expect(roundedText(sum, 7)).toBe(budget);
  });

  test('PATH-lin: a milestone is a constraint of its own, which one line to the last milestone would loosen', () => {
    expect(decimalText(allowed(aTarget([[2035, '0.75']]), '100', 2027))).toBe('60.294117647059');
    expect(decimalText(allowed(linear, '100', 2027))).toBe('50');
  });

  test.each([
    [2030, '580'],
    [2050, '100'],
  ])('ESRS-ACA: %i allows %s of 1000', (year, value) => {
    const target = aTarget(
      [
        [2030, '0.42'],
        [2050, '0.9'],
      ],
      { baseYear: 2020 },
    );
    expect(decimalText(allowed(target, '1000', year))).toBe(value);
  });

  test('BASE-recalc: a restated base moves the milestone with it', () => {
    expect([decimalText(allowed(linear, '10000', 2027)), decimalText(allowed(linear, '10570', 2027))]).toEqual([
      '5000',
      '5285',
    ]);
  });

  test.each([
    [2018, '38269.5'],
    [2021, '31891.25'],
    [2027, '19134.75'],
    [2035, '9567.375'],
  ])('the published base of 38 269.5 t: %i allows %s t', (year, value) => {
    expect(decimalText(allowed(linear, '38269.5', year))).toBe(value);
  });

  test('the level of the last milestone holds on after it', () => {
    expect([2036, 2050, 2100].map((year) => decimalText(allowed(linear, '100', year)))).toEqual(['25', '25', '25']);
  });

  test('a path may lead to zero, and stays there', () => {
    const zero = aTarget([[2022, '1']]);
    expect([2018, 2019, 2021, 2022, 2023].map((year) => decimalText(allowed(zero, '100', year)))).toEqual([
      '100',
      '75',
      '25',
      '0',
      '0',
    ]);
  });

  test('a milestone that repeats the one before keeps its level between them', () => {
    const level = aTarget([
      [2020, '0.5'],
      [2024, '0.5'],
    ]);
    expect([2020, 2022, 2024].map((year) => decimalText(allowed(level, '100', year)))).toEqual(['50', '50', '50']);
  });

  test('a value is rounded once, half-even, to 12 decimals', () => {
    const half = aTarget([[2020, '0.5']]);
    // Ties, in quanta of 10⁻¹²: 1 × 0.5 = 0.5 and 3 × 0.5 = 1.5 on the milestone, 2 × 0.75 = 1.5 halfway to it.
    expect(decimalText(allowed(half, '0.000000000001', 2020))).toBe('0');
    expect(decimalText(allowed(half, '0.000000000003', 2020))).toBe('0.000000000002');
    expect(decimalText(allowed(half, '0.000000000002', 2019))).toBe('0.000000000002');
  });
});

describe('allowedEmissions, constant rate', () => {
  const rate = aTarget(twoMilestones, { path: 'constant-rate' });

  // Powers taken to 80 digits by another program: base · 0.5^(3 ÷ 9), half of base · 0.5^(4 ÷ 8).
  test.each([
    [2018, '38269.5'],
    [2021, '30374.522279148505'],
    [2027, '19134.75'],
    [2031, '13530.31148130929'],
    [2035, '9567.375'],
    [2036, '9567.375'],
  ])('%i allows %s t of 38 269.5 t', (year, value) => {
    expect(decimalText(allowed(rate, '38269.5', year))).toBe(value);
  });

  test('a root that comes out even is that number', () => {
    const quarter = aTarget([[2022, '0.75']], { path: 'constant-rate' });
    expect(decimalText(allowed(quarter, '100', 2020))).toBe('50');
  });

  test('ITR-AI: half by 2030 from 0.592 in 2019, as printed', () => {
    const target = aTarget([[2030, '0.5']], { baseYear: 2019, path: 'constant-rate' });
    const path = Array.from({ length: 12 }, (_, index) => roundedText(allowed(target, '0.592', 2019 + index), 3));
    const printed = '0.592,0.556,0.522,0.49,0.46,0.432,0.406,0.381,0.358,0.336,0.315,0.296';
    expect(path).toEqual(printed.split(',').map((value) => value.padEnd(5, '0')));
  });

  test('every year of a stretch cuts the same share of the year before', () => {
    const shares = [2019, 2023, 2027].map((year) =>
      roundedText(allowed(rate, '100', year).dividedBy(allowed(rate, '100', year - 1)), 10),
    );
    // 0.5^(1 ÷ 9)
    expect(shares).toEqual(['0.9258747123', '0.9258747123', '0.9258747123']);
  });

  test('no constant rate leads to zero, so a year on the way there is an issue', () => {
    const zero = aTarget([[2030, '1']], { path: 'constant-rate' });
    expect(issuesOf(allowedEmissions(zero, new Decimal(100), 2024))).toEqual([
      {
        code: 'target-path-undefined',
        severity: 'error',
        message: 'No constant rate leads to zero by 2030. Draw the path "linear", or set a milestone above zero.',
        detail: { year: 2024 },
      },
    ]);
  });

  test('the years at both ends of such a way are known', () => {
    const zero = aTarget([[2030, '1']], { path: 'constant-rate' });
    expect([2018, 2030, 2031].map((year) => decimalText(allowed(zero, '100', year)))).toEqual(['100', '0', '0']);
  });
});

describe('allowedEmissions', () => {
  test('a year before the base year is an issue', () => {
    expect(issuesOf(allowedEmissions(aTarget(twoMilestones), new Decimal(100), 2017))).toEqual([
      {
        code: 'target-year-before-base',
        severity: 'error',
        message: 'The target "A target" says nothing of 2017: its base year is 2018.',
        detail: { year: 2017, baseYear: 2018 },
      },
    ]);
  });
});
