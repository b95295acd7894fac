import { expect, test } from 'vitest';
import { clickhouse } from '../support/engines/clickhouse.js';
import { DECIMAL_LAYOUT, engineSuite, foldedIn } from '../support/engines/suite.js';

const layout = { ...DECIMAL_LAYOUT, columns: { account: 'a', amount: 'n', date: 'd' } };

engineSuite(clickhouse, (engine) => {
  test('reads columns that cannot be null, of low cardinality and of fixed width', async () => {
    await engine().run(
      'CREATE TABLE plain (a LowCardinality(String), s FixedString(8), n Decimal(9,2), d Date32) ENGINE = Memory',
    );
    await engine().run(
      "INSERT INTO plain VALUES ('4300', 'oulu', 1.25, '2021-05-04'), ('4300', 'oulu', -0.25, '2021-05-05')",
    );
    const columns = { ...layout.columns, site: 's' };
    const found = await foldedIn(engine(), { ...layout, columns }, { table: ['plain'] });
    expect(found).toMatchObject({ ok: true, issues: [] });
    expect(found.ok && found.value.activities.map(({ site, amount }) => [site, amount.value.toFixed()])).toEqual([
      ['oulu', '1'],
    ]);
  });

  test('refuses a moment instead of a day', async () => {
    await engine().run('CREATE TABLE moments (a String, n Decimal(9,2), d DateTime) ENGINE = Memory');
    await engine().run("INSERT INTO moments VALUES ('4300', 1, '2021-05-04 12:00:00')");
    const { issues } = await foldedIn(engine(), layout, { table: ['moments'] });
    expect(issues.map(({ code }) => code)).toContain('invalid-date');
  });
});
