import { describe, expect, test } from 'vitest';
import { parseWorkbookLayout, xlsxPostings } from 'hiilitase/xlsx';
import { orThrow } from '../../../src/outcome.js';
import { all } from '../../support/bytes.js';
import { date, formula, number, ofType, shared, styled, text, workbookOf } from '../../support/workbooks.js';
import type { BookXml, CellXml, RowXml } from '../../support/workbooks.js';

const LAYOUT = {
  id: 'purchases',
  sheet: 'Ostot',
  headerRow: 1,
  dates: 'serial',
  columns: { account: 'Tili', date: 'Päivä', amount: 'Summa', supplier: 'Toimittaja' },
  ignored: ['Selite'],
};
const TEXT_AMOUNTS = { textAmounts: { decimal: 'comma', thousands: 'space' } };
const HEADER: RowXml = { cells: ['Tili', 'Päivä', 'Summa', 'Toimittaja', 'Selite'].map(text) };

/** A row: account, date, amount, supplier, description; what is left out is usual. */
function row(cells: Partial<Record<'account' | 'date' | 'amount' | 'supplier' | 'note', CellXml>> = {}): RowXml {
  const { account = text('4300'), date: day = date('45292'), amount = number('12.5'), supplier, note } = cells;
  return { cells: [account, day, amount, supplier, note] };
}

async function readBook(book: BookXml, changes: Readonly<Record<string, unknown>> = {}) {
  const layout = orThrow(parseWorkbookLayout({ ...LAYOUT, ...changes }));
  const { postings, issues } = xlsxPostings(workbookOf(book), layout, 'ledger.xlsx');
  return { found: await all(postings), issues };
}

const read = (rows: readonly RowXml[], changes: Readonly<Record<string, unknown>> = {}) =>
  readBook({ rows: [HEADER, ...rows] }, changes);

/** The one issue that a row with this cell gives, in short. */
async function issueOf(cells: Parameters<typeof row>[0], changes: Readonly<Record<string, unknown>> = {}) {
  const { found, issues } = await read([row(cells)], changes);
  expect(found).toEqual([]);
  expect(issues).toHaveLength(1);
  const [issue] = issues;
  return { code: issue?.code, at: issue?.at, detail: issue?.detail, message: issue?.message };
}

