import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { activitiesOfReturns } from '../../src/reception/supplier-return-activities.js';
import { parseAskedSites, parseSupplierReturns } from '../../src/reception/supplier-return.js';
import { completeReturns } from '../../src/reception/supplier-returns-complete.js';
import type { CompletedReturns, CompleteReturnsOptions } from '../../src/reception/supplier-returns-complete.js';
import { codesOf, deepFreeze, issuesOf } from '../support/builders.js';

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const year = calendarYear(2023);
const contract = { grid: 'FI', contractHolder: 'landlord' };
const monthsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `2023-${String(first + index).padStart(2, '0')}`);

/** 100 client-days, 50 nights and 200 place-days in each month of 2023, unless told otherwise. */
function rows(site: string, changes: object = {}, months = monthsFrom(1, 12)) {
  const row = { site, form: 'institution', clientDays: '100', accommodationNights: '50', placeDays: '200' };
  return months.map((month) => ({ ...row, month, ...changes }));
}

function ask(site: string, changes: object = {}) {
  return { site, electricity: { unit: 'kWh', ...contract }, ...changes };
}

function answer(id: string, site: string, value: string, [from, to] = ['2023-01-01', '2023-12-31'], more: object = {}) {
  return { id, site, period: { from, to }, source: 'form', electricity: { value, unit: 'kWh', ...contract, ...more } };
}

interface Given {
  readonly register: readonly unknown[];
  readonly asked: readonly unknown[];
  readonly returns: readonly unknown[];
}

function complete({ register, asked, returns }: Given, changes: Partial<CompleteReturnsOptions> = {}) {
  return completeReturns(deepFreeze(orThrow(parseSupplierReturns(returns))), {
    period: year,
    asked: deepFreeze(orThrow(parseAskedSites(asked))),
    register: deepFreeze(orThrow(parseClientDays(register))),
    per: 'place-day',
    annualise: { atLeast: '0.5' },
    gapFill: { rule: 'median-of-form', atLeastSites: 2 },
    ...changes,
  });
}

function amountsOf({ activities }: CompletedReturns) {
  return activities.map((activity) => {
    if (!('amount' in activity) || activity.amount === undefined) throw new Error('It has an amount.');
    return [activity.id, decimalText(activity.amount.value), activity.amount.unit];
  });
}

function statusOf({ status }: CompletedReturns) {
  return status.map(({ site, status: word, amount }) => [site, word, amount && decimalText(amount.value)]);
}

describe('a return that lacks one day of the year', () => {
  test('is annualised: only every open day is measured', () => {
    const returns = [answer('r', 'a', '364', ['2023-01-01', '2023-12-30'])];
    const completed = orThrow(complete({ register: rows('a'), asked: [ask('a')], returns }));
    expect(statusOf(completed)).toEqual([['a', 'annualised', '365']]);
  });
});

