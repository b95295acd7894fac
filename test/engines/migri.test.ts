/** The ledgers of the reference case (fixtures/migri, invented, anchored on published aggregates), folded in every way there is. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DuckdbConnection } from '../../src/io/duckdb-connection.js';
import { foldLedgerCsv } from '../../src/io/fold-ledger-csv.js';
import { foldLedgerDuckdb } from '../../src/io/fold-ledger-duckdb.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { ledgerPostings } from '../../src/io/ledger-postings.js';
import { openFile } from '../../src/io/open-file.js';
import { parseAccountMapping } from '../../src/ledger/account-mapping.js';
import { foldLedger } from '../../src/ledger/fold-ledger.js';
import type { FoldedLedger } from '../../src/ledger/folded-ledger.js';
import { mergeFoldedLedgers } from '../../src/ledger/merge-folded-ledgers.js';
import type { Posting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';
import { all } from '../support/bytes.js';
import { clickhouse } from '../support/engines/clickhouse.js';
import { duckdb, openDuckdb } from '../support/engines/duckdb.js';
import { ENGINES_REQUIRED, repositoryFile } from '../support/engines/engine.js';
import type { Engine, EngineDoor } from '../support/engines/engine.js';
import { postgresql } from '../support/engines/postgresql.js';
import { DECIMAL_LAYOUT, foldedIn, load } from '../support/engines/suite.js';

const json = (name: string): unknown => JSON.parse(readFileSync(repositoryFile(`fixtures/migri/${name}`), 'utf8'));

interface ProjectFile {
  readonly ledger: {
    readonly layouts: readonly { readonly id: string }[];
    readonly files: readonly { readonly file: string; readonly layout: string }[];
  };
}
const project = json('hiilitase.json') as ProjectFile; // read and checked by readProject elsewhere
const mapping = orThrow(parseAccountMapping(json('mapping.json')));
const layouts = project.ledger.layouts.map((layout) => orThrow(parseLedgerLayout(layout)));
const files = project.ledger.files.map(({ file, layout: wanted }) => {
  const layout = layouts.find(({ id }) => id === wanted) ?? expect.unreachable(wanted);
  return { path: repositoryFile(`fixtures/migri/${file}`), layout };
});
const byLayout = layouts.map((layout) => ({
  layout,
  paths: files.filter((file) => file.layout === layout).map(({ path }) => path),
}));

async function postings(): Promise<readonly Posting[]> {
  const read = files.map(({ path, layout }) => all(ledgerPostings(openFile(path), layout, path).postings));
  return (await Promise.all(read)).flat();
}

describe('the ledgers of the reference case', () => {
  let expected: FoldedLedger;
  beforeAll(async () => {
    expected = orThrow(await foldLedger(await postings(), mapping));
  });

  test('come to the same as rows and as bytes', async () => {
    const ledgers: FoldedLedger[] = [];
    for (const { path, layout } of files) {
      ledgers.push(orThrow(await foldLedgerCsv(openFile(path), { layout, mapping })));
    }
    expect(ledgers.length).toBe(14);
    expect(orThrow(mergeFoldedLedgers(ledgers))).toEqual(expected);
  });

  onlyWith(duckdb, 'come to the same over their files in DuckDB', async () => {
    const opened = await openDuckdb();
    const connection: DuckdbConnection = opened.connection;
    const ledgers: FoldedLedger[] = [];
    for (const { layout, paths } of byLayout) {
      const ledger = { kind: 'csv', files: paths, layout } as const;
      ledgers.push(orThrow(await foldLedgerDuckdb(connection, { ledger, mapping })));
    }
    opened.close();
    expect(orThrow(mergeFoldedLedgers(ledgers))).toEqual(expected);
  });

  for (const door of [postgresql, clickhouse]) {
    describe(`as rows of a table in ${door.dialect}`, () => {
      let engine: Engine | undefined;
      beforeAll(async () => {
        engine = 'open' in door ? await door.open() : undefined;
      });
      afterAll(() => engine?.close());

      onlyWith(door, 'come to the same', async () => {
        const opened = engine ?? expect.unreachable('the engine is open');
        const rows = (await postings()).map(({ amount, ...posting }) => ({ ...posting, amount: String(amount) }));
        await load(opened, ['ledger'], rows);
        expect(orThrow(await foldedIn(opened, DECIMAL_LAYOUT, { mapping }))).toEqual(expected);
      });
    });
  }
});

function onlyWith(door: EngineDoor, title: string, run: () => Promise<void>): void {
  if ('open' in door) test(title, run);
  else if (ENGINES_REQUIRED) test(title, () => expect.unreachable(door.missing));
  else test.skip(`${title} (not there: ${door.missing})`, () => undefined);
}
