import { describe, expect, test } from 'vitest';
import { decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { parseTarget, targetSchema } from '../../src/target/target.js';
import { codesOf, issuesOf } from '../support/builders.js';

const target = {
  name: 'Half by 2027',
  baseYear: 2018,
  milestones: [
    { year: 2027, reduction: '0.5' },
    { year: 2035, reduction: '0.75' },
  ],
  path: 'linear',
};

describe('parseTarget', () => {
  test('a target is read with its shares exact and its milestones in order', () => {
    const { milestones, ...rest } = orThrow(parseTarget(target));
    expect(rest).toEqual({ name: 'Half by 2027', baseYear: 2018, path: 'linear' });
    expect(milestones.map(({ year, reduction }) => [year, decimalText(reduction)])).toEqual([
      [2027, '0.5'],
      [2035, '0.75'],
    ]);
  });

  test('a constant rate is the other path', () => {
    expect(orThrow(parseTarget({ ...target, path: 'constant-rate' })).path).toBe('constant-rate');
  });

  test('the milestones may hold a level, and may go from nothing at all to everything', () => {
    const milestones = [
      { year: 2019, reduction: 0 },
      { year: 2027, reduction: '0.5' },
      { year: 2028, reduction: '0.50' },
      { year: 2035, reduction: 1 },
    ];
    expect(codesOf(parseTarget({ ...target, milestones }))).toEqual([]);
  });

  test('every fault is an issue with its field', () => {
    const { name, ...without } = target;
    const milestones = [{ year: 2027.5, reduction: '50' }, { year: '2035', reduction: '-0.5' }, { year: 1989 }];
    const outcome = parseTarget({ ...without, nmae: name, baseYear: 2101, milestones, path: 'straight' });
    expect(issuesOf(outcome).map(({ code, at }) => [at?.path, code])).toEqual([
      ['name', 'missing-field'],
      ['baseYear', 'invalid-value'],
      ['milestones.0.year', 'invalid-value'],
      ['milestones.0.reduction', 'invalid-value'],
      ['milestones.1.year', 'invalid-value'],
      ['milestones.1.reduction', 'invalid-value'],
      ['milestones.2.year', 'invalid-value'],
      ['milestones.2.reduction', 'missing-field'],
      ['path', 'invalid-value'],
      ['nmae', 'unknown-key'],
    ]);
  });

  test('a reduction is a share and not a percentage', () => {
    const [issue] = issuesOf(parseTarget({ ...target, milestones: [{ year: 2027, reduction: '50' }] }));
    expect(issue?.message).toBe('"50" does not fit: expected a share from 0 to 1, such as "0.5" for 50 %.');
  });

  test('a target without milestones is no target', () => {
    expect(issuesOf(parseTarget({ ...target, milestones: [] }))).toEqual([
      {
        code: 'target-milestones',
        severity: 'error',
        message:
          'The milestones of the target do not fit: it has none. List them by year, each cutting at least as much as the one before.',
        detail: { reason: 'it has none' },
        at: { path: 'milestones' },
      },
    ]);
  });

  test('milestones that are not after the base year, out of order, or looser than the one before are all named', () => {
    const milestones = [
      { year: 2018, reduction: '0.1' },
      { year: 2035, reduction: '0.75' },
      { year: 2035, reduction: '0.75' },
      { year: 2027, reduction: '0.5' },
      { year: 2040, reduction: '0.49' },
    ];
    const issues = issuesOf(parseTarget({ ...target, milestones }));
    expect(issues.map(({ code, detail, at }) => [code, detail, at?.path])).toEqual([
      ['target-milestones', { reason: '2018 does not come after 2018' }, 'milestones.0'],
      ['target-milestones', { reason: '2035 does not come after 2035' }, 'milestones.2'],
      ['target-milestones', { reason: '2027 does not come after 2035' }, 'milestones.3'],
      ['target-milestones', { reason: '2027 allows more than 2035' }, 'milestones.3'],
      ['target-milestones', { reason: '2040 allows more than 2027' }, 'milestones.4'],
    ]);
  });
});

describe('targetSchema', () => {
  test('it reads the shape; the order of the milestones is for parseTarget', () => {
    expect(targetSchema.safeParse({ ...target, milestones: [] }).success).toBe(true);
    expect(targetSchema.safeParse({ ...target, note: 'agreed' }).success).toBe(false);
  });
});