describe('the case of fixtures/replacement', () => {
  const input = textOf('fixtures/replacement/returns.json');
  const expected: unknown = JSON.parse(textOf('fixtures/replacement/returns-expected.json'));
  interface Case extends Given {
    readonly period: CompleteReturnsOptions['period'];
    readonly atLeast: string;
    readonly atLeastSites: number;
  }
  const { period, atLeast, atLeastSites, ...given } = JSON.parse(input) as Case;
  const completed = complete(given, {
    period,
    annualise: { atLeast },
    gapFill: { rule: 'median-of-form', atLeastSites },
  });

  test('comes out as the independent program has it, digit for digit', () => {
    const result = orThrow(completed);
    expect({
      activities: amountsOf(result),
      status: result.status.map((one) => [
        one.site,
        one.form,
        one.quantity,
        one.status,
        one.amount === undefined ? null : decimalText(one.amount.value),
        one.openDays,
        one.coveredDays,
        one.returns,
        one.medianOf,
      ]),
      silent: result.silent,
    }).toEqual(expected);
    expect(completed.issues.map(({ code }) => code)).toEqual(result.unfilled.map(() => 'supplier-return-unfilled'));
    expect(result.unfilled).toEqual(
      result.status.flatMap(({ site, quantity: name, status }) =>
        status === 'unfilled' ? [{ site, quantity: name, reason: 'too-few-sites' }] : [],
      ),
    );
  });

  test.runIf(spawnSync('python3', ['--version']).status === 0)('is what the independent program prints', () => {
    const oracle = fileURLToPath(new URL('../../fixtures/replacement/oracle.py', import.meta.url));
    const run = spawnSync('python3', [oracle, 'returns'], { input, encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toEqual(expected);
  });
});

test('the example of docs/methods/supplier-returns.md comes out', () => {
  const [, json] = /```json\n([\s\S]*?)\n```/.exec(textOf('docs/methods/supplier-returns.md')) ?? [];
  const example = JSON.parse(String(json)) as Case;
  interface Case {
    readonly period: CompleteReturnsOptions['period'];
    readonly per: 'place-day';
    readonly atLeast: string;
    readonly atLeastSites: number;
    readonly placeDays: Readonly<Record<string, string>>;
    readonly electricity: object;
    readonly returns: readonly unknown[];
    readonly activities: unknown;
    readonly silent: unknown;
  }
  const sites = Object.entries(example.placeDays);
  // All place-days stand in January: only their sum counts.
  const register = sites.flatMap(([site, placeDays]) =>
    monthsFrom(1, 12).map((month, index) => ({
      ...rows(site)[0],
      month: month.replace('2023', '2024'),
      placeDays: index === 0 ? placeDays : '0',
    })),
  );
  const asked = sites.map(([site]) => ({ site, electricity: example.electricity }));
  const completed = orThrow(
    complete(
      { register, asked, returns: example.returns },
      {
        period: example.period,
        per: example.per,
        annualise: { atLeast: example.atLeast },
        gapFill: { rule: 'median-of-form', atLeastSites: example.atLeastSites },
      },
    ),
  );
  expect(amountsOf(completed)).toEqual(example.activities);
  expect(completed.silent).toEqual(example.silent);
});

describe('completeReturns', () => {
  const three = [...rows('a'), ...rows('b', { placeDays: '400' }), ...rows('c', { placeDays: '100' })];
  const asked = [ask('a'), ask('b'), ask('c')];

  test('full answers are the activities of the returns, and nothing is left to fill', () => {
    const returns = [answer('r-1', 'a', '10'), answer('r-2', 'b', '20'), answer('r-3', 'c', '0')];
    const outcome = complete({ register: three, asked, returns }, { gapFill: 'refuse' });
    const result = orThrow(outcome);
    expect(outcome.issues).toEqual([]);
    expect(result.activities).toEqual(activitiesOfReturns(orThrow(parseSupplierReturns(returns))));
    expect(statusOf(result)).toEqual([
      ['a', 'measured', '10'],
      ['b', 'measured', '20'],
      ['c', 'measured', '0'],
    ]);
    expect([result.silent, result.unfilled]).toEqual([[], []]);
  });

  test('an estimate is one activity over the open days that says how it came about', () => {
    const returns = [
      answer('r-2', 'a', '60', ['2023-04-01', '2023-07-31']),
      answer('r-1', 'a', '46', ['2023-01-01', '2023-03-31']),
      answer('r-3', 'b', '4'),
    ];
    const [first, , last] = orThrow(complete({ register: three, asked, returns })).activities;
    // 106 × 365 ÷ 212 = 182.5, and (182.5 ÷ 2400 + 4 ÷ 4800) ÷ 2 × 1200 = 46.125
    expect(first).toEqual({
      id: 'a/electricity/annualised',
      kind: 'purchased-electricity',
      site: 'a',
      period: year,
      ...contract,
      amount: quantity('182.5', 'kWh'),
      basis: 'estimated',
      tags: ['annualised'],
      note: 'annualised: r-1, r-2 of 212 days, times 365 ÷ 212',
    });
    expect(last).toEqual({
      id: 'c/electricity/gap-filled',
      kind: 'purchased-electricity',
      site: 'c',
      period: year,
      ...contract,
      amount: quantity('46.125', 'kWh'),
      basis: 'estimated',
      tags: ['gap-filled'],
      note: 'gap-filled: median of 2 sites of the form institution, per place-day',
    });
  });

  test('the share of days is enough when it is met exactly, and not by a day less', () => {
    // 73 of 365 days are a fifth.
    const coverage = (to: string) =>
      statusOf(
        orThrow(
          complete(
            { register: rows('a'), asked: [ask('a')], returns: [answer('r-1', 'a', '1', ['2023-01-01', to])] },
            { annualise: { atLeast: '0.2' } },
          ),
        ),
      );
    expect(coverage('2023-03-14')).toEqual([['a', 'annualised', '5']]);
    expect(coverage('2023-03-13')).toEqual([['a', 'unfilled', '1']]);
  });

  test('a site that opens mid-year is measured by its open days; open days inside a month are stated', () => {
    const register = rows('a', {}, monthsFrom(4, 12));
    const returns = [answer('r-1', 'a', '100', ['2023-04-15', '2023-12-31'])];
    const plain = orThrow(complete({ register, asked: [ask('a')], returns }));
    expect(plain.status).toEqual([expect.objectContaining({ status: 'annualised', openDays: 275, coveredDays: 261 })]);
    const open = { from: '2023-04-15', to: '2023-12-31' };
    const stated = orThrow(complete({ register, asked: [ask('a', { open })], returns }));
    expect(stated.status).toEqual([expect.objectContaining({ status: 'measured', openDays: 261, coveredDays: 261 })]);
  });

  test('per: what sites are compared by is stated, and a site without any has no part in a median and no estimate', () => {
    const register = [...rows('a'), ...rows('b', { accommodationNights: '0' }), ...rows('c', { clientDays: '300' })];
    const returns = [answer('r-1', 'a', '12'), answer('r-2', 'b', '999')];
    const gapFill = { rule: 'median-of-form', atLeastSites: 1 } as const;
    const nights = orThrow(complete({ register, asked, returns }, { per: 'accommodation-night', gapFill }));
    expect(statusOf(nights)[2]).toEqual(['c', 'gap-filled', '12']);
    expect(nights.status[2]?.medianOf).toEqual(['a']);
    // (12 ÷ 1200 + 999 ÷ 1200) ÷ 2 × 3600
    const days = orThrow(complete({ register, asked, returns }, { per: 'client-day', gapFill }));
    expect(statusOf(days)[2]).toEqual(['c', 'gap-filled', '1516.5']);
    const silentB = complete({ register, asked, returns: [returns[0]] }, { per: 'accommodation-night', gapFill });
    expect(orThrow(silentB).unfilled).toEqual([{ site: 'b', quantity: 'electricity', reason: 'denominator-zero' }]);
    expect(silentB.issues.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        'electricity of b is not in the figures for 365 of 365 open days: the register has no night or day of the site to estimate it by.',
      ],
    ]);
  });

  test('with too few sites of the form nothing is estimated, and what was measured stays', () => {
    const register = [...rows('a'), ...rows('b', { form: 'apartment' }), ...rows('c')];
    const returns = [
      answer('r-1', 'a', '12'),
      answer('r-2', 'b', '9'),
      answer('r-3', 'c', '7', ['2023-02-01', '2023-02-28']),
    ];
    const outcome = complete({ register, asked, returns });
    expect(amountsOf(orThrow(outcome))).toEqual([
      ['r-1/electricity', '12', 'kWh'],
      ['r-2/electricity', '9', 'kWh'],
      ['r-3/electricity', '7', 'kWh'],
    ]);
    expect(outcome.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'supplier-return-unfilled',
        'electricity of c is not in the figures for 337 of 365 open days: too few sites of its form state it.',
      ],
    ]);
  });

  test('refused gaps are an error each', () => {
    const returns = [answer('r-1', 'a', '12'), answer('r-3', 'c', '7', ['2023-02-01', '2023-02-28'])];
    const issues = issuesOf(complete({ register: three, asked, returns }, { gapFill: 'refuse' }));
    expect(issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['supplier-return-missing', { site: 'b', quantity: 'electricity', coveredDays: 0, openDays: 365 }],
      ['supplier-return-missing', { site: 'c', quantity: 'electricity', coveredDays: 28, openDays: 365 }],
    ]);
    expect(issues[1]?.message).toBe(
      'c states electricity for 28 of 365 open days, and gaps are refused. Ask again, or state how they are filled.',
    );
  });
});

