import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { emptyFold, foldedOutcome } from '../../src/ledger/ledger-fold.js';
import { readCsvLedger } from '../../src/io/fold-ledger-csv.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { sharedRoom } from '../../src/io/array-room.js';
import { PLAIN_ROWS } from '../../src/io/plain-rows-module.js';
import { scanKernel } from '../../src/io/scan-kernel.js';
import type { ScanKernel } from '../../src/io/scan-kernel.js';
import { orThrow } from '../../src/outcome.js';
import { bytesOf, inChunks } from '../support/bytes.js';
import { aMapping } from '../support/ledger.js';
import { layoutOf } from '../support/ledger-files.js';

const { WebAssembly: compiler } = globalThis as { WebAssembly?: { Memory: unknown } }; // not among the language's own types

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the bytes in the package are those that the compiler makes of their source', async () => {
  // In a process of its own: the compiler changes what all arrays inherit.
  const script = new URL('../../.config/build-kernel.mjs', import.meta.url).href;
  const program = `process.stdout.write(await (await import('${script}')).compiledKernel())`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  });
  expect(stdout).toBe(PLAIN_ROWS);
});

describe('scanKernel', () => {
  test('gives nothing where the platform has no compiled code, or a policy forbids it', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(await scanKernel()).toBeUndefined();
    const forbidden = () => Promise.reject(new EvalError('unsafe-eval'));
    vi.stubGlobal('WebAssembly', { Memory: compiler?.Memory, instantiate: forbidden });
    expect(await scanKernel()).toBeUndefined();
  });

  test('a memory that fills up while a file is read changes nothing: the rest is read without the kernel', async () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => `4300;${row},50;${1 + (row % 28)}.5.2021;s${row % 700}\n`);
    const folded = (kernel: () => Promise<ScanKernel | undefined>) => foldedBy(rows, kernel);
    const expected = await folded(() => Promise.resolve(undefined));
    expect(expected.coverage.rows).toBe(3_000);
    expect(await folded(scanKernel)).toEqual(expected);
    for (const until of [1, 2, 5, 40]) expect(await folded(() => fullAfter(until))).toEqual(expected);
  });

  test.each([300, 500, 700, 900, 1_200])(
    'nor does a table that has outgrown the last %i kB of the memory',
    async (kilobytes) => {
      const rows = Array.from(
        { length: 9_000 },
        (_, row) => `43${row % 9};${row},5;${1 + (row % 28)}.5.2021;s${row % 1_000}\n`,
      );
      const expected = await foldedBy(rows, () => Promise.resolve(undefined));
      expect(await foldedBy(rows, () => nearlyFull(1_000 * kilobytes))).toEqual(expected);
    },
  );
});

describe('when the compiled loop is taken up', () => {
  const columns = { account: 'tili', amount: 'summa', date: 'pvm' };
  const layout = orThrow(parseLedgerLayout(layoutOf({ columns })));
  const bytes = bytesOf(`tili;summa;pvm\n${'4300;5;4.5.2021\n'.repeat(20)}`);

  test.each([
    ['a file that is known to be large has it before its first byte is taken', 100, 1_000, 0],
    ['one that is known to be small has it after so many bytes', 99, 100, 100],
    ['and so has one of which nothing is known', undefined, 100, 100],
    ['a small one without so many bytes has none', 99, 1_000, undefined],
  ])('%s', async (_, size, from, taken) => {
    let [given, at] = [0, -1];
    const pieces = async function* () {
      for await (const piece of inChunks(bytes, 50)) {
        yield piece;
        given += piece.length;
      }
    };
    const kernel = () => {
      at = given;
      return scanKernel();
    };
    for (const known of [size, () => Promise.resolve(size)]) {
      [given, at] = [0, -1];
      const source = { [Symbol.asyncIterator]: pieces, size: known };
      const fold = emptyFold(aMapping(), undefined);
      expect(await readCsvLedger(fold, source, { layout }, { kernel, from, large: 100 })).toEqual([]);
      expect(orThrow(foldedOutcome(fold)).coverage.rows).toBe(20);
      // The piece in hand is told of already.
      expect(at).toBe(taken === undefined ? -1 : Math.max(taken - 50, 0));
    }
  });
});

/** The ledger of rows that are read with a kernel. */
async function foldedBy(rows: readonly string[], kernel: () => Promise<ScanKernel | undefined>) {
  const columns = { account: 'tili', amount: 'summa', date: 'pvm', site: 'paikka' };
  const layout = orThrow(parseLedgerLayout(layoutOf({ columns })));
  const fold = emptyFold(aMapping(), undefined);
  const bytes = bytesOf(`tili;summa;pvm;paikka\n${rows.join('')}`);
  expect(await readCsvLedger(fold, inChunks(bytes, 50_000), { layout }, { kernel, from: 0, large: Infinity })).toEqual(
    [],
  );
  return orThrow(foldedOutcome(fold));
}

/** A kernel of whose memory only the last bytes are left. */
async function nearlyFull(bytes: number): Promise<ScanKernel | undefined> {
  const kernel = await scanKernel();
  if (kernel === undefined) return undefined;
  return { ...kernel, room: sharedRoom(kernel.memory, kernel.memory.byteLength - bytes) };
}

/** A kernel whose memory is said to be full after so many questions. */
async function fullAfter(questions: number): Promise<ScanKernel | undefined> {
  const kernel = await scanKernel();
  if (kernel === undefined) return undefined;
  let asked = 0;
  return { ...kernel, room: { ...kernel.room, isFull: () => (asked += 1) > questions } };
}
