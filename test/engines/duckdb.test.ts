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

  test('refuses a moment instead of a day', async () => {
    await engine().run("CREATE TABLE moments AS SELECT '4300' AS a, 1.00 AS n, TIMESTAMP '2021-05-04 00:00' AS d");
    const layout = { ...DECIMAL_LAYOUT, columns: { account: 'a', amount: 'n', date: 'd' } };
    const { issues } = await foldedIn(engine(), layout, { table: ['moments'] });
    expect(issues.map(({ code }) => code)).toContain('invalid-date');
  });
});