describe('what is asked', () => {
  const given = { register: rows('a'), asked: [ask('a')], returns: [] };

  test.each(['0', '-0.5', '1.01'])('the share %s of days is none', (atLeast) => {
    expect(issuesOf(complete(given, { annualise: { atLeast } })).map(({ code, at }) => [code, at])).toEqual([
      ['invalid-value', { path: 'annualise.atLeast' }],
    ]);
  });

  test('a share that is no number, no count of sites and no whole months are said at once', () => {
    const period = { from: '2023-01-02', to: '2023-12-31' };
    for (const atLeastSites of [0, 1.5]) {
      const gapFill = { rule: 'median-of-form', atLeastSites } as const;
      const outcome = complete(given, { annualise: { atLeast: 'half' }, gapFill, period });
      expect(codesOf(outcome)).toEqual(['invalid-number', 'invalid-value', 'period-not-whole-months']);
    }
    expect(codesOf(complete(given, { period: { from: '2023-01-01', to: '2023-12-30' } }))).toEqual([
      'period-not-whole-months',
    ]);
  });

  test('a site has to be in the register, without a gap between its months', () => {
    const register = [...rows('a', {}, ['2023-03', '2023-05']), ...rows('b', {}, ['2023-01'])];
    const issues = issuesOf(complete({ register, asked: [ask('a'), ask('b'), ask('c')], returns: [] }));
    expect(issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['client-days-missing', { site: 'a', months: ['2023-04'] }],
      ['client-days-missing', { site: 'c', months: monthsFrom(1, 12) }],
    ]);
    expect(issues[0]?.message).toBe(
      "The asked site a has no rows for 2023-04 in the register. Add them (zero is a count), or correct the site's name.",
    );
  });

  test('a site with several forms needs a stated one, which has to be one of its own', () => {
    const register = [...rows('a'), ...rows('a', { form: 'apartment' })];
    const over = (changes: object) => complete({ register, asked: [ask('a', changes)], returns: [] });
    expect(issuesOf(over({})).map(({ code, detail }) => [code, detail])).toEqual([
      ['form-ambiguous', { site: 'a', forms: ['apartment', 'institution'] }],
    ]);
    expect(issuesOf(over({ form: 'private' })).map(({ code, message }) => [code, message])).toEqual([
      ['invalid-value', 'The site a is not of the form private in the register, but of apartment, institution.'],
    ]);
    expect(orThrow(over({ form: 'apartment' })).status.map(({ form }) => form)).toEqual(['apartment']);
  });

  test('open days outside the months of the register are an issue', () => {
    const open = { from: '2022-01-01', to: '2022-12-31' };
    expect(issuesOf(complete({ ...given, asked: [ask('a', { open })] })).map(({ message }) => message)).toEqual([
      'The open days 2022-01-01..2022-12-31 of a lie outside its months in the register (2023-01-01..2023-12-31).',
    ]);
  });
});

