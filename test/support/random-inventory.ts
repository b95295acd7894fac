import {
  calculateInventory,
  calendarYear,
  orThrow,
  parseActivities,
  parseExchangeRates,
  parseFactorSet,
  parsePriceIndex,
} from '../../src/index.js';
import type { Inventory, ReportingPeriod } from '../../src/index.js';
import { EXCHANGE_RATES, PRICE_INDEX } from './arbitraries.js';

const priceIndices = [orThrow(parsePriceIndex(PRICE_INDEX))];
const exchangeRates = orThrow(parseExchangeRates(EXCHANGE_RATES));

/** What `calculateInventory` is called with for random rows, everything read through the parse functions. */
export function inventoryInput(
  rows: readonly unknown[],
  factors: unknown,
  period: ReportingPeriod = calendarYear(2021),
) {
  return {
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    period,
    activities: orThrow(parseActivities(rows)),
    factors: orThrow(parseFactorSet(factors)),
    gwp: 'AR5',
    priceIndices,
    exchangeRates,
    aviationNonCo2: 'excluded',
  } as const;
}

/** The inventory of random rows. */
export function inventoryOf(rows: readonly unknown[], factors: unknown, period?: ReportingPeriod): Inventory {
  return orThrow(calculateInventory(inventoryInput(rows, factors, period)));
}
