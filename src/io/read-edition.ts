import { errorIssue } from '../issue.js';
import { failure, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';

const EDITION = /^hiilitase\/editions\/[a-z0-9-]+$/;

/** Whether a project names one of the package's own editions where it could name a file. */
export function isEdition(name: string): boolean {
  return EDITION.test(name);
}

/**
 * One export of an edition of the package, as data: its `factorSet` or its `airports`. Editions are loaded when a project
 * asks for them, and not before.
 *
 * Issues: `file-unreadable` (no such edition, or one without that export).
 */
export async function readEdition(name: string, exported: 'factorSet' | 'airports'): Promise<Outcome<unknown>> {
  const edition = await loaded(name);
  const value: unknown = edition === undefined ? undefined : Reflect.get(edition, exported);
  if (value !== undefined) return success<unknown>(value);
  const absent = 'there is no such edition, or it cannot be loaded';
  const reason = edition === undefined ? absent : `the edition has no ${exported}`;
  const message = `${name} cannot be used here: ${reason}. The editions are listed in docs/editions.md.`;
  return failure(errorIssue('file-unreadable', { message, detail: { file: name, reason }, at: { source: name } }));
}

async function loaded(name: string): Promise<object | undefined> {
  try {
    return (await import(/* @vite-ignore */ name)) as object; // a module is an object; its exports are looked at as unknown
  } catch {
    return undefined;
  }
}