describe('returns that do not answer what was asked', () => {
  const issues = (returns: readonly unknown[], more: object = {}) =>
    issuesOf(complete({ register: rows('koivula', {}, monthsFrom(3, 12)), asked: [ask('koivula', more)], returns }));

  test('a site that was not asked is answered with the nearest ones', () => {
    expect(issues([answer('r-1', 'koivulla', '1')])).toEqual([
      {
        code: 'supplier-return-not-asked',
        severity: 'error',
        message: 'The return r-1 is of koivulla, which was not asked. Did you mean koivula?',
        detail: { return: 'r-1', site: 'koivulla', quantity: '', nearest: ['koivula'] },
      },
    ]);
  });

  test('days outside the period, and days on which the site is not open', () => {
    const found = issues([
      answer('r-1', 'koivula', '1', ['2023-12-01', '2024-01-31']),
      answer('r-2', 'koivula', '1', ['2023-01-01', '2023-02-28']),
    ]);
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      [
        'supplier-return-outside-period',
        'The return r-1 is of 2023-12-01..2024-01-31, and the period 2023-01-01..2023-12-31. Ask for the days inside, or correct its days.',
      ],
      [
        'supplier-return-outside-period',
        'The return r-2 is of 2023-01-01..2023-02-28, and the open days of the site 2023-03-01..2023-12-31. Ask for the days inside, or correct its days.',
      ],
    ]);
  });

  test('a quantity, a dimension or a contract that was not asked', () => {
    const taxi = { mode: 'taxi-regular', unit: 'vehicle-km' };
    const heat = { network: 'town', unit: 'kWh', contractHolder: 'landlord' };
    const fuel = { fuel: 'oil', unit: 'litre', contractHolder: 'landlord' };
    const base = answer('r-1', 'koivula', '1', undefined, { contractHolder: 'reporter' });
    const found = issues(
      [
        {
          ...base,
          heat: { ...heat, value: '1', network: 'river' },
          fuels: [{ ...fuel, value: '1', contractHolder: 'reporter' }],
          meals: [{ menu: 'average', value: '1' }],
          taxi: { ...taxi, value: '1', unit: 'passenger-km' },
        },
      ],
      { heat, fuels: [fuel], taxi },
    );
    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'supplier-return-not-asked'));
    expect(found.map(({ message }) => message)).toEqual([
      'The return r-1 states electricity with grid FI, contract of the reporter; asked was grid FI, contract of the landlord. Correct one of the two.',
      'The return r-1 states heat with network river, contract of the landlord; asked was network town, contract of the landlord. Correct one of the two.',
      'The return r-1 states fuel/oil with contract of the reporter; asked was contract of the landlord. Correct one of the two.',
      expect.stringMatching(
        /^The return r-1 states meals\/average, which koivula was not asked for\. Did you mean .*fuel\/oil.*\?$/,
      ),
      'The return r-1 states taxi/taxi-regular in passenger-km; asked was vehicle-km. Correct one of the two.',
    ]);
  });

  test('two returns that state one quantity of a site for the same days', () => {
    const found = issues([
      answer('r-1', 'koivula', '1', ['2023-03-01', '2023-06-30']),
      answer('r-2', 'koivula', '1', ['2023-07-01', '2023-08-31']),
      answer('r-3', 'koivula', '1', ['2023-06-30', '2023-07-01']),
    ]);
    expect(found.map(({ detail }) => detail)).toEqual([
      { site: 'koivula', quantity: 'electricity', returns: ['r-1', 'r-3'], period: '2023-06-30' },
      { site: 'koivula', quantity: 'electricity', returns: ['r-2', 'r-3'], period: '2023-07-01' },
    ]);
    expect(found[0]?.message).toBe(
      'The returns r-1 and r-3 both state electricity of koivula for 2023-06-30. Take one out, or correct their days.',
    );
  });
});
