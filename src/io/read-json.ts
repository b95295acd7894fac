import { readFile, stat } from 'node:fs/promises';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { repeatedKeys } from './json-keys.js';

const BYTES_AT_MOST = 268_435_456;

/**
 * A JSON file, at most 256 MiB, UTF-8 with or without byte-order mark. `name` is what issues call it.
 *
 * Issues: `file-unreadable`, `file-too-large`, `file-syntax` (no JSON, or a key twice in one record).
 */
export async function readJson(path: string, name: string): Promise<Outcome<unknown>> {
  const bytes = await bytesOf(path, name);
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    const value: unknown = JSON.parse(text);
    const repeated = repeatedKeys(text);
    return repeated.length === 0 ? success(value) : failureOf(repeated.map((key) => keyTwice(key, name)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON';
    const message = `The file is no JSON: ${reason}. Is it cut, or saved in another encoding?`;
    return failure(errorIssue('file-syntax', { message, detail: { file: name, reason }, at: { source: name } }));
  }
}

function keyTwice(key: string, name: string): Issue {
  const reason = `the key ${JSON.stringify(key)} stands twice in one record`;
  const message = `The file cannot be read: ${reason}, and only one of the two could be kept. Take one out.`;
  return errorIssue('file-syntax', { message, detail: { file: name, reason }, at: { source: name } });
}

async function bytesOf(path: string, name: string): Promise<Outcome<Uint8Array>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return unreadable(name, 'it is not a regular file');
    if (found.size > BYTES_AT_MOST) return tooLarge(name);
    return success(await readFile(path));
  } catch (error) {
    return unreadable(name, reasonOf(error));
  }
}

/** Why the system would not open a file, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES') return 'access is denied';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : 'unknown reason';
}

function unreadable(name: string, reason: string): Outcome<never> {
  return failure(unopened(name, reason));
}

/** The issue of a file of a project that the system would not open. */
export function unopened(name: string, reason: string): Issue {
  const message = `The file cannot be opened: ${reason}. Check its name and place; files are named from the project file's folder.`;
  return errorIssue('file-unreadable', { message, detail: { file: name, reason }, at: { source: name } });
}

function tooLarge(name: string): Outcome<never> {
  const limit = '256 MiB a JSON file';
  const message = `The file is larger than ${limit}.`;
  return failure(errorIssue('file-too-large', { message, detail: { limit }, at: { source: name } }));
}
