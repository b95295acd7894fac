import {
  calculateInventory,
  calendarYear,
  orThrow,
  parseActivities,
  parseExchangeRates,
  parseFactorSet,
  parsePriceIndex,
  totalEmissions,
} from '../dist/index.js';
import { measurement } from './measurement.mjs';
import { YEAR, syntheticFactors } from './synthetic-factors.mjs';
import { syntheticRows } from './synthetic-rows.mjs';
import { medianSeconds } from './timing.mjs';

const MANY = 100_000;
const FEW = 10_000;

function inventoryOf(activities, { set, priceIndices, exchangeRates }) {
  return orThrow(
    calculateInventory({
      organisation: 'Invented',
      boundary: { consolidation: 'operational-control', exclusions: [] },
      period: calendarYear(YEAR),
      activities,
      factors: set,
      gwp: 'AR5',
      priceIndices,
      exchangeRates,
      aviationNonCo2: 'included',
    }),
  );
}

function parsedFactors({ set, priceIndices, exchangeRates }) {
  return {
    set: orThrow(parseFactorSet(set)),
    priceIndices: priceIndices.map((index) => orThrow(parsePriceIndex(index))),
    exchangeRates: orThrow(parseExchangeRates(exchangeRates)),
  };
}

async function parsingLine(rows) {
  const tasks = { parse: () => orThrow(parseActivities(rows)) };
  const { parse } = await medianSeconds(tasks, { warmUps: 1, repetitions: 5 });
  return measurement('parsing', rows.length / parse, { unit: 'rows/s', aim: { atLeast: 60_000 } });
}

async function calculatingLines(activities, factors) {
  const fewActivities = activities.slice(0, FEW);
  const tasks = { few: () => inventoryOf(fewActivities, factors), many: () => inventoryOf(activities, factors) };
  const { few, many } = await medianSeconds(tasks, { warmUps: 2, repetitions: 5 });
  const inventory = inventoryOf(activities, factors);
  const total = (scope2) => totalEmissions(inventory, { scope2 }).value.toFixed();
  return {
    lines: [
      measurement('emission lines of 100,000 activities', inventory.lines.length, { unit: 'lines' }),
      measurement('calculating', inventory.lines.length / many, { unit: 'lines/s', goal: { atLeast: 100_000 } }),
      measurement('calculating, activities', MANY / many, { unit: 'activities/s' }),
      measurement('time of 100,000 over 10,000 activities', many / few, {
        unit: 'times',
        decimals: 2,
        goal: { atMost: 12 },
      }),
    ],
    // Printed so that a faster library can be seen to give the same figure, digit for digit.
    totals: { 'location-based': total('location-based'), 'market-based': total('market-based') },
  };
}

/** Reading 100 000 rows; calculating their inventory against 2 000 factors; how the time grows with the activities. */
export async function measureInventorySpeed() {
  const invented = syntheticFactors();
  const rows = syntheticRows(MANY, invented.products);
  const parsing = await parsingLine(rows);
  const calculating = await calculatingLines(orThrow(parseActivities(rows)), parsedFactors(invented));
  return { lines: [parsing, ...calculating.lines], totals: calculating.totals };
}
