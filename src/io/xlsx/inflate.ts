/**
 * Unpacks deflated bytes with the platform's own decompressor, and stops as soon as there would be more than `size` of
 * them: 'longer'. `undefined` where they are damaged or end too soon.
 */
export async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array | 'longer' | undefined> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // What goes wrong on this side comes out on the other one too, where it is waited for.
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  const pieces = readable as ReadableStream<Uint8Array>; // a decompressor gives bytes
  const reader = pieces.getReader();
  const bytes = new Uint8Array(size);
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes.subarray(0, length);
      if (length + value.length > size) {
        reader.cancel().catch(() => undefined);
        return 'longer';
      }
      bytes.set(value, length);
      length += value.length;
    }
  } catch {
    return undefined;
  }
}
