import { describe, expect, test } from 'vitest';
import { cappedIssues } from '../src/capped-issues.js';
import { errorIssue } from '../src/issue.js';

function someIssues(count: number) {
  return Array.from({ length: count }, (_, index) =>
    errorIssue('missing-field', { message: String(index), detail: { field: String(index) } }),
  );
}

describe('cappedIssues', () => {
  test('a thousand issues are kept as they are', () => {
    const capped = cappedIssues();
    const issues = someIssues(1000);
    capped.add(issues.slice(0, 400));
    capped.add(issues.slice(400));
    expect(capped.all()).toEqual(issues);
  });

  test('of more than a thousand the others are counted', () => {
    const capped = cappedIssues();
    capped.add(someIssues(999));
    capped.add(someIssues(3));
    capped.add(someIssues(5));
    expect(capped.all()).toHaveLength(1001);
    expect(capped.all().at(-1)).toEqual({
      code: 'more-issues',
      severity: 'error',
      message: '7 more issues were found after the first 1000. Mend those first.',
      detail: { count: 7 },
    });
  });
});
