import { describe, expect, test } from 'vitest';
import { duplicateIds } from '../src/duplicate-ids.js';

const records = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('duplicateIds', () => {
  test('ids of their own are no issue', () => {
    expect(duplicateIds([])).toEqual([]);
    expect(duplicateIds(records('a', 'A', 'a ', '1', '01'))).toEqual([]);
  });

  test('each repeated id is one issue with all its rows, placed at the last', () => {
    expect(duplicateIds(records('b', 'a', 'c', 'a', 'b', 'a'))).toEqual([
      {
        code: 'duplicate-id',
        severity: 'error',
        message: 'The id "b" is used in rows 1, 5. Give each record an id of its own.',
        detail: { id: 'b', rows: [1, 5] },
        at: { row: 5, path: 'id' },
      },
      {
        code: 'duplicate-id',
        severity: 'error',
        message: 'The id "a" is used in rows 2, 4, 6. Give each record an id of its own.',
        detail: { id: 'a', rows: [2, 4, 6] },
        at: { row: 6, path: 'id' },
      },
    ]);
  });

  test('what has no text for an id is passed over, and rows are counted with it', () => {
    const rows: readonly unknown[] = [null, { id: 'a' }, 'a', { id: 7 }, {}, ['a'], { id: 7 }, { id: 'a' }, undefined];
    expect(duplicateIds(rows).map(({ detail }) => detail)).toEqual([{ id: 'a', rows: [2, 8] }]);
  });

  test('the message names ten rows and counts the others; the detail holds all', () => {
    const eleven = Array.from({ length: 11 }, () => ({ id: 'a' }));
    const [ten] = duplicateIds(eleven.slice(1));
    expect(ten?.message).toBe(
      'The id "a" is used in rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10. Give each record an id of its own.',
    );
    const [more] = duplicateIds(eleven);
    expect(more?.message).toBe(
      'The id "a" is used in rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more. Give each record an id of its own.',
    );
    expect(more?.detail).toEqual({ id: 'a', rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
  });

  test('names of inherited properties are ids like any other', () => {
    expect(duplicateIds(records('constructor', '__proto__'))).toEqual([]);
    expect(duplicateIds(records('__proto__', '__proto__')).map(({ detail }) => detail)).toEqual([
      { id: '__proto__', rows: [1, 2] },
    ]);
  });

  test('one id on every row of a large file is one issue', () => {
    const issues = duplicateIds(Array.from({ length: 300_000 }, () => ({ id: 'a' })));
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([['duplicate-id', 300_000]]);
  });
});
