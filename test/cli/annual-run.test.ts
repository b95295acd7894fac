import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runYears } from '../../src/cli/annual-run.js';
import { chained, openLedger } from '../../src/cli/ledger-files.js';
import type { FileProgress } from '../../src/cli/ledger-files.js';
import { decimalText } from '../../src/decimal.js';
import { readProject } from '../../src/io/read-project.js';
import type { Project } from '../../src/io/project.js';
import type { Issue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import { all } from '../support/bytes.js';
import { captured } from '../support/captured.js';
import { issuesOf } from '../support/builders.js';
import {
  ENERGY,
  FUEL,
  LEDGER_2018,
  LEDGER_2021,
  MAPPING,
  PROJECT,
  SMALL_PROJECT,
  writeProject,
} from '../support/small-project.js';
import { number, text, workbookOf } from '../support/workbooks.js';
import type { RowXml } from '../support/workbooks.js';

type Files = Readonly<Record<string, unknown>>;

async function projectOf(changes: Files = {}): Promise<Project> {
  return orThrow(await readProject(await writeProject(changes)));
}

async function issuesWith(changes: Files): Promise<readonly Issue[]> {
  return errorsOf(await projectOf(changes));
}

/** What stops the years of a project; warnings come along with it and are left aside. */
async function errorsOf(project: Project): Promise<readonly Issue[]> {
  return issuesOf(await runYears(project)).filter(({ severity }) => severity === 'error');
}

function withFiles(...files: readonly object[]): Files {
  return { 'hiilitase.json': { ...PROJECT, ledger: { ...PROJECT.ledger, files } } };
}

const first = PROJECT.ledger.files[0];

describe('runYears', () => {
  test('each year is calculated from its own ledger and the activities that touch it', async () => {
    const runs = orThrow(await runYears(await projectOf()));
    expect(runs.map(({ year, activities, inventory }) => [year, activities.length, inventory.lines.length])).toEqual([
      [2018, 7, 9],
      [2021, 3, 4],
    ]);
    expect(runs.map(({ ledger }) => ledger?.coverage.rows)).toEqual([8, 2]);
  });

  test('a year without a ledger file is calculated from its activities', async () => {
    const runs = orThrow(await runYears(await projectOf(withFiles(first))));
    expect(runs.map(({ ledger, inventory }) => [ledger?.coverage.rows, inventory.lines.length])).toEqual([
      [8, 9],
      [undefined, 2],
    ]);
  });

  test('a project without a ledger is calculated from its activities', async () => {
    const { ledger, ...without } = PROJECT;
    expect(ledger.mapping).toBe('mapping.json');
    const runs = orThrow(await runYears(await projectOf({ 'hiilitase.json': without })));
    expect(runs.map(({ inventory }) => inventory.lines.length)).toEqual([5, 2]);
  });

  test('several files of one year are one ledger', async () => {
    const more = { year: 2018, file: 'ledgers/more.csv', layout: 'new-system' };
    const changes = { ...withFiles(first, more), 'ledgers/more.csv': LEDGER_2021.replaceAll('2021-06', '2018-06') };
    const [run] = orThrow(await runYears(await projectOf(changes)));
    expect(run?.ledger?.coverage.rows).toBe(10);
  });

  test('an activity over two years is counted in each by its days', async () => {
    const period = { from: '2018-12-02', to: '2019-01-30' };
    const changes = {
      'hiilitase.json': {
        ...PROJECT,
        years: [2018, 2019],
        ledger: { ...PROJECT.ledger, files: PROJECT.ledger.files.filter(({ year }) => year === 2018) },
      },
      'fuel.json': [{ ...FUEL[0], date: undefined, period }],
    };
    const runs = orThrow(await runYears(await projectOf(changes)));
    const found = runs.map(({ inventory }) =>
      inventory.lines
        .filter(({ activityId }) => activityId === 'oil-2018')
        .map(({ id, emissions }) => [id, decimalText(emissions.value)]),
    );
    expect(found).toEqual([
      [['oil-2018/2018-12-02..2018-12-31', '1350']],
      [['oil-2018/2019-01-01..2019-01-30', '1350']],
    ]);
  });

  test('an activity that lies in none of the years is left out, and each year says so in one warning for all such', async () => {
    const changes = {
      'fuel.json': ['2016', '2017'].map((year) => ({ ...FUEL[0], id: `oil-${year}`, date: `${year}-02-01` })),
    };
    const runs = orThrow(await runYears(await projectOf(changes)));
    const warnings = runs.map((run) => run.warnings.filter(({ code }) => code === 'activity-outside-period'));
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toEqual([
      {
        code: 'activity-outside-period',
        severity: 'warning',
        message: '2 activities in none of the years 2018, 2021 left out; the first is oil-2016.',
        detail: { count: 2, first: 'oil-2016' },
      },
    ]);
    expect(warnings[1]).toEqual(warnings[0]);
  });

  test('an activity between two years of the project is not said to lie outside of what holds it', async () => {
    const changes = { 'fuel.json': [{ ...FUEL[0], id: 'oil-2019', date: '2019-02-01' }] };
    const runs = orThrow(await runYears(await projectOf(changes)));
    const warnings = runs.flatMap((run) => run.warnings).filter(({ code }) => code === 'activity-outside-period');
    expect(warnings.map(({ detail }) => detail)).toContainEqual({ count: 1, first: 'oil-2019' });
    expect(warnings.map(({ message }) => message).join('\n')).not.toContain('2018-01-01..2021-12-31');
  });

  test('warnings of reading and folding stand with the year, and name file and row', async () => {
    const estimated = { ...FUEL[0], basis: 'estimated' };
    const [run] = orThrow(await runYears(await projectOf({ 'fuel.json': [estimated] })));
    expect(run?.warnings.map(({ code }) => code)).toEqual(['posting-unmapped']);
    expect(run?.inventory.warnings.map(({ code, at }) => [code, at])).toEqual([
      ['activity-estimated', { source: 'fuel.json', row: 1, activityId: 'oil-2018' }],
      ['factor-assumed', undefined],
    ]);
  });

  test('warnings of the client-day register stand with the years they are about, and name file and row', async () => {
    const rows = SMALL_PROJECT['client-days.json'] as readonly Readonly<Record<string, unknown>>[];
    const crowded = rows.map((row) => (row['month'] === '2021-11' ? { ...row, accommodationNights: '201' } : row));
    const runs = orThrow(await runYears(await projectOf({ 'client-days.json': crowded })));
    expect(runs.map(({ warnings }) => warnings.map(({ code, at }) => [code, at]))).toEqual([
      [['posting-unmapped', { source: 'ledgers/2018.tsv' }]],
      [['nights-above-places', { source: 'client-days.json', row: 23 }]],
    ]);
  });

  test('a project names the instruments of all its years, and a year uses those that are valid in it', async () => {
    const certificate = (year: number) => ({
      id: `green-${year}`,
      kind: 'certificate',
      energy: 'electricity',
      market: 'FI',
      amount: { value: '4000', unit: 'kWh' },
      co2e: '0',
      gwp: 'AR5',
      validFrom: `${year}-01-01`,
      validTo: `${year}-12-31`,
      qualityCriteria: 'met',
      source: { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' },
    });
    const project = { ...PROJECT, instruments: 'green.json' };
    const changes = { 'hiilitase.json': project, 'green.json': [certificate(2018), certificate(2021)] };
    const runs = orThrow(await runYears(await projectOf(changes)));
    const used = runs.map(({ inventory }) => inventory.lines.flatMap(({ instrumentId }) => instrumentId ?? []));
    expect(used).toEqual([['green-2018'], ['green-2021']]);
    const warnings = runs.flatMap(({ inventory }) => inventory.warnings.map(({ code }) => code));
    expect(warnings.filter((code) => code.startsWith('instrument-'))).toEqual([]);
  });

  test('a ledger that ends without a line break is read, with a warning that names file and row', async () => {
    const runs = orThrow(await runYears(await projectOf({ 'ledgers/2021.csv': LEDGER_2021.trimEnd() })));
    expect(runs.map(({ warnings }) => warnings.map(({ code, at }) => [code, at]))).toEqual([
      [['posting-unmapped', { source: 'ledgers/2018.tsv' }]],
      [['file-end-open', { source: 'ledgers/2021.csv', row: 3 }]],
    ]);
    expect(runs.map(({ ledger }) => ledger?.coverage.rows)).toEqual([8, 2]);
  });

  test('all issues of all years are said at once, each with file and row where it has them', async () => {
    const issues = await issuesWith({
      'ledgers/2018.tsv': LEDGER_2018.replace('5.1.2018', '30.2.2018').replace('31.1.2018', '31.1.2081'),
      'ledgers/2021.csv': `${LEDGER_2021}4300;1.234;2021-06-30;;\n4300;1;2021-06-31;;\n`,
      'mapping.json': { ...MAPPING, unmapped: 'refuse' },
      'energy.json': [ENERGY[1], { ...ENERGY[2], grid: 'SE' }],
    });
    expect(issues.map(({ code, at }) => [code, at?.source, at?.row])).toEqual([
      ['rows-rejected', 'ledgers/2018.tsv', undefined],
      ['invalid-date', 'ledgers/2018.tsv', 2],
      ['posting-outside-period', 'ledgers/2018.tsv', 3],
      ['posting-unmapped', 'ledgers/2018.tsv', undefined],
      ['rows-rejected', 'ledgers/2021.csv', undefined],
      ['invalid-number', 'ledgers/2021.csv', 4],
      ['invalid-date', 'ledgers/2021.csv', 5],
      ['factor-not-found', 'energy.json', 2],
      ['residual-mix-missing', 'energy.json', 2],
    ]);
  });

  test('an issue inside an activity names its file and row, and the warnings of the year come with it', async () => {
    const project = await projectOf({ 'fuel.json': [{ ...FUEL[0], fuel: 'peat', basis: 'assumed' }] });
    const issues = issuesOf(await runYears(project));
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['posting-unmapped', 'warning'],
      ['factor-not-found', 'error'],
      ['factor-assumed', 'warning'],
    ]);
    expect(issues[1]?.at).toEqual({ source: 'fuel.json', row: 1, activityId: 'oil-2018' });
  });

  test('an activity that takes the id of a folded purchase is an issue, and not counted twice', async () => {
    const folded = { id: 'reception-services/koivula/2018-01/excluded', kind: 'purchase', date: '2018-01-01' };
    const bought = { ...folded, product: 'catering', amount: { value: '1', unit: 'EUR' }, vat: 'excluded' };
    const issues = await issuesWith({ 'fuel.json': [bought] });
    expect(issues.map(({ code, detail }) => [code, 'id' in detail ? detail.id : ''])).toEqual([
      ['duplicate-id', folded.id],
    ]);
  });

  test('money that is left out for an activity which is not there is an issue', async () => {
    const issues = await issuesWith({ 'energy.json': ENERGY.slice(1) });
    expect(issues.map(({ code, detail }) => [code, detail])).toEqual([
      [
        'posting-not-replaced',
        { activityKind: 'purchased-heat', site: 'koivula', month: '2018-01', rows: 1, amount: '300' },
      ],
    ]);
  });

  test('what could be read of a ledger is folded, so that its own issues are said together with those of its rows', async () => {
    const rows = `${LEDGER_2018}4300\t1.5\t1.1.2018\t\t\r\n`;
    const issues = await issuesWith({ 'ledgers/2018.tsv': rows, 'mapping.json': { ...MAPPING, unmapped: 'refuse' } });
    expect(issues.map(({ code, at }) => [code, at?.row])).toEqual([
      ['invalid-number', 10],
      ['rows-rejected', undefined],
      ['posting-unmapped', undefined],
    ]);
  });

  test('a ledger that is cut is found by what its source says it holds', async () => {
    const ledger = {
      ...PROJECT.ledger,
      files: PROJECT.ledger.files.map((file) => ({ ...file, expect: { rows: file.year === 2018 ? 8 : 2 } })),
    };
    const whole = await projectOf({ 'hiilitase.json': { ...PROJECT, ledger } });
    expect(orThrow(await runYears(whole)).map(({ ledger: folded }) => folded?.coverage.rows)).toEqual([8, 2]);
    const cut = LEDGER_2018.split('\r\n')
      .filter((_, line) => line !== 5)
      .join('\r\n');
    const issues = await issuesWith({ 'hiilitase.json': { ...PROJECT, ledger }, 'ledgers/2018.tsv': cut });
    expect(issues.map(({ code, detail, at }) => [code, detail, at])).toEqual([
      ['control-total-differs', { what: 'rows', expected: '8', found: '7' }, { source: 'ledgers/2018.tsv' }],
    ]);
  });

  describe('with a ledger in a workbook', () => {
    const layout = {
      id: 'workbook',
      sheet: 'Ostot',
      headerRow: 1,
      dates: 'yyyy-MM-dd',
      columns: { account: 'account', amount: 'amount', date: 'date', supplier: 'supplier', site: 'site' },
    };
    const projectFile = (file: object) => ({
      ...PROJECT,
      ledger: {
        ...PROJECT.ledger,
        layouts: [...PROJECT.ledger.layouts, layout],
        files: [PROJECT.ledger.files[0], { year: 2021, file: 'ledgers/2021.xlsx', layout: 'workbook', ...file }],
      },
    });
    const row = (account: string, amount: string, ...names: readonly string[]) => ({
      cells: [text(account), number(amount), ...['2021-06-30', ...names].map(text)],
    });
    const rows = [
      { cells: ['account', 'amount', 'date', 'supplier', 'site'].map(text) },
      row('4300', '53000', 'Yksi "Oy"', 'koivula'),
      row('4500', '100'),
    ];
    const files = (book: readonly RowXml[], file: object = {}) => ({
      'hiilitase.json': projectFile(file),
      'ledgers/2021.csv': undefined,
      'ledgers/2021.xlsx': workbookOf({ rows: book }),
    });

    test('the years are those of the same ledger as text, and every row can be looked up', async () => {
      const asText = orThrow(await runYears(await projectOf()));
      const path = await writeProject(files(rows, { expect: { rows: 2, sum: '53100' } }));
      const project = orThrow(await readProject(path));
      const runs = orThrow(await runYears(project));
      expect(runs.map(({ ledger }) => ledger)).toEqual(asText.map(({ ledger }) => ledger));
      expect(runs.map(({ inventory }) => inventory.lines)).toEqual(asText.map(({ inventory }) => inventory.lines));
      const line = runs[1]?.inventory.lines.find(({ product }) => product === 'catering')?.id ?? 'none';
      const { out } = await captured('explain', line, path);
      expect(out.join()).toContain('ledgers/2021.xlsx, row 3: 2021-06-30, account 4500');
    });

    test('beside another file of the same year, each is held against its own totals', async () => {
      const whole = projectFile({ expect: { rows: 2, sum: '53100' } });
      const both = [...whole.ledger.files, { ...PROJECT.ledger.files[1], expect: { rows: 2, sum: '53100' } }];
      const inOrder = { ...whole, ledger: { ...whole.ledger, files: [...both].reverse() } };
      for (const project of [{ ...whole, ledger: { ...whole.ledger, files: both } }, inOrder]) {
        const changes = { ...files(rows), 'hiilitase.json': project, 'ledgers/2021.csv': LEDGER_2021 };
        const runs = orThrow(await runYears(await projectOf(changes)));
        expect(runs.map(({ ledger }) => ledger?.coverage.rows)).toEqual([8, 4]);
      }
    });

    test('a row that cannot be read, and totals that differ, are issues of the workbook', async () => {
      const issues = await issuesWith(files([...rows, row('4500', '1.005')], { expect: { rows: 3 } }));
      expect(issues.map(({ code, at }) => [code, at?.source, at?.row])).toEqual([
        ['control-total-differs', 'ledgers/2021.xlsx', undefined],
        ['invalid-number', 'ledgers/2021.xlsx', 4],
      ]);
    });

    test('a file that is no workbook is an issue with its name', async () => {
      const issues = await issuesWith({ ...files(rows), 'ledgers/2021.xlsx': 'account;amount' });
      expect(issues.map(({ code, at }) => [code, at?.source])).toEqual([['file-syntax', 'ledgers/2021.xlsx']]);
    });
  });

  test('who watches is told of every file, up to its last byte and row', async () => {
    const told: FileProgress[] = [];
    await runYears(await projectOf(), (progress) => told.push(progress));
    const size = (text: string) => new TextEncoder().encode(text).length;
    expect(told).toEqual([
      { file: 'ledgers/2018.tsv', bytes: size(LEDGER_2018), size: size(LEDGER_2018), rows: 8 },
      { file: 'ledgers/2021.csv', bytes: size(LEDGER_2021), size: size(LEDGER_2021), rows: 2 },
    ]);
  });

  test.each(['ledgers/2018.tsv', 'ledgers/2021.csv'])('%s missing is an issue with its name', async (name) => {
    const issues = await issuesWith({ [name]: undefined });
    expect(issues).toEqual([
      {
        code: 'file-unreadable',
        severity: 'error',
        message:
          "The file cannot be opened: it does not exist. Check its name and place; files are named from the project file's folder.",
        detail: { file: name, reason: 'it does not exist' },
        at: { source: name },
      },
    ]);
  });

  test('the second file of a year missing is an issue with its name, and no crash', async () => {
    const missing = { year: 2018, file: 'ledgers/missing.csv', layout: 'new-system' };
    const long = `${LEDGER_2018}${'9990\t1,00\t31.12.2018\t\t\r\n'.repeat(50_000)}`;
    const issues = await issuesWith({ ...withFiles(first, missing), 'ledgers/2018.tsv': long });
    expect(issues.map(({ code, at }) => [code, at?.source])).toEqual([['file-unreadable', 'ledgers/missing.csv']]);
  });

  test('of two names of which one ends like the other, the missing file is named', async () => {
    const files = [
      { year: 2018, file: '2018.tsv', layout: 'old-system' },
      { year: 2018, file: 'old-2018.tsv', layout: 'old-system' },
    ];
    const issues = await issuesWith({ ...withFiles(...files), '2018.tsv': LEDGER_2018 });
    expect(issues.map(({ at }) => at?.source)).toEqual(['old-2018.tsv']);
  });

  test('a folder in place of a ledger is an issue', async () => {
    const project = await projectOf({ 'ledgers/2018.tsv': undefined });
    await mkdir(join(project.folder, 'ledgers', '2018.tsv'));
    expect((await errorsOf(project)).map(({ code, at, detail }) => [code, at, detail])).toEqual([
      ['file-unreadable', { source: 'ledgers/2018.tsv' }, { file: 'ledgers/2018.tsv', reason: 'it is a folder' }],
    ]);
  });
});

describe('openLedger and chained', () => {
  test('files are streamed one after the other, each row with its file', async () => {
    const path = await writeProject();
    const project = orThrow(await readProject(path));
    expect(project.folder).toBe(dirname(path));
    const ledgers = await Promise.all((project.ledger?.files ?? []).map((file) => openLedger(project, file)));
    const postings = await all(chained(ledgers));
    expect(postings.map(({ source, row }) => `${source ?? ''} ${row}`)).toEqual([
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((row) => `ledgers/2018.tsv ${row}`),
      ...[2, 3].map((row) => `ledgers/2021.csv ${row}`),
    ]);
    expect(ledgers.flatMap(({ issues }) => issues)).toEqual([]);
  });
});
