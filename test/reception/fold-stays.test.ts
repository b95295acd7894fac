import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { decimalText } from '../../src/decimal.js';
import { HiilitaseError, orThrow } from '../../src/outcome.js';
import { foldStays } from '../../src/reception/fold-stays.js';
import type { FoldedStays, FoldStaysOptions } from '../../src/reception/folded-stays.js';
import { foldedStays } from '../../src/reception/folded-stays.js';
import { parseSiteRegister } from '../../src/reception/site-register.js';
import { stayCounter } from '../../src/reception/stay-counter.js';
import { codesOf, issuesOf } from '../support/builders.js';

const sites = orThrow(
  parseSiteRegister([
    {
      site: 'oulu',
      opened: '2021-01-16',
      closed: '2021-03-10',
      places: [{ from: '2021-01-16', form: 'institution', places: '10' }],
    },
    { site: 'kemi', opened: '2018-01-01', places: [{ from: '2018-01-01', form: 'municipal-flat', places: '4' }] },
  ]),
);
const options: FoldStaysOptions = {
  period: { from: '2021-01-01', to: '2021-03-31' },
  sites,
  municipalFlats: 'excluded',
};
const stay = { site: 'oulu', form: 'institution', arrival: '2021-01-30', departure: '2021-02-02' };

/** The register as rows of texts: site, month, form, client-days, accommodation-nights, place-days. */
function tableOf({ register }: FoldedStays) {
  return register.map(({ site, month, form, clientDays, accommodationNights, placeDays }) =>
    [site, month, form, ...[clientDays, accommodationNights, placeDays].map(decimalText)].join(' '),
  );
}

async function folded(stays: readonly unknown[], changes: Partial<FoldStaysOptions> = {}) {
  return orThrow(await foldStays(stays, { ...options, ...changes }));
}

async function faults(...stays: readonly unknown[]) {
  const issues = issuesOf(await foldStays(stays, options));
  return issues.map(({ code, at }) => [at?.row, at?.path, code]);
}

