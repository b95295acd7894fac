/** The ledgers of the reference case (fixtures/migri, invented, anchored on published aggregates), also in other forms. */
import { readFileSync } from 'node:fs';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import { ledgerPostings } from '../../src/io/ledger-postings.js';
import { parseParquetLayout } from '../../src/io/parquet-layout.js';
import { parseWorkbookLayout } from '../../src/io/xlsx/workbook-layout.js';
import { parseAccountMapping } from '../../src/ledger/account-mapping.js';
import type { Posting } from '../../src/ledger/posting.js';
import { orThrow } from '../../src/outcome.js';
import { all, inChunks } from './bytes.js';
import { parquetFile } from './parquet-files.js';
import { number, text, workbookOf } from './workbooks.js';

const FOLDER = new URL('../../fixtures/migri/', import.meta.url);
const bytesOfFile = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

interface ProjectFile {
  readonly ledger: {
    readonly layouts: readonly { readonly id: string }[];
    readonly files: readonly { readonly file: string; readonly layout: string }[];
  };
}
const project = json('hiilitase.json') as ProjectFile; // read and checked by readProject elsewhere
const layouts = new Map(project.ledger.layouts.map((layout) => [layout.id, orThrow(parseLedgerLayout(layout))]));

export const MIGRI_MAPPING = orThrow(parseAccountMapping(json('mapping.json')));

/** A ledger file of the case. */
export interface MigriLedger {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly layout: LedgerLayout;
}

export const MIGRI_LEDGERS: readonly MigriLedger[] = project.ledger.files.flatMap(({ file, layout: id }) => {
  const layout = layouts.get(id);
  return layout === undefined ? [] : [{ file, layout, bytes: bytesOfFile(file) }];
});

/** The postings of a ledger file, one for every row. */
export async function postingsOf({ bytes, layout, file }: MigriLedger): Promise<readonly Posting[]> {
  return all(ledgerPostings(inChunks(bytes), layout, file).postings);
}

const NAMES = ['account', 'amount', 'date', 'supplier', 'site', 'category', 'invoice'] as const;
const columns = Object.fromEntries(NAMES.map((name) => [name, name]));

export const WORKBOOK_LAYOUT = orThrow(
  parseWorkbookLayout({ id: 'workbook', sheet: 'Ostot', headerRow: 1, dates: 'yyyy-MM-dd', columns }),
);
export const PARQUET_LAYOUT = orThrow(
  parseParquetLayout({ id: 'parquet', amount: { kind: 'decimal' }, dates: 'date', columns }),
);

/** Postings as a workbook: amounts as numbers, everything else as text. */
export function workbookOfPostings(postings: readonly Posting[]): Uint8Array {
  const rows = postings.map((posting) => ({
    cells: NAMES.map((name) => {
      const value = String(posting[name] ?? '');
      if (value === '') return undefined;
      return name === 'amount' ? number(value) : text(value);
    }),
  }));
  return workbookOf({ rows: [{ cells: NAMES.map((name) => text(name)) }, ...rows] });
}

/** Postings as a Parquet file: decimals and days. */
export function parquetOfPostings(postings: readonly Posting[]): Uint8Array {
  return parquetFile(
    postings.map(({ account, amount, date, supplier = null, site = null, category = null, invoice = null }) => ({
      account,
      cents: centsOf(String(amount)),
      day: Date.parse(`${date}T00:00:00Z`) / 86_400_000,
      supplier,
      site,
      category,
      invoice,
    })),
    { rowGroup: 100 },
  );
}

function centsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return amount.startsWith('-') ? -size : size;
}
