/** Says whether bytes are UTF-8. */
export type Utf8Check = (bytes: Uint8Array) => boolean;

interface BufferModule {
  readonly isUtf8?: Utf8Check;
}

/** Node's own check, which makes no text, where the program runs in Node; the platform's decoder elsewhere. */
export function utf8Check(): Utf8Check {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => BufferModule | undefined } }; // browsers have none
  return process?.getBuiltinModule?.('node:buffer')?.isUtf8 ?? decodes;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
