/** Laws of counting days from stays. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldStays, orThrow, parseClientDays, parseSiteRegister, quantity, sumClientDays } from '../../src/index.js';
import type { ClientDays, FoldStaysOptions, Stay } from '../../src/index.js';
import { addDays, daysBetween } from '../../src/calendar/calendar-date.js';
import { deepFreeze } from '../support/builders.js';

const FORMS = ['institution', 'municipal-flat', 'private'] as const;
const NAMES = ['oulu', 'kemi', 'Ähtäri 2'] as const;

const sitesNamed = (names: readonly string[]) =>
  deepFreeze(
    orThrow(
      parseSiteRegister(
        names.map((site) => ({
          site,
          opened: '2018-01-01',
          places: FORMS.map((form) => ({ from: '2018-01-01', form, places: '90.5' })),
        })),
      ),
    ),
  );

const period = { from: '2019-12-01', to: '2021-02-28' };
const options: FoldStaysOptions = { period, sites: sitesNamed(NAMES), municipalFlats: 'included' };

const stay = fc
  .record({
    site: fc.constantFrom(...NAMES),
    form: fc.constantFrom(...FORMS),
    day: fc.integer({ min: 0, max: 1400 }),
    nights: fc.option(fc.integer({ min: 0, max: 900 })),
  })
  .map(({ site, form, day, nights }): Stay => {
    const arrival = addDays('2018-01-01', day);
    return nights === null ? { site, form, arrival } : { site, form, arrival, departure: addDays(arrival, nights) };
  });
const stays = fc.array(stay, { maxLength: 20 });

async function registerOf(all: readonly Stay[], changes: Partial<FoldStaysOptions> = {}): Promise<ClientDays> {
  return orThrow(await foldStays(deepFreeze(all), { ...options, ...changes })).register;
}

/** Rows in one order, whatever their sites are called. */
function inOrder(register: ClientDays): ClientDays {
  const keyOf = ({ site, month, form }: ClientDays[number]) => JSON.stringify([site, month, form]);
  return [...register].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The nights of a stay inside the period, counted one by one. */
function nightsInside({ arrival, departure }: Stay): number {
  let nights = 0;
  const until = departure ?? addDays(period.to, 1);
  for (let day = arrival; day < until; day = addDays(day, 1)) if (day >= period.from && day <= period.to) nights += 1;
  return nights;
}

describe('counting days from stays', () => {
  test('splitting a stay at any day changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(stays, stay, fc.nat(), async (others, whole, at) => {
        const until = whole.departure ?? '2022-12-31';
        const day = addDays(whole.arrival, at % (Math.max(0, daysBetween(whole.arrival, until)) + 1));
        const parts = [
          { ...whole, departure: day },
          { ...whole, arrival: day },
        ];
        expect(await registerOf([...others, ...parts])).toEqual(await registerOf([...others, whole]));
      }),
    );
  });

  test('the order of the stays changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(stays, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), async (all, keys) => {
        const shuffled = all
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(await registerOf(shuffled)).toEqual(await registerOf(all));
      }),
    );
  });

  test('the months add up to the nights inside the period, and every stay has one fate', async () => {
    await fc.assert(
      fc.asyncProperty(stays, async (all) => {
        const { register, stays: tally } = orThrow(await foldStays(all, options));
        const nights = all.map(nightsInside);
        const sum = nights.reduce((a, b) => a + b, 0);
        expect(sumClientDays(register, { period, per: 'client-day' })).toEqual({
          ok: true,
          value: quantity(sum, 'client-day'),
          issues: [],
        });
        expect(tally).toEqual({
          read: all.length,
          counted: nights.filter((count) => count > 0).length,
          zeroNights: all.filter(({ arrival, departure }) => arrival === departure).length,
          outsidePeriod: all.filter((one, index) => nights[index] === 0 && one.arrival !== one.departure).length,
        });
      }),
    );
  });

  test('other names of the sites are other names of the rows, and nothing else', async () => {
    const renamed = new Map<string, string>([
      ['oulu', 'kemi'],
      ['kemi', 'Ähtäri 2'],
      ['Ähtäri 2', 'oulu'],
    ]);
    const nameOf = (site: string) => renamed.get(site) ?? site;
    await fc.assert(
      fc.asyncProperty(stays, async (all) => {
        const before = await registerOf(all);
        const after = await registerOf(all.map((one) => ({ ...one, site: nameOf(one.site) })));
        const expected = before.map((row) => ({ ...row, site: nameOf(row.site) }));
        expect(inOrder(after)).toEqual(inOrder(expected));
      }),
    );
  });

  test('a register made of stays is one that is read, with and without its sites', async () => {
    await fc.assert(
      fc.asyncProperty(stays, async (all) => {
        const register = await registerOf(all);
        const data = JSON.parse(JSON.stringify(register)) as readonly unknown[];
        expect(orThrow(parseClientDays(data, { sites: options.sites }))).toEqual(register);
      }),
    );
  });
});
