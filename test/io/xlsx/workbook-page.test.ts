import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseWorkbookLayout, xlsxPostings } from 'hiilitase/xlsx';
import { orThrow } from '../../../src/outcome.js';
import { all } from '../../support/bytes.js';
import { date, number, text, workbookOf } from '../../support/workbooks.js';

const PAGE = readFileSync(new URL('../../../docs/methods/workbooks.md', import.meta.url), 'utf8');

test('the layout of the page reads a sheet as the page says', async () => {
  const json = /```json\n([\s\S]*?)\n```/.exec(PAGE)?.[1] ?? '';
  const layout = orThrow(parseWorkbookLayout(JSON.parse(json)));
  const header = ['Tili', 'Päivä', 'Summa', 'Toimittaja', 'Selite'].map(text);
  const bytes = workbookOf({
    rows: [
      { cells: [text('Ostot 2024')] },
      { cells: header, row: 3 },
      { cells: [number('4300'), date('45292'), number('1234.5599999999999'), text('Yksi Oy')] },
      { cells: [number('4300'), date('45293'), text('1 234,56'), text('Yksi Oy'), text('?')] },
    ],
  });
  const { postings, issues } = xlsxPostings(bytes, layout, 'purchases.xlsx');
  expect((await all(postings)).map(({ row, amount, date: day }) => [row, amount, day])).toEqual([
    [4, '1234.56', '2024-01-01'],
    [5, '1234.56', '2024-01-02'],
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['amounts-as-text']);
});
