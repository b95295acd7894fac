import { expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { postgresql } from '../support/engines/postgresql.js';
import { DECIMAL_LAYOUT, engineSuite, foldedIn } from '../support/engines/suite.js';

const COLLATION =
  "CREATE COLLATION IF NOT EXISTS folding (provider = icu, locale = 'und-u-ks-level1', deterministic = false)";
const layout = { ...DECIMAL_LAYOUT, columns: { account: 'a', category: 'c', amount: 'n', date: 'd' } };

engineSuite(postgresql, (engine) => {
  test('keeps names apart that differ by case or accents, though the collation folds them together', async () => {
    await engine().run(COLLATION);
    await engine().run('CREATE TABLE folding (a TEXT, c TEXT COLLATE folding, n NUMERIC, d DATE)');
    await engine().run(
      "INSERT INTO folding SELECT '9', c, 1, DATE '2021-05-04' FROM unnest(ARRAY['Émile', 'emile', 'EMILE']) AS c",
    );
    const { coverage } = orThrow(await foldedIn(engine(), layout, { table: ['folding'] }));
    expect(coverage.unmapped.map(({ category }) => category)).toEqual(['EMILE', 'emile', 'Émile']);
  });

  test.each([
    ['an amount that is no number', "'NaN'", "DATE '2021-05-04'", 'invalid-number'],
    ['an infinite amount', "'-Infinity'", "DATE '2021-05-04'", 'invalid-number'],
    ['a day without end', '1', "DATE 'infinity'", 'invalid-date'],
    ['a day before Christ', '1', "DATE '2021-05-04 BC'", 'invalid-date'],
    ['a moment instead of a day', '1', "TIMESTAMP '2021-05-04 00:00'", 'invalid-date'],
  ])('refuses %s', async (_, amount, day, code) => {
    await engine().run('DROP TABLE IF EXISTS odd');
    await engine().run(`CREATE TABLE odd AS SELECT '4300' AS a, '' AS c, CAST(${amount} AS NUMERIC) AS n, ${day} AS d`);
    const { issues } = await foldedIn(engine(), layout, { table: ['odd'] });
    expect(issues.map((issue) => issue.code)).toContain(code);
  });
});
