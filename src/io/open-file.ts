import type { FileBytes } from './fold-ledger-csv.js';
import { nodeModule } from './node-module.js';

const BYTES_AT_ONCE = 262_144;

/**
 * The bytes of a file, for Node: opened when the first of them is asked for, closed after the last one or when nobody asks
 * any more. Each piece is good until the next is asked for. `name` is the path, for issues; `size` asks for its bytes.
 *
 * Throws what Node throws where the file cannot be opened or read, and a `TypeError` where the program does not run in Node.
 *
 * @example await foldLedgerCsv(openFile('purchases-2021.tsv'), { layout, mapping });
 */
export function openFile(path: string): FileBytes & { readonly size: () => Promise<number | undefined> } {
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

function fileModule() {
  const found = nodeModule('node:fs/promises');
  if (found === undefined)
    throw new TypeError('openFile reads files in Node only. Elsewhere pass the stream of a File or a Response.');
  return found;
}
