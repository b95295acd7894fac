import { warningIssue } from '../issue.js';
import type { Issue, IssueLocation } from '../issue.js';

const SCRIPTS = { Latin: /\p{Script=Latin}/u, Cyrillic: /\p{Script=Cyrillic}/u, Greek: /\p{Script=Greek}/u } as const;
const BEYOND_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Looks at every name once and warns where letters of two alphabets stand in one word: they look alike, and group apart. */
export interface NameChecker {
  readonly look: (name: string | undefined, at: IssueLocation) => void;
  readonly warnings: () => readonly Issue[];
}

/** A checker for the names of one fold. Issues: `name-mixes-scripts` (warning), one for each such name, where it first stood. */
export function nameChecker(): NameChecker {
  const seen = new Set<string>();
  const found: Issue[] = [];
  return {
    look: (name, at) => {
      if (name === undefined || seen.has(name)) return;
      seen.add(name);
      const scripts = BEYOND_LATIN.test(name) ? scriptsOfOneWord(name) : [];
      if (scripts.length > 1) found.push(mixedScripts(name, scripts, at));
    },
    warnings: () => found,
  };
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
