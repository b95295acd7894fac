import { errorIssue } from './issue.js';
import type { Issue } from './issue.js';

const ISSUES_AT_MOST = 1000;

/** Issues of a stream of records: the first thousand, and the number of the others. */
export interface CappedIssues {
  readonly add: (issues: readonly Issue[]) => void;
  readonly all: () => readonly Issue[];
}

/** A list of issues that a file full of faults cannot make longer than memory. Issues: `more-issues`, of the file if one is named. */
export function cappedIssues(source?: string): CappedIssues {
  const kept: Issue[] = [];
  let count = 0;
  return {
    add: (issues) => {
      const room = ISSUES_AT_MOST - kept.length;
      kept.push(...issues.slice(0, room));
      count += Math.max(0, issues.length - room);
    },
    all: () => (count === 0 ? [...kept] : [...kept, moreIssues(count, source)]),
  };
}

function moreIssues(count: number, source: string | undefined): Issue {
  const place = source === undefined ? '' : ' in this file';
  const message = `${count} more issues were found${place} after the first ${ISSUES_AT_MOST}. Mend those first.`;
  return errorIssue('more-issues', { message, detail: { count }, ...(source === undefined ? {} : { at: { source } }) });
}
