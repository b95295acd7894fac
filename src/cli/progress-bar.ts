import type { FileProgress } from './ledger-files.js';

/** A line on a terminal that is written over as reading goes on, and wiped away before anything else is printed. */
export interface ProgressBar {
  readonly show: (progress: FileProgress) => void;
  readonly clear: () => void;
}

const CELLS = 24;
/** What is read faster than this needs no bar. */
const QUIET_MILLISECONDS = 400;
const BETWEEN_MILLISECONDS = 100;
const WIPE = '\r\u001B[2K';

/**
 * A bar for the file that is being read, for a terminal: nothing is written in the first 0.4 s, and then at most ten times
 * a second. `now` gives milliseconds.
 *
 * @example progressBar((text) => process.stderr.write(text), () => performance.now())
 */
export function progressBar(write: (text: string) => void, now: () => number): ProgressBar {
  const start = now();
  let last: number | undefined;
  return {
    show: (progress) => {
      const time = now();
      if (time < start + QUIET_MILLISECONDS || (last !== undefined && time < last + BETWEEN_MILLISECONDS)) return;
      last = time;
      write(`${WIPE}${barText(progress)}`);
    },
    clear: () => {
      if (last !== undefined) write(WIPE);
      last = undefined;
    },
  };
}

/** `[############------------]  50 %  1 234 567 rows  purchases-2021.tsv`. */
function barText({ file, bytes, size, rows }: FileProgress): string {
  const share = size === 0 ? 1 : Math.min(1, bytes / size);
  const full = Math.floor(share * CELLS);
  const percent = String(Math.floor(100 * share)).padStart(3, ' ');
  const count = String(rows).replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return `[${'#'.repeat(full)}${'-'.repeat(CELLS - full)}] ${percent} %  ${count} rows  ${file}`;
}
