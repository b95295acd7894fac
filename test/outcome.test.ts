import { describe, expect, test } from 'vitest';
import { errorIssue, warningIssue } from '../src/issue.js';
import {
  HiilitaseError,
  collect,
  combine,
  failure,
  failureOf,
  located,
  orThrow,
  outcomeOf,
  programError,
  success,
  unreachable,
} from '../src/outcome.js';

const missing = (field: string) =>
  errorIssue('missing-field', { message: `The field ${field} is missing.`, detail: { field } });
const assumed = warningIssue('factor-assumed', { message: 'A guess.', detail: { id: 'a', note: 'a guess' } });
const noGrid = missing('grid');
const noUnit = missing('unit');

describe('success', () => {
  test('it holds the value, and no issues unless warnings travel with it', () => {
    expect(success(7)).toEqual({ ok: true, value: 7, issues: [] });
    expect(success(7, [assumed])).toEqual({ ok: true, value: 7, issues: [assumed] });
  });
});

describe('failure', () => {
  test('it has no value and all its issues in their order', () => {
    expect(failure(noUnit, noGrid)).toEqual({ ok: false, issues: [noUnit, noGrid] });
    expect(failureOf([noGrid, assumed])).toEqual({ ok: false, issues: [noGrid, assumed] });
  });
});

describe('outcomeOf', () => {
  test('warnings travel with the value', () => {
    expect(outcomeOf([assumed], () => 'figure')).toEqual({ ok: true, value: 'figure', issues: [assumed] });
  });

  test('one error and there is no value; it is not even asked for', () => {
    const value = () => {
      throw new Error('asked for');
    };
    expect(outcomeOf([assumed, noGrid], value)).toEqual({ ok: false, issues: [assumed, noGrid] });
  });
});

describe('collect', () => {
  test('all values in their order, with the warnings of all', () => {
    expect(collect([success(1), success(2, [assumed]), success(3)])).toEqual({
      ok: true,
      value: [1, 2, 3],
      issues: [assumed],
    });
  });

  test('one failure, and the issues of all of them come back together', () => {
    const outcomes = [failure(noUnit), success(2, [assumed]), failure(noGrid)];
    expect(collect(outcomes)).toEqual({ ok: false, issues: [noUnit, assumed, noGrid] });
  });

  test('a failure is one whatever its issues are: no value is left out of the list', () => {
    expect(collect([success(1), failure(assumed), success(3)])).toEqual({ ok: false, issues: [assumed] });
  });

  test('nothing is the empty list, and undefined is a value', () => {
    expect(collect([])).toEqual({ ok: true, value: [], issues: [] });
    expect(collect([success(undefined)])).toEqual({ ok: true, value: [undefined], issues: [] });
  });
});

describe('combine', () => {
  test('a record of outcomes is a record of values, with the warnings of all', () => {
    const outcome = combine({ grid: success('FI', [assumed]), site: success(undefined) });
    expect(outcome).toEqual({ ok: true, value: { grid: 'FI', site: undefined }, issues: [assumed] });
    expect(Object.keys(orThrow(outcome))).toEqual(['grid', 'site']);
  });

  test('the issues of every failed part come back together', () => {
    const outcome = combine({ unit: failure(noUnit), factor: success(1, [assumed]), grid: failure(noGrid) });
    expect(outcome).toEqual({ ok: false, issues: [noUnit, assumed, noGrid] });
  });

  test('a failure is one whatever its issues are: no key is left out of the record', () => {
    const outcome = combine<{ grid: string; unit: string }>({ grid: failure(assumed), unit: success('kWh') });
    expect(outcome).toEqual({ ok: false, issues: [assumed] });
  });
});

describe('located', () => {
  test('every issue is placed, and what it says of its own place stays', () => {
    const placed = { ...noGrid, at: { path: 'grid', row: 3 } };
    expect(located(failure(placed, noUnit), { source: 'energy.json', row: 9 }).issues).toEqual([
      { ...noGrid, at: { source: 'energy.json', row: 3, path: 'grid' } },
      { ...noUnit, at: { source: 'energy.json', row: 9 } },
    ]);
  });

  test('a value stays, and its warnings are placed', () => {
    expect(located(success(7, [assumed]), { row: 2 })).toEqual({
      ok: true,
      value: 7,
      issues: [{ ...assumed, at: { row: 2 } }],
    });
  });
});

describe('orThrow', () => {
  test('a value comes out, warnings or not', () => {
    expect(orThrow(success(7, [assumed]))).toBe(7);
  });

  test('a failure is thrown with every issue, and one line of text for each', () => {
    let thrown: unknown;
    try {
      orThrow(failure(noGrid, { ...noUnit, at: { row: 4 } }));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(HiilitaseError);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({
      name: 'HiilitaseError',
      issues: [noGrid, { ...noUnit, at: { row: 4 } }],
      message:
        'error: The field grid is missing. [missing-field]\nerror: row 4: The field unit is missing. [missing-field]',
    });
  });
});

describe('programError', () => {
  test('the mistake is an issue of its own, so that the one error class is enough', () => {
    const { issues, message } = programError('Kilograms are no tonnes.');
    expect(issues).toEqual([
      {
        code: 'program-error',
        severity: 'error',
        message: 'Kilograms are no tonnes.',
        detail: { reason: 'Kilograms are no tonnes.' },
      },
    ]);
    expect(message).toBe('error: Kilograms are no tonnes. [program-error]');
  });
});

describe('unreachable', () => {
  test('a value from outside the types throws and is named', () => {
    expect(() => unreachable('teleport' as never)).toThrow(
      'A closed switch was left through an unknown value: teleport.',
    );
  });
});
