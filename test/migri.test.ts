import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFigures } from '../src/cli/figures-command.js';
import { decimalText, Decimal } from '../src/decimal.js';
import { sumOf } from '../src/decimal-sum.js';
import { readProject } from '../src/io/read-project.js';
import { orThrow } from '../src/outcome.js';
import type { AnnualFigures, YearFigures } from '../src/report/annual-figures.js';

const caseFolder = fileURLToPath(new URL('../fixtures/migri/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'hiilitase-migri-'));
const PYTHON = spawnSync('python3', ['--version']).status === 0;

let figures: AnnualFigures;
beforeAll(async () => {
  const project = orThrow(await readProject(join(caseFolder, 'hiilitase.json')));
  figures = orThrow(await projectFigures(project));
});
afterAll(() => rmSync(scratch, { recursive: true }));

const yearOf = (wanted: number): YearFigures => {
  const found = figures.years.find(({ year }) => year === wanted);
  if (found === undefined) throw new Error(`no figures for ${wanted}`);
  return found;
};
/** Writes one digit more behind the text at a path such as `a.b[0].c`; a path that leads to no text is a mistake of the test. */
const appendDigit = (root: unknown, path: string): void => {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  // Parsed JSON: whatever stands at a key, the lookup of the next one in it is checked by the type of what is found at last.
  const parent = keys.reduce((held, key) => (held as Record<string, unknown>)[key], root) as Record<string, unknown>;
  const text = parent[last];
  if (typeof text !== 'string') throw new Error(`no text at ${path}`);
  parent[last] = text.includes('.') ? `${text}1` : `${text}.1`;
};
const sum = (texts: readonly string[]) => decimalText(sumOf(texts.map((text) => new Decimal(text))));

describe('the reference case', () => {
  test('its files are rebuilt byte for byte by the script beside them', () => {
    execFileSync(process.execPath, [join(caseFolder, 'build.mjs'), scratch], { stdio: 'pipe' });
    const { ledger, activities } = JSON.parse(readFileSync(join(scratch, 'hiilitase.json'), 'utf8')) as {
      ledger: { files: { file: string }[] };
      activities: string[];
    };
    const data = ['factors.json', 'mapping.json', 'client-days.json', 'target.json'];
    const returned = ['asked-sites.json', 'supplier-returns.json', 'spend-replacements.json'];
    const names = ['sites.json', 'hiilitase.json', ...data, ...returned, ...activities];
    const files = [...names, ...ledger.files.map(({ file }) => file)];
    const changed = files.filter(
      (file) => !readFileSync(join(scratch, file)).equals(readFileSync(join(caseFolder, file))),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(changed).toEqual([]);
  });

  test.runIf(PYTHON)('an independent program agrees in every digit of every year', () => {
    const output = join(scratch, 'figures.json');
    writeFileSync(output, JSON.stringify(figures));
    const run = spawnSync('python3', [join(caseFolder, 'oracle.py'), '--compare', output], { encoding: 'utf8' });
    expect(`${run.stdout}${run.stderr}`).toMatch(/^\d{3,} figures agree\n$/);
    expect(run.status).toBe(0);
  });

  test.runIf(PYTHON)('and one digit more in one total is a difference to it', () => {
    const [first, ...others] = figures.years;
    if (first === undefined) throw new Error('no figures');
    const total = { ...first.total, locationBased: `${first.total.locationBased}1` };
    const output = join(scratch, 'damaged.json');
    writeFileSync(output, JSON.stringify({ ...figures, years: [{ ...first, total }, ...others] }));
    expect(spawnSync('python3', [join(caseFolder, 'oracle.py'), '--compare', output]).status).toBe(1);
  });

  test.runIf(PYTHON)('and one digit more in figures on reception is a difference to it, each named', () => {
    const damaged = [
      'reception.years[6].readinessShare',
      'reception.byForm[0].years[5].parts[3].emissions',
      'reception.changes[0].causes[3].endToEnd',
      'reception.changes[1].causes[4].yearByYear',
      'reception.changes[1].waterfall[2].level',
      'reception.bridge.years[0].nightBased',
      'reception.returns.status[14].amount',
      'reception.returns.replaced[74].amount',
      'reception.returns.total.withReturns',
    ];
    const copy: unknown = JSON.parse(JSON.stringify(figures));
    damaged.forEach((path) => appendDigit(copy, path));
    const output = join(scratch, 'damaged-reception.json');
    writeFileSync(output, JSON.stringify(copy));
    const run = spawnSync('python3', [join(caseFolder, 'oracle.py'), '--compare', output], { encoding: 'utf8' });
    expect(
      run.stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(damaged);
    expect(run.status).toBe(1);
  });

  test.runIf(PYTHON)('figures without reception are a difference to it', () => {
    const output = join(scratch, 'without-reception.json');
    writeFileSync(output, JSON.stringify({ ...figures, reception: undefined }));
    const run = spawnSync('python3', [join(caseFolder, 'oracle.py'), '--compare', output], { encoding: 'utf8' });
    expect(run.stdout).toBe('reception: missing, or not an object\n');
    expect(run.status).toBe(1);
  });

  test('it says what it is wherever its figures are', () => {
    expect(figures.case).toBe('invented, anchored on published aggregates');
    expect(figures.organisation).toContain('invented');
    expect(figures.target?.name).toBe('branch target applied to the agency alone; no agency allocation is published');
  });

  test.each([
    [2018, '3937500'],
    [2024, '10657143'],
  ])('its client-days of %i are those of the published cost and day price', (year, clientDays) => {
    // 189 000 000 EUR / 48 EUR exactly; 373 000 000 EUR / 35 EUR = 10 657 142.86, rounded to a whole day.
    expect(yearOf(year).denominators?.['client-day']).toBe(clientDays);
  });

  test('scopes, classes and total are the same tonnes on either basis, digit for digit', () => {
    for (const { total, byScope, byClass } of figures.years) {
      for (const basis of ['locationBased', 'marketBased'] as const) {
        expect(sum(byScope.map((scope) => scope[basis]))).toBe(total[basis]);
        expect(sum(byClass.flatMap((found) => (found.calculated ? [found[basis]] : [])))).toBe(total[basis]);
      }
    }
  });

  test('every euro of the ledger is a treatment or unmapped', () => {
    for (const { coverage } of figures.years) {
      const parts = [...(coverage?.byTreatment ?? []), ...(coverage?.unmapped ?? [])];
      expect(sum(parts.map(({ amount }) => amount))).toBe(coverage?.amount);
      expect(parts.reduce((rows, part) => rows + part.rows, 0)).toBe(coverage?.rows);
    }
  });

  test('what nothing was calculated of is not calculated, and not zero', () => {
    const energy = yearOf(2018).byClass.find((found) => found.class === 'Hankitun energian epäsuorat päästöt');
    expect(energy).toEqual({ class: 'Hankitun energian epäsuorat päästöt', calculated: false });
  });

  test('the target is held against the published series only', () => {
    expect(figures.target?.years.map(({ year, actual, allowed }) => [year, actual, allowed])).toEqual([
      [2018, '38269.5', '38269.5'],
      [2021, '22193.38', '31891.25'],
    ]);
    // (38269.5 − 22193.38) / 38269.5 = 0.42007656227…
    expect(figures.target?.years.map(({ reduction }) => reduction)).toEqual(['0', '0.420076562275']);
    expect(figures.target?.milestones.map(({ year, allowed }) => [year, allowed])).toEqual([
      [2027, '19134.75'],
      [2035, '9567.375'],
    ]);
  });

  test('its traps are said and not smoothed over', () => {
    const codes = new Set(figures.years.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
    for (const code of [
      'posting-repeated',
      'posting-unmapped',
      'activity-cut',
      'activity-estimated',
      'factor-assumed',
      'factor-extended',
      'client-days-only-grow',
    ] as const) {
      expect(codes).toContain(code);
    }
  });
});
