/** The door `hiilitase/json-stat`: tables of statistical offices in JSON-stat 2.0. */
export { priceIndexOfJsonStat } from './json-stat-price-index.js';
export type { JsonStatPriceIndex } from './json-stat-price-index.js';
export { jsonStatSeries } from './json-stat-series.js';
export type { JsonStatPoint, JsonStatSelection } from './json-stat-series.js';
export type {
  JsonStatCategory,
  JsonStatCell,
  JsonStatDimension,
  JsonStatRole,
  JsonStatTable,
} from './json-stat-table.js';
export { readJsonStat } from './read-json-stat.js';
