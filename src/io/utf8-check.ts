import { nodeModule } from './node-module.js';

/** Says something of bytes. */
export type ByteCheck = (bytes: Uint8Array) => boolean;

/** Whether bytes are UTF-8: Node's own check, which makes no text, where there is one; the platform's decoder elsewhere. */
export function utf8Check(): ByteCheck {
  return nodeModule('node:buffer')?.isUtf8 ?? decodes;
}

/**
 * Whether bytes hold U+0000, which no text does. Node looks for a byte in its buffers thirty times as fast as in the arrays
 * of bytes that they are.
 */
export function zeroCheck(): ByteCheck {
  const buffer = nodeModule('node:buffer')?.Buffer?.prototype;
  return buffer === undefined ? (bytes) => bytes.indexOf(0) !== -1 : (bytes) => buffer.indexOf.call(bytes, 0) !== -1;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
