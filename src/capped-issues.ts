import { errorIssue } from './issue.js';
import type { Issue } from './issue.js';

const ISSUES_AT_MOST = 1000;

/** Issues of a stream of records: the first thousand, and the number of the others. */
export interface CappedIssues {
  readonly add: (issues: readonly Issue[]) => void;
  readonly all: () => readonly Issue[];
}

/** A list of issues that a file full of faults cannot make longer than memory. Issues: `more-issues`. */
export function cappedIssues(): CappedIssues {
  const kept: Issue[] = [];
  let count = 0;
  return {
    add: (issues) => {
      const room = ISSUES_AT_MOST - kept.length;
      kept.push(...issues.slice(0, room));
      count += Math.max(0, issues.length - room);
    },
    all: () => (count === 0 ? [...kept] : [...kept, moreIssues(count)]),
  };
}

function moreIssues(count: number): Issue {
  const message = `${count} more issues were found after the first ${ISSUES_AT_MOST}. Mend those first.`;
  return errorIssue('more-issues', { message, detail: { count } });
}
