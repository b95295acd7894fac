import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const tables = fileURLToPath(new URL('../../fixtures/editions/', import.meta.url));
const data = fileURLToPath(new URL('../../src/editions/data/', import.meta.url));
const licences = fileURLToPath(new URL('../../src/editions/licences/', import.meta.url));
const rebuilt = mkdtempSync(join(tmpdir(), 'hiilitase-editions-'));

beforeAll(() => {
  execFileSync(process.execPath, [join(tables, 'build.mjs'), rebuilt], { stdio: 'pipe' });
});
afterAll(() => rmSync(rebuilt, { recursive: true }));

/** An edition is never edited: a correction is a new edition with a name of its own. */
const PINNED: Readonly<Record<string, string>> = {
  'ademe-2023.json': 'a511af43ba81a1d3447a6107b71139894eba351054fab5a41bd240d71e6f55b2',
  'defra-2024.json': 'a46ec2036bb213d79a9a9c3127ede1d505db49ef05c0f922b39dbc90a7bdee4c',
  'defra-2025.json': '69331d2629691ce4ed2ab708da85e01a951045aebd6e0f48d6c364fed6140773',
  'defra-2026.json': 'be64e2522cd60ee955e596e2748981b5b1db867b22cc0188f58ab1bb990ba074',
  'epa-2022.json': 'bda912695dbf3e9f54c61b37eee8f1339bd77d9dff1528b9afccc7d6a48a677a',
  'finland-2025.json': '76838958bf27810fb8847d6fba5a1624351781c7ee15372d617f5c5ae8bbf77b',
  'finland-prices-2024.json': '00b3de7c1e30d35b6c22da601bcdea7dd724cc709f00d4c82e4565947154293c',
  'gwp100.json': '028bc91ce0bf263ae2190589a3b710941b90056efa95c4fb25b48cfb6a510941',
  'refrigerants-2026.json': '1daddec245381395bf4295c6d6778afe9362a306caa0a4346b8661192d60f596',
};

/** Rows that may not be in the package: share-alike, unverified terms, or figures that need a check first. */
const FORBIDDEN_IDS =
  /\.electricitymaps\.|\.ember\.|^fi\.el\.jrc\.2020$|^ges1p5\.|^per1p5\.|^hft2022\.|^pcaf2022\.|^ceren2012\.|^ipcc2006\.|syke|^unsourced\./;
const FORBIDDEN_LICENCES = /ODbL|SA-4\.0|share-alike|unverified|GPL/i;

const dataFilesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();

describe('the data of the editions', () => {
  test('are rebuilt byte for byte from the tables beside the script', () => {
    const names = dataFilesOf(data);
    expect(readdirSync(rebuilt).sort()).toEqual(names);
    const changed = names.filter((name) => !readFileSync(join(rebuilt, name)).equals(readFileSync(join(data, name))));
    expect(changed).toEqual([]);
  });

  test('are those that were released: what is corrected gets a new name', () => {
    const sums = dataFilesOf(data).map((name) => [name, sha256(join(data, name))]);
    expect(Object.fromEntries(sums)).toEqual(PINNED);
  });
});

describe('the tables of the editions', () => {
  const names = readdirSync(tables).filter((name) => name.endsWith('.csv'));

  test.each(names)('%s holds no row whose id or licence keeps it out of the package', (name) => {
    const [header = '', ...rows] = readFileSync(join(tables, name), 'utf8').trimEnd().split('\n');
    const place = header.split(',').indexOf('id');
    const ids = place === -1 ? [] : rows.map((row) => row.split(',')[place] ?? '');
    expect(ids.filter((id) => FORBIDDEN_IDS.test(id))).toEqual([]);
    expect(rows.filter((row) => FORBIDDEN_LICENCES.test(row))).toEqual([]);
  });
});

describe('the licences of the editions', () => {
  test('lie beside the data in full', () => {
    const names = ['CC-BY-4.0', 'CC0-1.0', 'OGL-UK-3.0', 'PDDL-1.0', 'etalab-2.0'].map((name) => `${name}.txt`);
    expect(readdirSync(licences).sort()).toEqual(names);
    const short = names.filter((name) => readFileSync(join(licences, name), 'utf8').length < 5000);
    expect(short).toEqual([]);
  });
});

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