describe('a sound workbook', () => {
  test('rows become postings, with the rows of the sheet', async () => {
    const rows = [
      row({ amount: number('-1234.56', 2), supplier: text('Yksi & "Kaksi" <Oy>'), note: text('x') }),
      row({ account: number('4400'), date: date('45351') }),
    ];
    expect(await read(rows)).toEqual({
      found: [
        {
          source: 'ledger.xlsx',
          row: 2,
          account: '4300',
          amount: '-1234.56',
          date: '2024-01-01',
          supplier: 'Yksi & "Kaksi" <Oy>',
        },
        { source: 'ledger.xlsx', row: 3, account: '4400', amount: '12.5', date: '2024-02-29' },
      ],
      issues: [],
    });
  });

  test('the table may stand lower and further right: what is above the header is not read', async () => {
    const moved = (cells: readonly (CellXml | undefined)[]) => [undefined, undefined, ...cells];
    const rows: RowXml[] = [
      { cells: [text('Ostot 2024'), ofType('e', '#REF!')] },
      { cells: moved(HEADER.cells), row: 4 },
      { cells: moved(row().cells), row: 5 },
    ];
    const { found, issues } = await readBook({ rows }, { headerRow: 4 });
    expect([found.map((posting) => posting.row), issues]).toEqual([[5], []]);
  });

  test('addresses may be left out: then cells follow one another', async () => {
    const rows = [
      { ...HEADER, bare: true },
      { cells: row().cells.slice(0, 3), bare: true },
    ];
    const { found, issues } = await readBook({ rows });
    expect([found.map(({ amount }) => amount), issues]).toEqual([['12.5'], []]);
  });

  test('shared texts are read with their runs, without their pronunciation, with their white space', async () => {
    const strings = [
      '<si><t>4300</t></si>',
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Yksi </t></r><r><t>Oy</t></r><rPh sb="0" eb="1"><t>yy</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>a_x000D_\nb_x005F_x000D_</t></si>',
    ];
    const rows = [HEADER, row({ account: shared(0), supplier: shared(1) }), row({ supplier: shared(2) })];
    const { found, issues } = await readBook({ rows, strings });
    expect([found.map(({ supplier }) => supplier), issues]).toEqual([['Yksi Oy', 'a\r\nb_x000D_'], []]);
  });

  test('formulas count by their saved results', async () => {
    const cells = {
      amount: formula('10/4', '2.5'),
      supplier: formula('"Yksi"&" Oy"', 'Yksi_x0020_Oy', 'str'),
      note: formula('1/0'),
    };
    const { found, issues } = await read([row(cells), row({ supplier: formula('""', '', 'str') })]);
    expect([found.map(({ amount, supplier }) => [amount, supplier]), issues]).toEqual([
      [
        ['2.5', 'Yksi Oy'],
        ['12.5', undefined],
      ],
      [],
    ]);
  });

  test('the other day count, of 1904, is that of the workbook', async () => {
    const { found } = await readBook({
      rows: [HEADER, row({ date: date('43830') })],
      properties: '<workbookPr date1904="true"/>',
    });
    expect(found.map((posting) => posting.date)).toEqual(['2024-01-01']);
  });

  test('a strict workbook may write days as days', async () => {
    const { found } = await read([row({ date: ofType('d', '2024-03-01T00:00:00.000') })]);
    expect(found.map((posting) => posting.date)).toEqual(['2024-03-01']);
  });

  test('dates that are text are read in the form that the layout declares', async () => {
    const { found } = await read([row({ date: text('1.3.2024') })], { dates: 'd.M.yyyy' });
    expect(found.map((posting) => posting.date)).toEqual(['2024-03-01']);
  });

  test('names of columns and fields may have white space around them', async () => {
    const header = { cells: ['Tili ', 'Päivä', ' Summa', 'Toimittaja', 'Selite'].map(text) };
    const { found, issues } = await readBook({ rows: [header, row({ supplier: text(' Yksi ') })] });
    expect([found.map(({ supplier }) => supplier), issues]).toEqual([['Yksi'], []]);
  });

  test('empty rows at the end are no rows, however they are formatted', async () => {
    const empty: RowXml = { cells: [styled, styled, text(' '), undefined, text('')] };
    const { found, issues } = await read([row(), empty, empty]);
    expect([found.length, issues]).toEqual([1, []]);
  });

  test('a header alone is a ledger without postings', async () => {
    expect(await read([])).toEqual({ found: [], issues: [] });
  });

  test('hidden rows are read like all others, with a warning', async () => {
    const { found, issues } = await read([row(), { ...row(), attributes: ' hidden="1"' }, row()]);
    expect(found).toHaveLength(3);
    expect(issues).toMatchObject([
      {
        code: 'rows-hidden',
        severity: 'warning',
        detail: { rows: 1, first: 3 },
        at: { source: 'ledger.xlsx', row: 3 },
      },
    ]);
  });

  test('amounts that are text are read where the layout says how, with a warning', async () => {
    const rows = [row({ amount: text('1 234,56') }), row({ amount: number('1234.56') }), row({ amount: text('-5') })];
    const { found, issues } = await read(rows, TEXT_AMOUNTS);
    expect(found.map(({ amount }) => amount)).toEqual(['1234.56', '1234.56', '-5']);
    expect(issues).toMatchObject([
      { code: 'amounts-as-text', severity: 'warning', detail: { rows: 2, first: 2 }, at: { row: 2 } },
    ]);
  });
});

