/** What is used of Node's modules, and no more. */
interface NodeModules {
  readonly 'node:buffer': {
    readonly isUtf8?: (bytes: Uint8Array) => boolean;
    readonly Buffer?: { readonly prototype: { readonly indexOf: (this: Uint8Array, byte: number) => number } };
  };
  readonly 'node:fs/promises': {
    readonly stat: (path: string) => Promise<{ readonly size: number }>;
    readonly open: (path: string) => Promise<FileHandle>;
  };
}

/** A file that is open. */
interface FileHandle {
  readonly read: (buffer: Uint8Array, offset: number, length: number) => Promise<{ readonly bytesRead: number }>;
  readonly close: () => Promise<void>;
}

/** A module of Node, where the program runs in Node. Asked for while running, so that a bundle for browsers has no trace of it. */
export function nodeModule<K extends keyof NodeModules>(id: K): NodeModules[K] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: K) => NodeModules[K] | undefined } }; // browsers have none
  return process?.getBuiltinModule?.(id);
}
