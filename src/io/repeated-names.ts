import { normalize } from 'node:path';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import type { ProjectFile } from './project.js';

/** One issue for each value that a list names twice; the last one must not win, and nothing may be counted twice. */
export function repeatedIn(values: readonly (string | number)[], path: string): readonly Issue[] {
  const repeated = values.filter((value, index) => values.indexOf(value) !== index).map(String);
  return [...new Set(repeated)].map((value) => {
    const message = `${value} is named twice. Take one out: nothing may be counted twice.`;
    return errorIssue('invalid-value', {
      message,
      detail: { value, expected: 'each once', nearest: [] },
      at: { path },
    });
  });
}

/** What a project file names twice (two spellings of one path are one name), and ledger files of years that are not calculated. */
export function projectIssues({ years, activities, ledger }: ProjectFile): readonly Issue[] {
  const files = ledger?.files ?? [];
  const strangers = files.filter(({ year }) => !years.includes(year)).map(({ file, year }) => otherYear(file, year));
  return [
    ...repeatedIn(years, 'years'),
    ...repeatedIn(activities.map(normalize), 'activities'),
    ...repeatedIn(
      files.map(({ file }) => normalize(file)),
      'ledger.files',
    ),
    ...strangers,
  ];
}

function otherYear(file: string, year: number): Issue {
  const message = `The ledger file ${file} is of ${year}, which is not among the years. Add the year, or take the file out.`;
  const detail = { value: String(year), expected: 'a year of the project', nearest: [] };
  return errorIssue('invalid-value', { message, detail, at: { path: 'ledger.files' } });
}