describe('cells that are not read', () => {
  test.each<[string, CellXml, string, string]>([
    ['an error', ofType('e', '#N/A'), 'syntax', '#N/A'],
    ['a truth value', ofType('b', '1'), 'type', 'TRUE'],
    ['a text, where texts are not declared', text('12.5'), 'type', '12.5'],
    ['a number that is shown as a date', date('12.5'), 'type', '12.5'],
    ['a number in a date format of its own', number('12', 4), 'type', '12'],
    ['a day', ofType('d', '2024-01-01'), 'type', '2024-01-01'],
    ['a number past the range', number('1e400'), 'out-of-range', '1e400'],
    ['a double that was calculated', number('0.30000000000000004'), 'unsafe-float', '0.30000000000000004'],
    ['no number', number('12,5'), 'syntax', '12,5'],
    ['infinity', number('INF'), 'not-finite', 'INF'],
  ])('an amount that is %s is an issue, not a zero', async (_, amount, reason, value) => {
    expect(await issueOf({ amount })).toMatchObject({
      code: 'invalid-number',
      detail: { reason, value },
      at: { source: 'ledger.xlsx', row: 2, path: 'Summa' },
      message: expect.stringContaining('C2'),
    });
  });

  test('a format with colours, groups and words in it is none of a date', async () => {
    const { found, issues } = await read([row({ amount: number('12.5', 5) })]);
    expect([found.map(({ amount }) => amount), issues]).toEqual([['12.5'], []]);
  });

  test('a text amount in another form than declared is an issue', async () => {
    expect(await issueOf({ amount: text('1,234.56') }, TEXT_AMOUNTS)).toMatchObject({
      code: 'invalid-number',
      detail: { value: '1,234.56', reason: 'syntax' },
    });
  });

  test('a formula without a saved result is an issue in every column that is read', async () => {
    const unsaved = formula('1+1');
    const { issues } = await read([row({ account: unsaved, date: unsaved, amount: unsaved, supplier: unsaved })]);
    expect(issues.map(({ code, at }) => [code, at?.path])).toEqual([
      ['missing-field', 'Tili'],
      ['missing-field', 'Päivä'],
      ['missing-field', 'Summa'],
      ['missing-field', 'Toimittaja'],
    ]);
    expect((await issueOf({ date: unsaved }, { dates: 'd.M.yyyy' })).code).toBe('missing-field');
  });

  test('saved results do not count where the workbook asks to be calculated anew', async () => {
    const { found, issues } = await readBook({
      rows: [HEADER, row({ amount: formula('10/4', '0') }), row()],
      calculation: '<calcPr calcId="124519" fullCalcOnLoad="1"/>',
    });
    expect([found.map((posting) => posting.row), issues.map(({ code }) => code)]).toEqual([[3], ['missing-field']]);
  });

  test.each<[string, CellXml, string]>([
    ['29 February 1900', date('60'), 'not-real'],
    ['a time of day', date('45292.75'), 'syntax'],
    ['the last day of the calendar', date('2958466'), 'out-of-range'],
    ['a day before the calendar', date('-1'), 'out-of-range'],
    ['a day of 2101', date('73416'), 'out-of-range'],
    ['a day of 1989', date('32873'), 'out-of-range'],
    ['an error', ofType('e', '#VALUE!'), 'type'],
    ['a text', text('1.1.2024'), 'type'],
    ['no number', number('x'), 'syntax'],
  ])('a date that is %s is an issue', async (_, day, reason) => {
    expect(await issueOf({ date: day })).toMatchObject({
      code: 'invalid-date',
      detail: { reason },
      at: { path: 'Päivä' },
    });
  });

  test('the first and the last day that are read', async () => {
    const { found } = await read([row({ date: date('32874') }), row({ date: date('73415') })]);
    expect(found.map((posting) => posting.date)).toEqual(['1990-01-01', '2100-12-31']);
  });

  test('a number of days is no date where the layout declares texts', async () => {
    expect(await issueOf({ date: date('45292') }, { dates: 'd.M.yyyy' })).toMatchObject({
      code: 'invalid-date',
      detail: { reason: 'type', value: '45292' },
    });
  });

  test.each<[string, CellXml]>([
    ['a truth value', ofType('b', '0')],
    ['an error', ofType('e', '#N/A')],
    ['a fraction', number('4300.5')],
    ['a number that is shown with zeros before it', number('42', 3)],
    ['a number that is shown as a date', date('45292')],
    ['half a character', text('_xD800_')],
    ['a control character', text('a_x0001_')],
  ])('a name that is %s is an issue', async (_, account) => {
    expect(await issueOf({ account })).toMatchObject({ code: 'invalid-value', at: { path: 'Tili' } });
  });

  test('whole numbers are names in the formats General, 0 and text', async () => {
    const { found, issues } = await read([row({ account: number('4300', 6) }), row({ account: number('4.3E3') })]);
    expect([found.map(({ account }) => account), issues]).toEqual([['4300', '4300'], []]);
  });

  test('all that is wrong with a row is said at once', async () => {
    const { issues } = await read([
      row({ account: undefined as never, date: date('60'), amount: ofType('e', '#N/A') }),
      { cells: [undefined, undefined, undefined, text('Yhteensä')] },
      { cells: [undefined, date('45292'), ofType('b', '1'), undefined] },
    ]);
    expect(issues.map(({ code, at }) => [code, at?.row, at?.path])).toEqual([
      ['invalid-date', 2, 'Päivä'],
      ['invalid-number', 2, 'Summa'],
      ['total-row', 3, 'Toimittaja'],
      ['invalid-number', 4, 'Summa'],
      ['missing-field', 4, 'Tili'],
    ]);
  });
});

