import type { FileBytes } from './fold-ledger-csv.js';

const BYTES_AT_ONCE = 262_144;

interface FileHandle {
  readonly read: (buffer: Uint8Array, offset: number, length: number) => Promise<{ readonly bytesRead: number }>;
  readonly close: () => Promise<void>;
}

interface FileModule {
  readonly stat: (path: string) => Promise<{ readonly size: number }>;
  readonly open: (path: string) => Promise<FileHandle>;
}

/**
 * The bytes of a file, for Node: opened when the first of them is asked for, closed after the last one or when nobody asks
 * any more. Each piece is good until the next is asked for. `name` is the path, for issues; `size` asks for its bytes.
 *
 * Throws what Node throws where the file cannot be opened or read, and a `TypeError` where the program does not run in Node.
 *
 * @example await foldLedgerCsv(openFile('purchases-2021.tsv'), { layout, mapping });
 */
export function openFile(path: string): FileBytes {
  return { name: path, size: () => sizeOf(path), [Symbol.asyncIterator]: () => piecesOf(path) };
}

/** What cannot be asked is not known: the reading says why. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await fileModule().stat(path)).size;
  } catch {
    return undefined;
  }
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await fileModule().open(path);
  try {
    const buffer = new Uint8Array(BYTES_AT_ONCE);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Asked for while running, so that a bundle for browsers has no trace of Node in it. */
function fileModule(): FileModule {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => FileModule | undefined } }; // browsers have none
  const found = process?.getBuiltinModule?.('node:fs/promises');
  if (found === undefined)
    throw new TypeError('openFile reads files in Node only. Elsewhere pass the stream of a File or a Response.');
  return found;
}
