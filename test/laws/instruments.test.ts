import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, orThrow, parseInstruments, totalEmissions } from '../../src/index.js';
import type { EmissionLine, Inventory } from '../../src/index.js';
import { activityRows, factorSets, instrumentRows } from '../support/arbitraries.js';
import { inventoryOf } from '../support/random-inventory.js';
import { compared, over, plus, rational, times } from '../support/rational.js';
import type { Rational } from '../support/rational.js';

type Row = Readonly<Record<string, unknown>>;

const BASES = ['location-based', 'market-based'] as const;

/** Random rows with more electricity among them than chance would bring. */
const rowsWithElectricity = fc
  .tuple(
    activityRows,
    fc.array(
      fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom('oulu', 'ii')),
    ),
  )
  .map(([rows, meters]) => [
    ...rows,
    ...meters.map(
      ([kWh, skip, site], index): Row => ({
        id: `meter-${index}`,
        kind: 'purchased-electricity',
        period: { from: '2021-02-01', to: new Date(Date.UTC(2021, 1, 1 + skip)).toISOString().slice(0, 10) },
        site,
        grid: 'FI',
        amount: { value: String(kWh), unit: 'kWh' },
        contractHolder: 'reporter',
      }),
    ),
  ]);
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

const calculated = (rows: readonly unknown[], factors: unknown, instruments: readonly Row[]): Inventory =>
  inventoryOf(rows, factors, undefined, { instruments: orThrow(parseInstruments(instruments)) });
const inOrder = ({ lines }: Inventory) => [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The energy of a covered line in kWh: its terms without the factor, which is per kWh. */
function energyOf({ terms }: EmissionLine): Rational {
  return terms
    .filter(({ name }) => name !== 'factor')
    .map(({ numerator, denominator }) => over(rational(numerator.toFixed()), rational(denominator.toFixed())))
    .reduce(times, rational('1'));
}

const KWH: Readonly<Record<string, Rational>> = { kWh: rational('1'), GJ: over(rational('1000'), rational('3.6')) };

describe('instruments', () => {
  test('the order of activities and of instruments does not matter, neither for lines nor for totals', () => {
    const orders = fc
      .tuple(rowsWithElectricity, instrumentRows)
      .chain(([rows, instruments]) =>
        fc.tuple(fc.constant(rows), shuffled(rows), fc.constant(instruments), shuffled(instruments)),
      );
    fc.assert(
      fc.property(orders, factorSets, ([rows, otherRows, instruments, otherInstruments], factors) => {
        const one = calculated(rows, factors, instruments);
        const other = calculated(otherRows, factors, otherInstruments);
        expect(inOrder(other)).toEqual(inOrder(one));
        for (const scope2 of BASES) expect(totalEmissions(other, { scope2 })).toEqual(totalEmissions(one, { scope2 }));
      }),
    );
  });

  test('no instrument moves a line that is not market-based', () => {
    fc.assert(
      fc.property(rowsWithElectricity, factorSets, instrumentRows, (rows, factors, instruments) => {
        const others = ({ lines }: Inventory) => lines.filter(({ basis }) => basis !== 'market-based');
        expect(others(calculated(rows, factors, instruments))).toEqual(others(calculated(rows, factors, [])));
      }),
    );
  });

  test('no instrument covers more than it holds', () => {
    fc.assert(
      fc.property(rowsWithElectricity, factorSets, instrumentRows, (rows, factors, instruments) => {
        const { lines } = calculated(rows, factors, instruments);
        const read = orThrow(parseInstruments(instruments));
        for (const { id, amount, qualityCriteria } of read) {
          const covered = lines.filter(({ instrumentId }) => instrumentId === id);
          if (qualityCriteria !== 'met') expect(covered).toEqual([]);
          if (amount === undefined) continue;
          const held = times(rational(amount.value.toFixed()), KWH[amount.unit] ?? rational('0'));
          const used = covered.map(energyOf).reduce(plus, rational('0'));
          expect(compared(used, held) <= 0n).toBe(true);
        }
      }),
    );
  });

  test('what is covered and what is not are the whole: with the factor of the mix nothing moves', () => {
    fc.assert(
      fc.property(rowsWithElectricity, factorSets, instrumentRows, (rows, factors, instruments) => {
        const list = factors['factors'] as readonly { readonly id: string; readonly co2e: string }[];
        const mix = list.find(({ id }) => id === 'mix')?.co2e ?? '0';
        // Kilograms per MWh are a thousandth of those per kWh.
        const co2e = new Decimal(mix).times('0.001').toFixed();
        const same = instruments.map((instrument) => ({ ...instrument, co2e }));
        const [before, after] = [calculated(rows, factors, []), calculated(rows, factors, same)];
        const total = (inventory: Inventory) => totalEmissions(inventory, { scope2: 'market-based' }).value.times(1000);
        const allowed = new Decimal('0.000000000001').times(after.lines.length - before.lines.length);
        expect(total(after).minus(total(before)).abs().lessThanOrEqualTo(allowed)).toBe(true);
      }),
    );
  });
});
