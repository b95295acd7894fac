/** Files as streams of bytes, cut wherever a test wants them cut. */

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The bytes in chunks of at most `size`; the last one may be smaller. */
export async function* inChunks(bytes: Uint8Array, size = Math.max(1, bytes.length)): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

/** The bytes in two chunks, cut after so many of them. */
export async function* cutAfter(bytes: Uint8Array, count: number): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.subarray(0, count));
  yield bytes.subarray(count);
}

/** Everything an asynchronous source gives. */
export async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}
