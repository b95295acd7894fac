import { decimalText } from '../decimal.js';
import { parsePriceIndex } from '../factor/price-index.js';
import type { PriceIndex } from '../factor/price-index.js';
import type { Source } from '../factor/source.js';
import { failureOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { jsonStatSeries } from './json-stat-series.js';
import type { JsonStatSelection } from './json-stat-series.js';
import { oddValue } from './json-stat-parts.js';
import type { JsonStatTable } from './json-stat-table.js';

/** What a table does not say of a price index. */
export interface JsonStatPriceIndex {
  readonly id: string;
  readonly currency: string;
  /** Title, publisher and licence: a table states no licence. */
  readonly source: Source;
  readonly products?: readonly string[] | undefined;
  readonly series: JsonStatSelection;
}

const YEAR = /^\d{4}$/;

/**
 * A price index by year out of a table of yearly values. Months and quarters are refused: which mean of them is the year's is
 * for the publisher to say.
 *
 * Issues: those of `jsonStatSeries` and `parsePriceIndex`; `invalid-value` (a time that is no year).
 *
 * @example
 * priceIndexOfJsonStat(table, { id: 'fi-cpi', currency: 'EUR', source, series: { codes: { Tiedot: 'pisteluku' } } })
 */
export function priceIndexOfJsonStat(
  table: JsonStatTable,
  { series, ...stated }: JsonStatPriceIndex,
): Outcome<PriceIndex> {
  const points = jsonStatSeries(table, series);
  if (!points.ok) return points;
  const odd = points.value.filter(({ period }) => !YEAR.test(period));
  if (odd.length > 0) return failureOf(odd.map(({ period }) => oddValue(period, 'a year, such as 2021', 'periods')));
  const index = Object.fromEntries(points.value.map(({ period, value }) => [period, decimalText(value)]));
  return parsePriceIndex({ ...stated, index });
}
