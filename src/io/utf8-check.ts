/** Says something of bytes. */
export type ByteCheck = (bytes: Uint8Array) => boolean;

interface BufferModule {
  readonly isUtf8?: ByteCheck;
  readonly Buffer?: { readonly prototype: { readonly indexOf: (this: Uint8Array, byte: number) => number } };
}

/** Whether bytes are UTF-8: Node's own check, which makes no text, where there is one; the platform's decoder elsewhere. */
export function utf8Check(): ByteCheck {
  return bufferModule()?.isUtf8 ?? decodes;
}

/**
 * Whether bytes hold U+0000, which no text does. Node looks for a byte in its buffers thirty times as fast as in the arrays
 * of bytes that they are.
 */
export function zeroCheck(): ByteCheck {
  const buffer = bufferModule()?.Buffer?.prototype;
  return buffer === undefined ? (bytes) => bytes.indexOf(0) !== -1 : (bytes) => buffer.indexOf.call(bytes, 0) !== -1;
}

function bufferModule(): BufferModule | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => BufferModule | undefined } }; // browsers have none
  return process?.getBuiltinModule?.('node:buffer');
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
