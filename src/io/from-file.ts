import { join } from 'node:path';
import { errorIssue } from '../issue.js';
import { collect, failure, failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readJson } from './read-json.js';

/** What reads the data of a file. */
export type Parse<T> = (json: unknown) => Outcome<T>;

/** What a file of the project holds, every issue placed in it. */
export async function fromFile<T>(folder: string, name: string, parse: Parse<T>): Promise<Outcome<T>> {
  const json = await readJson(join(folder, name), name);
  return json.ok ? fromSource(parse(json.value), name) : json;
}

/** The outcome with every issue placed in a file: a reader looks for the file, not for the id of the set inside it. */
export function fromSource<T>(outcome: Outcome<T>, source: string): Outcome<T> {
  const issues = outcome.issues.map((issue) => ({ ...issue, at: { ...issue.at, source } }));
  return outcome.ok ? success(outcome.value, issues) : failureOf(issues);
}

/** The same for a file that a project need not name. */
export async function fromOptional<T>(
  folder: string,
  name: string | undefined,
  parse: Parse<T>,
): Promise<Outcome<T | undefined>> {
  return name === undefined ? success(undefined) : fromFile(folder, name, parse);
}

/** A list file: its rows go to the parse function one array at a time. */
export function rowsWith<T>(parse: (rows: readonly unknown[]) => Outcome<T>): Parse<T> {
  return (json) => {
    if (Array.isArray(json)) return parse(json);
    const message = 'The file holds no list. Write the records between [ and ].';
    return failure(
      errorIssue('invalid-value', { message, detail: { value: 'a record', expected: 'a list', nearest: [] } }),
    );
  };
}

/** All files of a list, their issues together. */
export async function readAll<T>(
  names: readonly string[],
  read: (name: string) => Promise<Outcome<T>>,
): Promise<Outcome<readonly T[]>> {
  return collect(await Promise.all(names.map(read)));
}
