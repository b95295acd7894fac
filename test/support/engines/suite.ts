/** The laws that hold for a ledger folded in any engine. Every figure is invented. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foldLedgerSql } from '../../../src/io/fold-ledger-sql.js';
import type { SqlDialect } from '../../../src/io/sql-dialect.js';
import { parseSqlLayout } from '../../../src/io/sql-layout.js';
import type { SqlLayout } from '../../../src/io/sql-layout.js';
import { parseAccountMapping } from '../../../src/ledger/account-mapping.js';
import type { AccountMapping } from '../../../src/ledger/account-mapping.js';
import { foldLedger } from '../../../src/ledger/fold-ledger.js';
import type { FoldedLedger } from '../../../src/ledger/folded-ledger.js';
import { ledgerFromGroups } from '../../../src/ledger/ledger-from-groups.js';
import { mergeFoldedLedgers } from '../../../src/ledger/merge-folded-ledgers.js';
import { orThrow } from '../../../src/outcome.js';
import type { Outcome } from '../../../src/outcome.js';
import { ENGINES_REQUIRED, literal } from './engine.js';
import type { Engine, EngineDoor } from './engine.js';
import { randomRows } from './random-rows.js';
import type { TableRow } from './random-rows.js';

/** Rules and sites change inside months, on the first of one, and between two rows of one day. */
export const MAPPING: AccountMapping = orThrow(
  parseAccountMapping({
    id: 'engines',
    currency: 'EUR',
    unmapped: { why: 'not yet classified' },
    rules: [
      { id: 'old', account: '43', validTo: '2021-05-14', treatment: 'purchase', product: 'services', vat: 'excluded' },
      {
        id: 'new',
        account: '43',
        validFrom: '2021-05-15',
        treatment: 'purchase',
        product: 'services',
        vat: 'included',
        vatRate: '0.24',
      },
      { id: 'food', account: '43', category: 'ALV 14 %', treatment: 'purchase', product: 'catering', vat: 'excluded' },
      { id: 'named', account: '4399', supplier: 'Ääni "Oy"', treatment: 'internal' },
      { id: 'june', account: '44', validFrom: '2021-06-01', validTo: '2021-06-20', treatment: 'wage' },
      { id: 'heat', account: '45', treatment: 'replaced-by-activity', replacedBy: 'purchased-heat' },
    ],
    supplierSites: [
      { supplier: 'Yksi Oy', validTo: '2021-06-09', shares: [{ site: 'oulu', share: '1' }] },
      {
        supplier: 'Yksi Oy',
        validFrom: '2021-06-10',
        shares: [
          { site: 'oulu', share: '0.333' },
          { site: 'kemi', share: '0.667' },
        ],
      },
    ],
  }),
);

/** Names of columns that are keywords, aliases of the statement, or need quoting. */
const COLUMNS = {
  account: 'first',
  category: 'posted_account',
  supplier: 'sup"pl\\ier',
  site: 'amount',
  date: 'Päivä',
} as const;
export const DECIMAL_LAYOUT: SqlLayout = orThrow(
  parseSqlLayout({ id: 'decimals', amount: { kind: 'decimal' }, columns: { ...COLUMNS, amount: 'posted_amount' } }),
);
const minorUnits = (scale: number, column: string) =>
  orThrow(
    parseSqlLayout({ id: column, amount: { kind: 'minor-units', scale }, columns: { ...COLUMNS, amount: column } }),
  );

const TYPES: Readonly<
  Record<SqlDialect, { name: string; decimal: string; fine: string; whole: string; double: string; day: string }>
> = {
  duckdb: {
    name: 'VARCHAR',
    decimal: 'DECIMAL(20,2)',
    fine: 'DECIMAL(30,5)',
    whole: 'BIGINT',
    double: 'DOUBLE',
    day: 'DATE',
  },
  postgresql: {
    name: 'TEXT',
    decimal: 'NUMERIC(20,2)',
    fine: 'NUMERIC',
    whole: 'BIGINT',
    double: 'DOUBLE PRECISION',
    day: 'DATE',
  },
  clickhouse: {
    name: 'Nullable(String)',
    decimal: 'Nullable(Decimal(20,2))',
    fine: 'Nullable(Decimal(30,5))',
    whole: 'Nullable(Int64)',
    double: 'Nullable(Float64)',
    day: 'Nullable(Date)',
  },
};

const identifier = (dialect: SqlDialect, name: string) =>
  `"${(dialect === 'clickhouse' ? name.replaceAll('\\', '\\\\') : name).replaceAll('"', '""')}"`;