describe('foldStays', () => {
  test('nights are cut at the ends of months, the day of departure does not count, and zero is a count', async () => {
    const { register, stays } = await folded([stay]);
    expect(tableOf({ register, stays })).toEqual([
      'kemi 2021-01 municipal-flat 0 0 124',
      'kemi 2021-02 municipal-flat 0 0 112',
      'kemi 2021-03 municipal-flat 0 0 124',
      'oulu 2021-01 institution 2 2 160',
      'oulu 2021-02 institution 1 1 280',
      'oulu 2021-03 institution 0 0 100',
    ]);
    expect(stays).toEqual({ read: 1, counted: 1, outsidePeriod: 0, zeroNights: 0 });
  });

  test('nights outside the period do not count, and a stay without departure goes on to its end', async () => {
    const kemi = { site: 'kemi', form: 'municipal-flat' };
    const result = await folded([
      { ...kemi, arrival: '2020-12-01', departure: '2021-01-03' },
      { ...kemi, arrival: '2021-03-30' },
      { ...kemi, arrival: '2021-03-31', departure: '2021-06-01' },
    ]);
    expect(tableOf(result).slice(0, 3)).toEqual([
      'kemi 2021-01 municipal-flat 2 0 124',
      'kemi 2021-02 municipal-flat 0 0 112',
      'kemi 2021-03 municipal-flat 3 0 124',
    ]);
    expect(result.stays).toEqual({ read: 3, counted: 3, outsidePeriod: 0, zeroNights: 0 });
  });

  test('every stay has one fate: counted, outside the period, or without a night', async () => {
    const kemi = { site: 'kemi', form: 'private' };
    const { stays } = await folded([
      stay,
      { ...kemi, arrival: '2020-12-01', departure: '2021-01-01' },
      { ...kemi, arrival: '2021-04-01', departure: '2021-04-02' },
      { ...kemi, arrival: '2021-04-01' },
      { ...kemi, arrival: '2021-02-01', departure: '2021-02-01' },
      { ...kemi, arrival: '2019-02-01', departure: '2019-02-01' },
    ]);
    expect(stays).toEqual({ read: 6, counted: 1, outsidePeriod: 3, zeroNights: 2 });
  });

  test.each([
    ['included', 'municipal-flat', '31 31 124'],
    ['excluded', 'municipal-flat', '31 0 124'],
    ['included', 'private', '31 0 0'],
    ['excluded', 'private', '31 0 0'],
  ] as const)('with municipal flats %s, nights of the form %s are counted', async (municipalFlats, form, counts) => {
    const stays = [{ site: 'kemi', form, arrival: '2021-01-01', departure: '2021-02-01' }];
    expect(tableOf(await folded(stays, { municipalFlats }))).toContain(`kemi 2021-01 ${form} ${counts}`);
  });

  test('stated places of private accommodation are places kept', async () => {
    const places = [{ from: '2021-01-01', form: 'private', places: 2 }];
    const stated = orThrow(parseSiteRegister([{ site: 'kemi', opened: '2021-01-01', places }]));
    expect(tableOf(await folded([], { sites: stated }))[0]).toBe('kemi 2021-01 private 0 0 62');
  });

  test('stays and sites come in any order, and from a stream as from a list', async () => {
    const stays = [stay, { ...stay, site: 'kemi', form: 'private' }, { ...stay, site: 'kemi', form: 'municipal-flat' }];
    async function* stream() {
      for (const one of stays) yield await Promise.resolve(one);
    }
    const expected = await foldStays(stays, options);
    expect(await foldStays(stream(), options)).toEqual(expected);
    expect(await foldStays(new Set([...stays].reverse()), options)).toEqual(expected);
    expect(await foldStays(stays, { ...options, sites: [...sites].reverse() })).toEqual(expected);
    expect(codesOf(expected)).toEqual([]);
  });

  test('names that need a closer look are counted alike', async () => {
    const named = orThrow(parseSiteRegister([{ site: 'Ähtäri 2', opened: '2021-01-01' }]));
    const stays = [{ ...stay, site: 'Ähtäri 2', form: 'private', id: 'Å 1' }];
    expect(tableOf(await folded(stays, { sites: named }))).toEqual([
      'Ähtäri 2 2021-01 private 2 0 0',
      'Ähtäri 2 2021-02 private 1 0 0',
      'Ähtäri 2 2021-03 private 0 0 0',
    ]);
  });

  test('the last night of a site is that of its closing day, and the first that of its opening day', async () => {
    const whole = { ...stay, arrival: '2021-01-16', departure: '2021-03-11' };
    expect(tableOf(await folded([whole])).slice(3)).toEqual([
      'oulu 2021-01 institution 16 16 160',
      'oulu 2021-02 institution 28 28 280',
      'oulu 2021-03 institution 10 10 100',
    ]);
    expect(
      await faults(
        { ...whole, arrival: '2021-01-15' },
        { ...whole, departure: '2021-03-12' },
        { ...whole, arrival: '2021-03-11' },
        { ...stay, departure: undefined },
      ),
    ).toEqual([
      [1, 'arrival', 'stay-when-closed'],
      [2, 'departure', 'stay-when-closed'],
      [3, 'departure', 'stay-when-closed'],
      [4, 'departure', 'stay-when-closed'],
    ]);
  });

  test('a stay of a closed site says when the site was open', async () => {
    const early = { site: 'kemi', form: 'private', arrival: '2017-12-31', departure: '2018-01-02' };
    const issues = issuesOf(await foldStays([{ ...stay, departure: undefined }, early], options));
    expect(issues).toEqual([
      {
        code: 'stay-when-closed',
        severity: 'error',
        message:
          'A stay from 2021-01-30 without a departure at the site oulu, which opened on 2021-01-16 and closed on 2021-03-10. Correct its days, or the register of sites.',
        detail: { site: 'oulu', arrival: '2021-01-30', opened: '2021-01-16', closed: '2021-03-10' },
        at: { row: 1, path: 'departure' },
      },
      {
        code: 'stay-when-closed',
        severity: 'error',
        message:
          'A stay from 2017-12-31 to 2018-01-02 at the site kemi, which opened on 2018-01-01. Correct its days, or the register of sites.',
        detail: { site: 'kemi', arrival: '2017-12-31', opened: '2018-01-01', departure: '2018-01-02' },
        at: { row: 2, path: 'arrival' },
      },
    ]);
  });

  test('a departure before the arrival is an issue with its row', async () => {
    const [issue] = issuesOf(await foldStays([stay, { ...stay, departure: '2021-01-29' }], options));
    expect(issue).toEqual({
      code: 'invalid-period',
      severity: 'error',
      message: 'The departure (2021-01-29) stands before the arrival (2021-01-30). Are the columns swapped?',
      detail: { from: '2021-01-30', to: '2021-01-29' },
      at: { row: 2, path: 'departure' },
    });
  });

  test('every fault of every stay is an issue with its row and field', async () => {
    expect(
      await faults(
        { ...stay, arrival: '30.1.2021', from: 'x' },
        stay,
        { ...stay, site: 'olu' },
        { ...stay, site: 7 },
        5,
      ),
    ).toEqual([
      [1, 'arrival', 'invalid-date'],
      [1, 'from', 'unknown-key'],
      [3, 'site', 'site-not-registered'],
      [4, 'site', 'invalid-value'],
      [5, undefined, 'invalid-value'],
    ]);
  });

  test('a site that is not registered is answered with the nearest names', async () => {
    const [issue] = issuesOf(await foldStays([{ ...stay, site: 'olu' }], options));
    expect(issue?.message).toBe(
      'The site olu is not in the register of sites. Add it there, or correct its name. Did you mean oulu or kemi?',
    );
    expect(issue?.detail).toEqual({ site: 'olu', nearest: ['oulu', 'kemi'] });
  });

  test('after a thousand issues the others are counted', async () => {
    const outcome = await foldStays(
      Array.from({ length: 1002 }, () => ({ ...stay, site: 'olu' })),
      options,
    );
    expect(issuesOf(outcome)).toHaveLength(1001);
    expect(issuesOf(outcome).at(-1)?.detail).toEqual({ count: 2 });
  });

  test('stays of a form without stated places are an issue: places not stated are not zero', async () => {
    const outcome = await foldStays([{ ...stay, form: 'apartment' }], options);
    expect(issuesOf(outcome)).toEqual([
      {
        code: 'places-missing',
        severity: 'error',
        message:
          'The site oulu had stays of the form apartment and states no places of it. State in the register of sites how many were kept; 0 is a number.',
        detail: { site: 'oulu', form: 'apartment' },
      },
    ]);
  });

  test('an open site of which no form is known has no rows, and a warning says so', async () => {
    const bare = orThrow(
      parseSiteRegister([
        { site: 'ivalo', opened: '2021-02-20' },
        { site: 'raahe', opened: '2022-01-01' },
      ]),
    );
    const outcome = await foldStays([], { ...options, sites: bare });
    expect(orThrow(outcome).register).toEqual([]);
    expect(outcome.issues.map(({ code, severity, detail }) => [code, severity, detail])).toEqual([
      ['client-days-missing', 'warning', { site: 'ivalo', months: ['2021-02', '2021-03'] }],
    ]);
  });

  test('departures that nobody entered are warned of: the register only grows', async () => {
    const places = [{ from: '2021-01-01', form: 'transit', places: 4 }];
    const open = orThrow(parseSiteRegister([{ site: 'kemi', opened: '2021-01-01', places }]));
    const stays = Array.from({ length: 12 }, (_, month) => ({
      site: 'kemi',
      form: 'transit',
      arrival: `2021-${String(month + 1).padStart(2, '0')}-01`,
    }));
    const outcome = await foldStays(stays, { period: calendarYear(2021), sites: open, municipalFlats: 'included' });
    expect(outcome.issues.map(({ code, severity, at }) => [code, severity, at])).toEqual([
      ['nights-above-places', 'warning', undefined],
      ['client-days-only-grow', 'warning', undefined],
    ]);
  });

  test.each([
    ['that ends inside a month', { from: '2021-01-01', to: '2021-03-30' }, 'period-not-whole-months'],
    ['that ends before it begins', { from: '2021-02-01', to: '2021-01-31' }, 'invalid-period'],
    ['of days that do not exist', { from: '2021-02-01', to: '2021-02-30' }, 'invalid-date'],
  ])('a period %s is an issue, and no stay is read', async (_, period, code) => {
    function* unread() {
      yield expect.unreachable('no stay is asked for');
    }
    expect(codesOf(await foldStays(unread(), { ...options, period }))).toEqual([code]);
  });
});

describe('stayCounter', () => {
  test('what it has counted can be asked for at any time', () => {
    const { count, folded: foldedSoFar } = orThrow(stayCounter(options));
    expect(orThrow(foldedSoFar()).stays.read).toBe(0);
    count(stay);
    const once = tableOf(orThrow(foldedSoFar()));
    expect(once).toContain('oulu 2021-01 institution 2 2 160');
    count(stay);
    expect(tableOf(orThrow(foldedSoFar()))).toContain('oulu 2021-01 institution 4 4 160');
  });
});

describe('foldedStays', () => {
  const nothing = { read: 0, counted: 0, outsidePeriod: 0, zeroNights: 0 };

  test.each([
    ['a night', { stays: nothing, nights: 1, sites: [] }],
    ['a stay', { stays: { ...nothing, read: 1 }, nights: 0, sites: [] }],
  ])('%s that is lost on the way is a fault of the program', (_, gathered) => {
    expect(() => foldedStays(gathered, options)).toThrow(HiilitaseError);
  });
});
