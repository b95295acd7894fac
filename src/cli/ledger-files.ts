import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarYear } from '../calendar/reporting-period.js';
import { readCsvLedger } from '../io/fold-ledger-csv.js';
import type { ReadingProgress } from '../io/fold-ledger-csv.js';
import { ledgerPostings } from '../io/ledger-postings.js';
import type { LedgerPostings } from '../io/ledger-postings.js';
import { openFile } from '../io/open-file.js';
import type { LedgerFile, Project } from '../io/project.js';
import { isWorkbookLayout } from '../io/project-layout.js';
import { reasonOf, unopened } from '../io/read-json.js';
import { readWorkbookLedger } from '../io/xlsx/fold-workbook.js';
import { xlsxPostings } from '../io/xlsx/xlsx-postings.js';
import type { Issue } from '../issue.js';
import type { FoldedLedger } from '../ledger/folded-ledger.js';
import { emptyFold, foldedOutcome } from '../ledger/ledger-fold.js';
import type { LedgerFold } from '../ledger/ledger-fold.js';
import type { Posting } from '../ledger/posting.js';
import { failureOf, located, outcomeOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';

/** How far the reading of a ledger file of a project has come. */
export interface FileProgress extends ReadingProgress {
  readonly file: string;
  /** Bytes that the file has in all. */
  readonly size: number;
}

/** Told after each piece of each file. */
export type WatchReading = (progress: FileProgress) => void;

/** The ledger files of a year as one ledger; nothing where the project names none. All issues of all files at once. */
export async function foldLedgerFiles(
  project: Project,
  year: number,
  watch?: WatchReading,
): Promise<Outcome<FoldedLedger | undefined>> {
  const files = project.ledger?.files.filter((file) => file.year === year) ?? [];
  if (project.ledger === undefined || files.length === 0) return success(undefined);
  const fold = emptyFold(project.ledger.mapping, calendarYear(year));
  const reading: Issue[] = [];
  for (const file of files) reading.push(...(await readLedgerFile(fold, project, file, watch)));
  // What is said of an account or of the whole ledger has no row; the files of the year are its place.
  const folded = located(foldedOutcome(fold), { source: files.map(({ file }) => file).join(', ') });
  const readable = outcomeOf(reading, () => undefined);
  if (!folded.ok || !readable.ok) return failureOf([...reading, ...folded.issues]);
  return success(folded.value, [...reading, ...folded.issues]);
}

async function readLedgerFile(
  fold: LedgerFold,
  { folder }: Project,
  { file, layout, expect }: LedgerFile,
  watch: WatchReading | undefined,
): Promise<readonly Issue[]> {
  const path = join(folder, file);
  try {
    const { size } = await stat(path);
    if (isWorkbookLayout(layout)) {
      return await readWorkbookLedger(fold, await readFile(path), { layout, source: file, expect });
    }
    const onProgress = (progress: ReadingProgress) => watch?.({ ...progress, file, size });
    return await readCsvLedger(fold, openFile(path), { layout, source: file, expect, onProgress });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [unopened(file, reasonOf(error))];
  }
}

/** A ledger file of the project as postings, to look for single rows. */
export async function openLedger({ folder }: Project, { file, layout }: LedgerFile): Promise<LedgerPostings> {
  const path = join(folder, file);
  return isWorkbookLayout(layout)
    ? xlsxPostings(await readFile(path), layout, file)
    : ledgerPostings(openFile(path), layout, file);
}

/** The postings of several files, one file after the other. */
export async function* chained(ledgers: readonly LedgerPostings[]): AsyncGenerator<Posting, void, undefined> {
  for (const { postings } of ledgers) yield* postings;
}
