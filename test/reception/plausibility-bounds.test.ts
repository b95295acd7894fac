import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { parsePlausibilityBounds } from '../../src/reception/plausibility-bounds.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const row = (changes: object = {}) => ({
  ratio: 'kgCO2e/EUR',
  atLeast: '0.1',
  atMost: '2',
  why: 'a reason',
  ...changes,
});

describe('parsePlausibilityBounds', () => {
  test('one end is enough, and both may be the same', () => {
    const rows = [
      row(),
      row({ atLeast: undefined }),
      row({ atMost: undefined, why: undefined }),
      row({ atLeast: '2' }),
    ];
    expect(orThrow(parsePlausibilityBounds(rows)).map(({ atLeast, atMost }) => [atLeast, atMost])).toEqual([
      [new Decimal('0.1'), new Decimal('2')],
      [undefined, new Decimal('2')],
      [new Decimal('0.1'), undefined],
      [new Decimal('2'), new Decimal('2')],
    ]);
  });

  test.each([
    [{ atLeast: undefined, atMost: undefined }, 'missing-field', 'atMost'],
    [{ atLeast: '2.1' }, 'invalid-value', 'atMost'],
    [{ atLeast: '-1' }, 'invalid-value', 'atLeast'],
    [{ ratio: 'kWh/place-day' }, 'invalid-value', 'ratio'],
    [{ ratio: undefined }, 'missing-field', 'ratio'],
    [{ max: '3' }, 'unknown-key', 'max'],
  ])('%o is refused: %s at %s, with its row', (changes, code, path) => {
    const issues = issuesOf(parsePlausibilityBounds([row(), row(changes)]));
    expect(issues.map(({ code: is, at }) => [is, at?.row, at?.path])).toEqual([[code, 2, path]]);
  });
});
