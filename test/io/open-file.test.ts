import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openFile } from '../../src/io/open-file.js';
import { temporaryFolder } from '../support/small-project.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('openFile', () => {
  test('gives the bytes of a file in pieces, its path as its name, and again when asked again', async () => {
    const path = join(await temporaryFolder(), 'ledger.csv');
    await writeFile(
      path,
      Uint8Array.from({ length: 600_000 }, (_, index) => index % 251),
    );
    const file = openFile(path);
    expect(file.name).toBe(path);
    expect(await file.size()).toBe(600_000);
    for (let times = 0; times < 2; times += 1) {
      const copies: Uint8Array[] = [];
      // A piece is good until the next is asked for.
      for await (const piece of file) copies.push(piece.slice());
      expect(copies.length).toBeGreaterThan(1);
      expect(Buffer.concat(copies).equals(await readFile(path))).toBe(true);
    }
  });

  test('a file that is not there is what Node says of it, once its bytes are asked for', async () => {
    const file = openFile(join(await temporaryFolder(), 'nowhere.csv'));
    expect(await file.size()).toBeUndefined();
    await expect(Promise.resolve(file[Symbol.asyncIterator]().next())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('outside Node it says what to pass instead', async () => {
    vi.stubGlobal('process', undefined);
    const next = openFile('ledger.csv')[Symbol.asyncIterator]().next();
    vi.unstubAllGlobals();
    await expect(Promise.resolve(next)).rejects.toThrow(/Elsewhere pass the stream of a File or a Response/);
  });
});
