import { expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { duckdb } from '../support/engines/duckdb.js';
import { DECIMAL_LAYOUT, engineSuite, foldedIn, load } from '../support/engines/suite.js';

engineSuite(duckdb, (engine) => {
  test('keeps names apart that differ by case or accents, though the collation folds them together', async () => {
    await engine().run("SET default_collation = 'NOCASE.NOACCENT'");
    const rows = ['Émile', 'emile', 'EMILE'].map((category) => ({
      account: '9',
      category,
      date: '2021-05-04',
      amount: '1.00',
    }));
    await load(engine(), ['folding'], rows);
    const { coverage } = orThrow(await foldedIn(engine(), DECIMAL_LAYOUT, { table: ['folding'] }));
    await engine().run('RESET default_collation');
    expect(coverage.unmapped.map(({ category }) => category)).toEqual(['EMILE', 'emile', 'Émile']);
  });
});
