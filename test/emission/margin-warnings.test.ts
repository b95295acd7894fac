import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { marginWarnings } from '../../src/emission/margin-warnings.js';
import { fraction } from '../../src/emission/term.js';
import { parsePriceMargins } from '../../src/factor/price-margin.js';
import { orThrow } from '../../src/outcome.js';
import { SOURCE, aContext, aLine } from '../support/builders.js';

const without = (id: string, source: string) =>
  aLine('1', {
    id,
    terms: [{ name: 'margin', ...fraction(new Decimal('0.8')), share: new Decimal('0.2'), source }],
  });
const warnings = (rows: readonly object[], ...lines: Parameters<typeof marginWarnings>[0]) => {
  const priceMargins = orThrow(parsePriceMargins(rows.map((row) => ({ source: SOURCE, ...row }))));
  return marginWarnings(lines, prepareContext(aContext([], { priceMargins })));
};

describe('marginWarnings', () => {
  test('warns once for each margin that took something off, with how many lines and the first of them', () => {
    const rows = [
      { id: 'food', products: ['food'], share: '0.3' },
      { id: 'unused', products: ['fuel'], share: '0.1' },
      { id: 'all', share: '0.2' },
    ];
    const found = warnings(rows, without('a', 'all'), without('b', 'food'), without('c', 'all'), aLine('1'));
    expect(found.map(({ code, detail }) => [code, detail])).toEqual([
      ['margin-left-out', { margin: 'food', share: '0.3', count: 1, first: 'b' }],
      ['margin-left-out', { margin: 'all', share: '0.2', count: 2, first: 'a' }],
    ]);
    expect(found[1]?.message).toMatch(/^2 lines without the margin all, 0\.2 of the price; the first is a\./);
  });

  test('a margin of zero takes nothing off, and no margins stated are none', () => {
    expect(warnings([{ id: 'all', share: '0' }], without('a', 'all'))).toEqual([]);
    expect(marginWarnings([without('a', 'all')], prepareContext(aContext([])))).toEqual([]);
  });
});
