import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EmissionLine } from '../../src/emission/emission-line.js';
import { Decimal } from '../../src/decimal.js';
import { sumOf } from '../../src/decimal-sum.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { receptionBreakdown } from '../../src/reception/reception-breakdown.js';
import type { ReceptionBreakdownOptions } from '../../src/reception/reception-breakdown.js';
import { aLine, anInventory, issuesOf } from '../support/builders.js';

type Night = 'accommodation-night';

const PERIOD = { from: '2018-01-01', to: '2018-02-28' };
const MONTHS = ['2018-01', '2018-02'];

function rowsOf(site: string, form: string, nights: string) {
  const counts = { clientDays: '0', accommodationNights: nights, placeDays: '0' };
  return MONTHS.map((month) => ({ site, month, form, ...counts }));
}

const register = orThrow(
  parseClientDays([
    ...rowsOf('oulu', 'institution', '100'),
    ...rowsOf('kemi', 'apartment', '50'),
    ...rowsOf('ii', 'transit', '10'),
  ]),
);

const january = { from: '2018-01-05', to: '2018-01-05' };
const lines = [
  aLine('3000', { id: 'a', site: 'oulu', period: january }),
  aLine('1000', { id: 'b', site: 'oulu', period: { from: '2018-02-01', to: '2018-02-28' } }),
  aLine('700', { id: 'c', site: 'kemi', period: PERIOD }),
  aLine('5', { id: 'd', site: 'head-office', period: january }),
  aLine('2', { id: 'e', period: january }),
];

function breakdown(
  options: Partial<ReceptionBreakdownOptions<Night>>,
  given: readonly EmissionLine[] = lines,
  rows = register,
) {
  const inventory = anInventory(given, { period: PERIOD });
  return receptionBreakdown(inventory, rows, {
    scope2: 'location-based',
    per: 'accommodation-night',
    by: 'site',
    ...options,
  });
}

const part = (key: string, emissions: string, days: string, intensity: string) => ({
  key,
  emissions: quantity(emissions, 'kgCO2e'),
  days: quantity(days, 'accommodation-night'),
  intensity: quantity(intensity, 'kgCO2e/accommodation-night'),
  meanClients: new Decimal(0),
});

