import {
  calculateInventory,
  calendarYear,
  orThrow,
  parseActivities,
  parseBoundary,
  parseExchangeRates,
  parseFactorSet,
  parsePriceIndex,
} from '../../src/index.js';
import type { Inventory, InventoryInput, ReportingPeriod } from '../../src/index.js';
import { AIRPORTS, EXCHANGE_RATES, JOINT, PRICE_INDEX } from './arbitraries.js';

const priceIndices = [orThrow(parsePriceIndex(PRICE_INDEX))];
const exchangeRates = orThrow(parseExchangeRates(EXCHANGE_RATES));
const boundary = orThrow(parseBoundary({ consolidation: 'equity-share', exclusions: [], operations: [JOINT] }));

/** What `calculateInventory` is called with for random rows, everything read through the parse functions. */
export function inventoryInput(
  rows: readonly unknown[],
  factors: unknown,
  period: ReportingPeriod = calendarYear(2021),
  changes: Partial<InventoryInput> = {},
): InventoryInput {
  return {
    organisation: 'An agency',
    boundary,
    period,
    activities: orThrow(parseActivities(rows)),
    factors: orThrow(parseFactorSet(factors)),
    gwp: 'AR5',
    priceIndices,
    exchangeRates,
    airports: AIRPORTS,
    aviationNonCo2: 'excluded',
    ...changes,
  };
}

/** The inventory of random rows. */
export function inventoryOf(
  rows: readonly unknown[],
  factors: unknown,
  period?: ReportingPeriod,
  changes?: Partial<InventoryInput>,
): Inventory {
  return orThrow(calculateInventory(inventoryInput(rows, factors, period, changes)));
}
