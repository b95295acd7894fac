/** A year of reception for tests of change: purchases by site in euros, and nights by site and form. */
import { calculateInventory } from '../../src/inventory/calculate-inventory.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { parsePriceIndex } from '../../src/factor/price-index.js';
import { parseExchangeRates } from '../../src/factor/exchange-rates.js';
import { orThrow } from '../../src/outcome.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import type { ReceptionSide } from '../../src/reception/reception-side.js';
import { SOURCE, aFactorRow, aPurchaseRow, aSpendFactorRow, anInventoryInput } from './builders.js';

/** Prices went up by a tenth from 2018 to 2019, and by a fifth to 2020. */
export const PRICES = { id: 'cpi', currency: 'EUR', source: SOURCE, index: { 2018: '100', 2019: '110', 2020: '120' } };
const RATES = { id: 'ecb', source: SOURCE, base: 'EUR', rates: { USD: { 2018: '1.25', 2020: '1' } } };

export interface SideRow {
  readonly site: string;
  readonly form: string;
  readonly nights: number;
  readonly euros?: number | string;
  readonly dollars?: number;
}

/** Every site is one row; its nights all lie in January, its money in May. The factor is 0.3 kg per euro of 2019. */
export function aSide(
  year: 2018 | 2020,
  rows: readonly SideRow[],
  more: readonly Readonly<Record<string, unknown>>[] = [],
  factor = '0.3',
): ReceptionSide {
  const purchases = rows.flatMap(({ site, euros, dollars }, index) => [
    ...(euros === undefined ? [] : [purchase(year, `${site}-${index}`, site, euros, 'EUR')]),
    ...(dollars === undefined ? [] : [purchase(year, `${site}-${index}-usd`, site, dollars, 'USD')]),
  ]);
  const factors = [
    aSpendFactorRow({ co2e: factor }),
    aFactorRow({ id: 'heat', key: 'oulu', co2e: '0.2', validFrom: '2018-01-01', validTo: '2020-12-31' }),
  ];
  const inventory = calculateInventory(
    anInventoryInput([...purchases, ...more], factors, {
      period: calendarYear(year),
      residualMix: 'grid-average',
      priceIndices: [orThrow(parsePriceIndex(PRICES))],
      exchangeRates: orThrow(parseExchangeRates(RATES)),
    }),
  );
  return { inventory: orThrow(inventory), register: registerOf(year, rows) };
}

function purchase(year: number, id: string, site: string, value: number | string, unit: string) {
  return aPurchaseRow({ id, site, date: `${year}-05-04`, amount: { value: String(value), unit } });
}

function registerOf(year: number, rows: readonly SideRow[]) {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return orThrow(
    parseClientDays(
      rows.flatMap(({ site, form, nights }) =>
        months.map((month, index) => {
          const count = String(index === 0 ? nights : 0);
          return { site, month, form, clientDays: count, accommodationNights: count, placeDays: count };
        }),
      ),
    ),
  );
}