const cents = (amount: string) => {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole}${fraction.padEnd(2, '0')}`;
};

/** Makes the table anew, with every amount as a decimal, as cents, as hundredths of cents and as a double. */
export async function load(engine: Engine, table: readonly string[], rows: readonly TableRow[]): Promise<void> {
  const { dialect, run } = engine;
  const types = TYPES[dialect];
  const quoted = (name: string) => identifier(dialect, name);
  const at = table.map(quoted).join('.');
  const columns = [
    ...[COLUMNS.account, COLUMNS.category, COLUMNS.supplier, COLUMNS.site].map((name) => [name, types.name] as const),
    [COLUMNS.date, types.day] as const,
    ['posted_amount', types.decimal] as const,
    ['fine', types.fine] as const,
    ['cents', types.whole] as const,
    ['ten_thousandths', types.whole] as const,
    ['double', types.double] as const,
  ];
  await run(`DROP TABLE IF EXISTS ${at}`);
  const made = `CREATE TABLE ${at} (${columns.map(([name, type]) => `${quoted(name)} ${type}`).join(', ')})`;
  await run(dialect === 'clickhouse' ? `${made} ENGINE = Memory` : made);
  if (rows.length === 0) return;
  const text = (value: string | undefined) =>
    literal(dialect === 'clickhouse' ? value?.replaceAll('\\', '\\\\') : value);
  const values = rows.map(({ account, category, supplier, site, date, amount, fine }) => {
    const whole = amount === undefined ? 'NULL' : cents(amount);
    const numbers = [text(amount), text(fine ?? amount), whole, whole === 'NULL' ? whole : `${whole}00`, text(amount)];
    return `(${[...[account, category, supplier, site, date].map(text), ...numbers].join(', ')})`;
  });
  await run(`INSERT INTO ${at} VALUES ${values.join(', ')}`);
}

/** The ledger that an engine comes to. */
export async function foldedIn(
  engine: Engine,
  layout: SqlLayout,
  options: { table?: readonly string[]; mapping?: AccountMapping } = {},
): Promise<Outcome<FoldedLedger>> {
  const { table = ['ledger'], mapping = MAPPING } = options;
  const statement = orThrow(foldLedgerSql({ table, layout, mapping, dialect: engine.dialect }));
  return ledgerFromGroups(await engine.groups(statement), mapping);
}

/** Groups cannot see which rows stand side by side, and a group has no row of a file. */
export function comparable({ issues, ...outcome }: Outcome<FoldedLedger>) {
  const known = issues.filter(({ code }) => code !== 'posting-repeated');
  return {
    ...outcome,
    issues: known.map(({ code, message, detail }) => JSON.stringify({ code, message, detail })).sort(),
  };
}

const RUNS = 30;
const POSTING = { account: '4300', category: 'ALV 14 %', date: '2021-05-04', amount: '100.00' };

/** The tests of an engine, skipped with the reason where it is not there. */
export function engineSuite(door: EngineDoor, more: (engine: () => Engine) => void): void {
  if ('missing' in door) {
    if (ENGINES_REQUIRED) test(`${door.dialect} is there`, () => expect.unreachable(door.missing));
    else test.skip(`${door.dialect} is not there: ${door.missing}`, () => undefined);
    return;
  }
  describe(`a ledger folded in ${door.dialect}`, () => {
    let opened: Engine | undefined;
    const engine = () => opened ?? expect.unreachable('the engine is open');
    beforeAll(async () => {
      opened = await door.open();
    });
    afterAll(() => opened?.close());
    lawsOf(engine);
    refusalsOf(engine);
    more(engine);
  });
}

function lawsOf(engine: () => Engine): void {
  test('is that of its rows, digit for digit, whichever way amounts are held', async () => {
    await fc.assert(
      fc.asyncProperty(randomRows, async (rows) => {
        await load(engine(), ['ledger'], rows);
        const expected = comparable(await foldLedger(postingsOf(rows), MAPPING));
        for (const layout of [DECIMAL_LAYOUT, minorUnits(2, 'cents'), minorUnits(4, 'ten_thousandths')]) {
          const found = comparable(await foldedIn(engine(), layout));
          expect(found).toEqual(expected);
          expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('is the same in shards, whether their groups or their ledgers are added up', async () => {
    await fc.assert(
      fc.asyncProperty(randomRows, async (rows) => {
        const shards = [0, 1, 2].map((shard) => rows.filter((_, place) => place % 3 === shard));
        const groups: Record<string, unknown>[] = [];
        const ledgers: FoldedLedger[] = [];
        for (const shard of shards) {
          await load(engine(), ['books', 'shard'], shard);
          const statement = orThrow(foldLedgerSql({ ...here(), table: ['books', 'shard'] }));
          const found = await engine().groups(statement);
          groups.push(...found);
          ledgers.push(orThrow(ledgerFromGroups(found, MAPPING)));
        }
        const expected = orThrow(await foldLedger(postingsOf(rows), MAPPING));
        expect(orThrow(mergeFoldedLedgers(ledgers))).toEqual(expected);
        expect(orThrow(ledgerFromGroups(groups, MAPPING))).toEqual(expected);
      }),
      { numRuns: RUNS / 3 },
    );
  });

  const here = () => ({ layout: DECIMAL_LAYOUT, mapping: MAPPING, dialect: engine().dialect });

  test('adds up whole numbers past 64 bits and decimals past 2^53 without a loss', async () => {
    // 9 × 90 071 992 547 409 930.01 = 810 647 932 926 689 370.09; cents: 9 × 9 007 199 254 740 993 001.
    const amount = '90071992547409930.01';
    const row = { ...POSTING, amount, fine: amount };
    await load(engine(), ['big'], []);
    await engine().run(
      `INSERT INTO big VALUES ${Array.from({ length: 9 }, () => `('${row.account}', 'ALV 14 %', NULL, NULL, '${row.date}', '${amount}', '${amount}', 9007199254740993001, 0, 0)`).join(', ')}`,
    );
    for (const layout of [DECIMAL_LAYOUT, minorUnits(2, 'cents')]) {
      const { coverage } = orThrow(await foldedIn(engine(), layout, { table: ['big'] }));
      expect([coverage.rows, coverage.amount.value.toFixed()]).toEqual([9, '810647932926689370.09']);
    }
  });

  test('holds the rows of the days that are asked for and those without a day', async () => {
    const dates = ['2021-04-30', '2021-05-01', '2021-05-31', '2021-06-01', undefined];
    await load(
      engine(),
      ['ledger'],
      dates.map((date) => ({ ...POSTING, date })),
    );
    const only = { from: '2021-05-01', to: '2021-05-31' };
    const groups = await engine().groups(orThrow(foldLedgerSql({ ...here(), table: ['ledger'], only })));
    expect(new Set(groups.map(({ first, last, rows }) => [first, last, rows]))).toEqual(
      new Set([
        ['2021-05-01', '2021-05-01', '1'],
        ['2021-05-31', '2021-05-31', '1'],
        [null, null, '1'],
      ]),
    );
  });

  test('of an empty table is an empty ledger', async () => {
    await load(engine(), ['ledger'], []);
    expect(orThrow(await foldedIn(engine(), DECIMAL_LAYOUT)).coverage.rows).toBe(0);
  });
}

/** The rows as `foldLedger` takes them. */
export function postingsOf(rows: readonly TableRow[]) {
  return rows.map(({ account = '', amount = '', date = '', category, supplier, site }, place) => {
    const given = Object.entries({ category, supplier, site }).filter(([, name]) => name !== undefined && name !== '');
    return { row: place + 2, account, amount, date, ...Object.fromEntries(given) };
  });
}

function refusalsOf(engine: () => Engine): void {
  describe('refuses', () => {
    const faultsOf = async (layout: SqlLayout) => {
      const outcome = await foldedIn(engine(), layout);
      const errors = outcome.issues.filter(({ severity }) => severity === 'error');
      return errors.map(({ code, message, at }) => [code, at?.path, /^"[^"]*"/.exec(message)?.[0]]);
    };
    const layoutOf = (amount: string): SqlLayout => ({
      ...DECIMAL_LAYOUT,
      columns: { ...DECIMAL_LAYOUT.columns, amount },
    });
    const sound = { ...POSTING, amount: '-20.00' };

    beforeEach(() => load(engine(), ['ledger'], [POSTING, sound]));

    test.each<[string, TableRow, string, string]>([
      ['no amount', { ...POSTING, amount: undefined }, 'invalid-number', 'amount'],
      ['no day', { ...POSTING, date: undefined }, 'invalid-date', 'first'],
      ['no account', { ...POSTING, account: undefined }, 'missing-field', 'account'],
      ['an empty account', { ...POSTING, account: '' }, 'missing-field', 'account'],
    ])('a row with %s among sound ones', async (_, row, code, path) => {
      await load(engine(), ['ledger'], [POSTING, row, sound]);
      expect((await faultsOf(DECIMAL_LAYOUT)).map(([found, at]) => [found, at])).toContainEqual([code, path]);
    });

    test('third decimals, also where their sum has none', async () => {
      const rows = ['0.005', '0.005', '1.5'].map((fine) => ({ ...POSTING, amount: '0.00', fine }));
      await load(engine(), ['ledger'], rows);
      expect(await faultsOf(layoutOf('fine'))).toEqual([
        ['invalid-number', 'amount', expect.stringContaining('more than two decimals: 0.005')],
      ]);
      await load(engine(), ['ledger'], [{ ...POSTING, fine: '1.50000' }]);
      expect(await faultsOf(layoutOf('fine'))).toEqual([]);
    });

    test('hundredths of cents, also where they add up to cents', async () => {
      const { dialect } = engine();
      await engine().run(
        dialect === 'clickhouse'
          ? 'ALTER TABLE ledger UPDATE ten_thousandths = 50 WHERE true SETTINGS mutations_sync = 1'
          : 'UPDATE ledger SET ten_thousandths = 50',
      );
      expect(await faultsOf(minorUnits(4, 'ten_thousandths'))).toEqual([
        ['invalid-number', 'amount', expect.stringContaining('more than two decimals: 50')],
      ]);
    });

    test('doubles, whole numbers that may be cents, and decimals that may be euros', async () => {
      const columns = [layoutOf('double'), layoutOf('cents'), minorUnits(2, 'posted_amount')];
      for (const layout of columns) {
        expect(await faultsOf(layout)).toEqual([
          ['invalid-number', 'amount', expect.stringContaining('a column of type')],
        ]);
      }
    });
  });
}
