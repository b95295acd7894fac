import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { readPosting } from '../ledger/posting.js';
import { HiilitaseError, failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { amountOfCell, dayOfCell, trimmed } from './duckdb-cells.js';
import { duckdbLiteral } from './duckdb-connection.js';
import { unreadable } from './file-faults.js';
import type { PostingsSource } from './groups-statement.js';
import type { LedgerHeader } from './ledger-header.js';
import { DELIMITER_CHARACTERS } from './ledger-layout.js';
import type { LedgerLayout } from './ledger-layout.js';
import { delimitedOptions, headerOrThrow, isSeparatorHint } from './ledger-postings.js';
import { openFile } from './open-file.js';
import { TOTALS } from './plain-name.js';
import { isIssues, postingOfRow } from './posting-of-row.js';
import { readDelimited } from './read-delimited.js';
import { reasonOf } from './read-json.js';
import { NAMING_COLUMNS } from './sql-layout.js';

/** A delimited file whose header has been read. */
export interface DuckdbCsv {
  readonly path: string;
  readonly layout: LedgerLayout;
  readonly header: LedgerHeader;
  /** Excel's line `sep=;` stands before the header. */
  readonly linesBefore: 0 | 1;
}

/**
 * Reads the header of a file against its layout, here and not in the engine, which would take any column it finds.
 *
 * Issues: `file-unreadable`; `file-syntax` (header, encoding, quoting before the first row), `file-too-large`.
 */
export async function duckdbCsv(path: string, layout: LedgerLayout): Promise<Outcome<DuckdbCsv>> {
  try {
    let linesBefore: 0 | 1 = 0;
    for await (const { fields } of readDelimited(openFile(path), delimitedOptions(layout, path))) {
      if (linesBefore === 1 || !isSeparatorHint(fields, layout)) {
        return success({ path, layout, header: headerOrThrow(fields, layout, path), linesBefore });
      }
      linesBefore = 1;
    }
    return failureOf(unreadable(path, 'it is empty').issues);
  } catch (error) {
    return error instanceof HiilitaseError ? failureOf(error.issues) : failure(notOpened(path, reasonOf(error)));
  }
}

function notOpened(file: string, reason: string): Issue {
  const message = `The file cannot be opened: ${reason}. Check its name and place.`;
  return errorIssue('file-unreadable', { message, detail: { file, reason }, at: { source: file } });
}

/** The text of an amount that is none: its row is rejected. */
export const REJECTED = 'rejected';

/** The postings of a file: every cell is text until it has been read as its layout declares. */
export function postingsOfCsv(csv: DuckdbCsv): PostingsSource {
  const names = NAMING_COLUMNS.filter((field) => csv.layout.columns[field] !== undefined);
  return {
    from: `${rowsOfCsv(csv, readCsv(csv))} AS l`,
    names: names.map((field) => [field, `l.cell_${field} COLLATE "C"`] as const),
    day: 'l.read_day',
    amount: 'l.read_amount',
    amountFault: `CASE WHEN ${faultOfRow(csv)} THEN '${REJECTED}' END`,
  };
}

/** The first rows that are rejected, in the order of the file: their number, and every field as text. */
export function rejectedRows(csv: DuckdbCsv, atMost: number): string {
  // One thread reads in the order of the file, whatever the connection's settings say of order.
  const numbered = `(SELECT row_number() OVER () AS record, * FROM ${readCsv(csv, ['parallel = false'])})`;
  return [
    `SELECT CAST(l.record AS VARCHAR) AS record, ${columnsOf(csv).join(', ')}`,
    `FROM ${rowsOfCsv(csv, numbered)} AS l`,
    `WHERE ${faultOfRow(csv)} ORDER BY l.record LIMIT ${atMost}`,
  ].join('\n');
}

/** The rows of a file with their cells trimmed, and then read: each step once for a row, however often it is asked for. */
function rowsOfCsv(csv: DuckdbCsv, rows: string): string {
  const { layout, header } = csv;
  const cells = [...header.at].map(([field, place]) => `${trimmed(`r.c${place}`)} AS cell_${field}`);
  const day = `${dayOfCell('c.cell_date', layout)} AS read_day`;
  const amount = `${amountOfCell('c.cell_amount', layout)} AS read_amount`;
  return `(SELECT c.*, ${day}, ${amount} FROM (SELECT r.*, ${cells.join(', ')} FROM ${rows} AS r) AS c)`;
}

/** Everything that is wrong with a rejected row, in the words of the reader of files. */
export function issuesOfRejected(csv: DuckdbCsv, row: Readonly<Record<string, unknown>>): readonly Issue[] {
  const fields = columnsOf(csv).map((name) => {
    const value = row[name];
    return typeof value === 'string' ? value : '';
  });
  const at = { source: csv.path, row: Number(row['record']) + 1 + csv.linesBefore };
  const posting = postingOfRow(fields, csv.header, csv.layout, at);
  return isIssues(posting) ? posting : readPosting(posting).issues;
}

/** Columns are called by their place: the names of a file may be anything. */
function columnsOf({ header }: DuckdbCsv): readonly string[] {
  return Array.from({ length: header.width }, (_, place) => `c${place}`);
}

function readCsv(csv: DuckdbCsv, more: readonly string[] = []): string {
  const { delimiter, quoting } = csv.layout;
  const quote = quoting === 'none' ? "''" : "'\"'";
  const options = [
    'auto_detect = false',
    'header = true',
    `skip = ${csv.linesBefore}`,
    `columns = {${columnsOf(csv)
      .map((name) => `'${name}': 'VARCHAR'`)
      .join(', ')}}`,
    `delim = ${duckdbLiteral(DELIMITER_CHARACTERS[delimiter])}`,
    `quote = ${quote}`,
    `escape = ${quote}`,
    "nullstr = ''",
    "encoding = 'utf-8'",
    'strict_mode = true',
    'ignore_errors = false',
    'null_padding = false',
    ...more,
  ];
  return `read_csv(${duckdbLiteral(csv.path)}, ${options.join(', ')})`;
}

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';

function faultOfRow({ layout, header }: DuckdbCsv): string {
  const named = (['invoice', ...NAMING_COLUMNS] as const).filter((field) => layout.columns[field] !== undefined);
  const faults = [
    "coalesce(l.cell_account, '') = ''",
    'l.read_amount IS NULL',
    `coalesce(l.read_day NOT BETWEEN DATE '${FIRST_DAY}' AND DATE '${LAST_DAY}', true)`,
    ...named.map((field) => likeTotal(`l.cell_${field}`, layout.namesLikeTotals ?? [])),
    ...(header.emptyEnd === 'yes' ? [`coalesce(l.c${header.width - 1}, '') <> ''`] : []),
  ];
  return faults.join(' OR ');
}

function likeTotal(cell: string, namesLikeTotals: readonly string[]): string {
  const total = `coalesce(regexp_matches(${cell}, ${duckdbLiteral(TOTALS.source)}, 'i'), false)`;
  if (namesLikeTotals.length === 0) return total;
  return `(${total} AND ${cell} NOT IN (${namesLikeTotals.map(duckdbLiteral).join(', ')}))`;
}
