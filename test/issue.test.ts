import { describe, expect, test } from 'vitest';
import { describeIssue, describeLocation, errorIssue, locateIssue, warningIssue } from '../src/issue.js';

const text = { message: 'The field grid is missing.', detail: { field: 'grid' } };

describe('errorIssue', () => {
  test('it is a plain record without a place unless one is given', () => {
    expect(JSON.parse(JSON.stringify(errorIssue('missing-field', text)))).toEqual({
      code: 'missing-field',
      severity: 'error',
      message: 'The field grid is missing.',
      detail: { field: 'grid' },
    });
    expect(errorIssue('missing-field', { ...text, at: { row: 3 } }).at).toEqual({ row: 3 });
  });
});

describe('warningIssue', () => {
  test('it differs from an error by its severity alone', () => {
    const { severity, ...rest } = warningIssue('missing-field', text);
    expect(severity).toBe('warning');
    expect({ ...rest, severity: 'error' }).toEqual(errorIssue('missing-field', text));
  });
});

describe('locateIssue', () => {
  test('what the issue says of its own place is kept, the rest is added, and the issue itself does not change', () => {
    const issue = Object.freeze(errorIssue('missing-field', { ...text, at: { path: 'grid', row: 3 } }));
    expect(locateIssue(issue, { source: 'energy.json', row: 8 }).at).toEqual({
      source: 'energy.json',
      row: 3,
      path: 'grid',
    });
    expect(issue.at).toEqual({ path: 'grid', row: 3 });
  });

  test('an issue without a place gets one', () => {
    expect(locateIssue(errorIssue('missing-field', text), { row: 8 })).toEqual({
      ...errorIssue('missing-field', text),
      at: { row: 8 },
    });
  });
});

describe('describeLocation', () => {
  test.each([
    [undefined, ''],
    [{}, ''],
    [{ source: 'purchases-2018.tsv' }, 'purchases-2018.tsv'],
    [{ row: 12 }, 'row 12'],
    [{ path: 'amount.unit' }, 'field amount.unit'],
    [{ activityId: 'p-1' }, 'activity p-1'],
    [
      { path: 'amount', activityId: 'p-1', row: 12, source: 'purchases-2018.tsv' },
      'purchases-2018.tsv, row 12, activity p-1, field amount',
    ],
  ])('%o reads %j', (at, expected) => {
    expect(describeLocation(at)).toBe(expected);
  });
});

describe('describeIssue', () => {
  test('severity, place, message and code stand on one line', () => {
    const error = errorIssue('missing-field', { ...text, at: { source: 'energy.json', row: 3 } });
    expect(describeIssue(error)).toBe('error: energy.json, row 3: The field grid is missing. [missing-field]');
  });

  test('without a place there is no gap where it would stand', () => {
    expect(describeIssue(warningIssue('missing-field', { ...text, at: {} }))).toBe(
      'warning: The field grid is missing. [missing-field]',
    );
  });
});
