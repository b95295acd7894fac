import { describe, expect, test } from 'vitest';
import { projectSchema } from '../../src/io/project.js';
import { projectIssues, repeatedIn } from '../../src/io/repeated-names.js';
import { PROJECT } from '../support/small-project.js';

const twice = (value: string, path: string) => ({
  code: 'invalid-value',
  severity: 'error',
  message: `${value} is named twice. Take one out: nothing may be counted twice.`,
  detail: { value, expected: 'each once', nearest: [] },
  at: { path },
});

describe('repeatedIn', () => {
  test('values that all differ are no issue', () => {
    expect([repeatedIn([], 'years'), repeatedIn([2018, 2019], 'years'), repeatedIn(['a', 'A'], 'names')]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('each value that is named again is one issue, however often', () => {
    expect(repeatedIn([2018, 2019, 2018, 2020, 2018, 2019], 'years')).toEqual([
      twice('2018', 'years'),
      twice('2019', 'years'),
    ]);
  });
});

describe('projectIssues', () => {
  const issuesWith = (changes: object) => projectIssues(projectSchema.parse({ ...PROJECT, ...changes }));
  const [first, second] = PROJECT.ledger.files;
  const ledger = (...files: readonly object[]) => ({ ledger: { ...PROJECT.ledger, files } });

  test('a sound project has none, with a ledger or without', () => {
    expect([issuesWith({}), issuesWith({ ledger: undefined })]).toEqual([[], []]);
  });

  test('years, files of activities and ledger files that are named twice are all said at once', () => {
    const changes = { years: [2018, 2021, 2018], activities: ['energy.json', 'energy.json'] };
    expect(issuesWith({ ...changes, ...ledger(first, second, first) })).toEqual([
      twice('2018', 'years'),
      twice('energy.json', 'activities'),
      twice('ledgers/2018.tsv', 'ledger.files'),
    ]);
  });

  test('two ledger files of one year are two files', () => {
    expect(issuesWith(ledger(first, { ...second, year: 2018 }))).toEqual([]);
  });

  test('one file under two names is one file', () => {
    expect(issuesWith(ledger(first, { ...first, file: './ledgers/2018.tsv' })).map(({ at }) => at?.path)).toEqual([
      'ledger.files',
    ]);
  });

  test('a ledger file of a year that is not calculated is an issue', () => {
    expect(issuesWith({ years: [2018] })).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message:
          'The ledger file ledgers/2021.csv is of 2021, which is not among the years. Add the year, or take the file out.',
        detail: { value: '2021', expected: 'a year of the project', nearest: [] },
        at: { path: 'ledger.files' },
      },
    ]);
  });
});