describe('receptionBreakdown', () => {
  test('by site: what has no site of the register is unassigned, and a site without lines is not zero', () => {
    expect(orThrow(breakdown({ by: 'site' }))).toEqual({
      by: 'site',
      per: 'accommodation-night',
      parts: [part('kemi', '700', '100', '7'), part('oulu', '4000', '200', '20')],
      unassigned: quantity('7', 'kgCO2e'),
      withoutEmissions: ['ii'],
    });
  });

  test('by form: a line belongs to the form of its site', () => {
    const { parts, withoutEmissions } = orThrow(breakdown({ by: 'form' }));
    expect(parts).toEqual([part('apartment', '700', '100', '7'), part('institution', '4000', '200', '20')]);
    expect(withoutEmissions).toEqual(['transit']);
  });

  test('by month: a line over several months is not cut', () => {
    const { parts, unassigned } = orThrow(breakdown({ by: 'month' }));
    expect(parts).toEqual([part('2018-01', '3007', '160', '18.79375'), part('2018-02', '1000', '160', '6.25')]);
    expect(unassigned).toEqual(quantity('700', 'kgCO2e'));
  });

  test('the selection picks the numerator', () => {
    const { parts } = orThrow(breakdown({ where: ({ site }) => site === 'kemi' }));
    expect(parts.map(({ key }) => key)).toEqual(['kemi']);
  });

  test('a site with lines that has clients in several forms is an issue by form, and none by site', () => {
    const mixed = orThrow(
      parseClientDays([...rowsOf('oulu', 'institution', '1'), ...rowsOf('oulu', 'apartment', '2')]),
    );
    const own = lines.filter(({ site }) => site === 'oulu');
    expect(issuesOf(breakdown({ by: 'form' }, own, mixed))).toMatchObject([
      { code: 'form-ambiguous', detail: { site: 'oulu', forms: ['apartment', 'institution'] } },
    ]);
    expect(breakdown({ by: 'site' }, own, mixed).ok).toBe(true);
    const elsewhere = lines.filter(({ site }) => site === undefined);
    expect(breakdown({ by: 'form' }, elsewhere, mixed).ok).toBe(true);
  });

  test('emissions of a site without a night are an issue that names it, not an infinite figure', () => {
    const empty = orThrow(parseClientDays(rowsOf('oulu', 'institution', '0')));
    expect(issuesOf(breakdown({}, lines, empty))).toMatchObject([
      {
        code: 'denominator-zero',
        message: expect.stringMatching(/^oulu has \d+ kgCO2e and no accommodation-night/),
        at: { path: 'oulu' },
      },
    ]);
  });

  test('a register with a month missing gives no figure', () => {
    const partial = orThrow(parseClientDays(rowsOf('oulu', 'institution', '1').slice(1)));
    expect(issuesOf(breakdown({}, lines, partial))).toMatchObject([{ code: 'client-days-missing' }]);
  });

  test('parts and what is unassigned add up to the total, digit for digit, by any key', () => {
    const kilograms = fc
      .bigInt({ min: 0n, max: 10n ** 12n })
      .map((quanta) => `${quanta / 1000n}.${String(quanta % 1000n).padStart(3, '0')}`);
    const randomLines = fc.array(
      fc.record({ value: kilograms, site: fc.constantFrom('oulu', 'kemi', 'office', undefined), whole: fc.boolean() }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(randomLines, fc.constantFrom('site' as const, 'form' as const, 'month' as const), (given, by) => {
        const made = given.map(({ value, site, whole }, index) =>
          aLine(value, { id: `l-${index}`, period: whole ? PERIOD : january, ...(site === undefined ? {} : { site }) }),
        );
        const { parts, unassigned } = orThrow(breakdown({ by }, made));
        const sum = sumOf([unassigned.value, ...parts.map(({ emissions }) => emissions.value)]);
        expect(sum).toEqual(sumOf(made.map(({ emissions }) => emissions.value)));
      }),
    );
  });
});

describe('a site with clients in several forms', () => {
  const twoForms = orThrow(
    parseClientDays([
      ...rowsOf('oulu', 'institution', '100'),
      ...rowsOf('oulu', 'municipal-flat', '200'),
      ...rowsOf('kemi', 'municipal-flat', '50'),
    ]),
  );

  test('is parted by a stated rule, and what the forms get adds up digit for digit', () => {
    const formShares = { rule: 'by-count', per: 'accommodation-night' } as const;
    const { parts, unassigned } = orThrow(breakdown({ by: 'form', formShares }, lines, twoForms));
    // 4 000 kg of oulu in thirds by 200 and 400 nights; the quantum left over goes to the larger remainder.
    expect(parts.map(({ key, emissions }) => [key, emissions])).toEqual([
      ['institution', quantity('1333.333333333333', 'kgCO2e')],
      ['municipal-flat', quantity('3366.666666666667', 'kgCO2e')],
    ]);
    expect(unassigned).toEqual(quantity('7', 'kgCO2e'));
  });

  test('a form without weight has no emissions, which is not zero', () => {
    const withPrivate = orThrow(
      parseClientDays([...rowsOf('oulu', 'institution', '100'), ...rowsOf('oulu', 'private', '0')]),
    );
    const formShares = { rule: 'by-count', per: 'accommodation-night' } as const;
    const found = orThrow(breakdown({ by: 'form', formShares }, lines, withPrivate));
    expect(found.parts.map(({ key }) => key)).toEqual(['institution']);
    expect(found.withoutEmissions).toEqual(['private']);
  });

  test('mean clients count each month of the part once, whatever its number of rows', () => {
    const counted = orThrow(
      parseClientDays(
        ['institution', 'municipal-flat'].flatMap((form) =>
          MONTHS.map((month) => ({
            site: 'oulu',
            month,
            form,
            clientDays: '295',
            accommodationNights: '1',
            placeDays: '0',
          })),
        ),
      ),
    );
    // 4 × 295 client-days in the 59 days of January and February 2018.
    expect(orThrow(breakdown({ by: 'site' }, lines, counted)).parts[0]?.meanClients).toEqual(new Decimal(20));
  });
});
