import { warningIssue } from '../issue.js';
import type { Issue, IssueLocation } from '../issue.js';
import { locationOf } from './posting.js';
import type { PostedUnder } from './posting.js';

const SCRIPTS = { Latin: /\p{Script=Latin}/u, Cyrillic: /\p{Script=Cyrillic}/u, Greek: /\p{Script=Greek}/u } as const;
const BEYOND_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** What the two bytes of a letter beyond ASCII look like when UTF-8 is read as Windows-1252 or ISO-8859-1: `Ã¤` for `ä`. */
const GARBLED =
  /[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/;

/** Looks at every name once, and warns of what a reader of the printed name would not see. */
export interface NameChecker {
  readonly look: (name: string | undefined, posting: Pick<PostedUnder, 'source' | 'row'>) => void;
  readonly warnings: () => readonly Issue[];
}

/** Whether a name has nothing to be warned about. */
export function isUnsuspicious(name: string): boolean {
  return suspicion(name, {}) === undefined;
}

/**
 * A checker for the names of one fold. Issues, each a warning, one for each such name, where it first stood:
 * `name-mixes-scripts` (letters of two alphabets in one word: they look alike, and group apart), `name-garbled` (text that
 * was read in another encoding than it was written in).
 */
export function nameChecker(): NameChecker {
  const seen = new Set<string>();
  const found: Issue[] = [];
  return {
    look: (name, posting) => {
      if (name === undefined || seen.has(name)) return;
      seen.add(name);
      const issue = suspicion(name, locationOf(posting));
      if (issue !== undefined) found.push(issue);
    },
    warnings: () => found,
  };
}

function suspicion(name: string, at: IssueLocation): Issue | undefined {
  if (GARBLED.test(name)) return garbled(name, at);
  const scripts = BEYOND_LATIN.test(name) ? scriptsOfOneWord(name) : [];
  return scripts.length > 1 ? mixedScripts(name, scripts, at) : undefined;
}

function garbled(name: string, at: IssueLocation): Issue {
  const message = `${JSON.stringify(name)} looks like UTF-8 that was read in another encoding. See how the file was made and declare its encoding.`;
  return warningIssue('name-garbled', { message, detail: { name }, at });
}

/** The alphabets of the first word that holds more than one. */
function scriptsOfOneWord(name: string): readonly string[] {
  const words = name.split(/[^\p{Letter}]+/u).map((word) =>
    Object.entries(SCRIPTS)
      .filter(([, letters]) => letters.test(word))
      .map(([script]) => script),
  );
  return words.find((scripts) => scripts.length > 1) ?? [];
}

function mixedScripts(name: string, scripts: readonly string[], at: IssueLocation): Issue {
  const message = `${scripts.join(' and ')} letters stand in one word of ${JSON.stringify(name)}. It is counted apart from the name it looks like; correct it at its source.`;
  return warningIssue('name-mixes-scripts', { message, detail: { name, scripts }, at });
}