describe('tables that are not read', () => {
  const reasonsOf = async (book: BookXml, changes: Readonly<Record<string, unknown>> = {}) =>
    (await readBook(book, changes)).issues.map(({ code, detail, at }) => [
      code,
      'reason' in detail ? detail.reason : '',
      at?.row,
    ]);

  test('an empty row inside', async () => {
    const { found, issues } = await read([row(), { ...row(), row: 5 }]);
    expect(found).toHaveLength(2);
    expect(issues).toMatchObject([{ code: 'file-syntax', at: { row: 5 }, message: expect.stringContaining('row 3') }]);
  });

  test('a cell beside', async () => {
    const rows = [HEADER, { cells: [...row().cells, text('?')] }];
    expect(await reasonsOf({ rows })).toEqual([
      ['file-syntax', 'the cell F2 is filled, but stands beside the table', 2],
    ]);
  });

  test('merged cells inside; below it they do not matter', async () => {
    const after = '<mergeCells count="2"><mergeCell ref="D2:D3"/><mergeCell ref="A9:B9"/></mergeCells>';
    expect(await reasonsOf({ rows: [HEADER, row(), row()], after })).toEqual([
      ['file-syntax', 'the cells D2:D3 of the table are merged into one. Part them', 2],
    ]);
  });

  test('unknown, missing and repeated columns are all named at once', async () => {
    const header = { cells: ['Tili', 'Summa', 'Summa', 'Maksaja'].map(text) };
    const reasons = await reasonsOf({ rows: [header, row()] });
    expect(reasons).toHaveLength(4);
    expect(reasons.map(([code, , at]) => [code, at])).toEqual(Array.from({ length: 4 }, () => ['file-syntax', 1]));
  });

  test.each<[string, readonly RowXml[]]>([
    ['no row', []],
    ['another row', [{ ...HEADER, row: 2 }]],
    ['a row of blanks', [{ cells: [text(' ')] }]],
  ])('%s where the header should be', async (_, rows) => {
    expect(await reasonsOf({ rows })).toMatchObject([['file-syntax', expect.stringContaining('is empty'), 1]]);
  });

  test('an error among the names', async () => {
    expect(await reasonsOf({ rows: [{ cells: [text('Tili'), ofType('e', '#REF!')] }] })).toMatchObject([
      ['file-syntax', expect.stringContaining('B1'), 1],
    ]);
  });

  test('only one column', async () => {
    const [first] = await reasonsOf({ rows: [{ cells: [text('Tili')] }] });
    expect(first?.[1]).toContain('found Tili');
  });

  test('issues are counted past the first thousand', async () => {
    const { issues } = await read(Array.from({ length: 1005 }, () => row({ amount: ofType('e', '#N/A') })));
    expect(issues).toHaveLength(1001);
    expect(issues.at(-1)).toMatchObject({ code: 'more-issues', detail: { count: 5 } });
  });
});
