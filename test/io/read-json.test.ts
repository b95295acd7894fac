import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJson, reasonOf } from '../../src/io/read-json.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';
import { temporaryFolder } from '../support/small-project.js';

async function aFile(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), 'a.json');
  await writeFile(path, content);
  return path;
}

const unreadable = (reason: string) => ({
  code: 'file-unreadable',
  severity: 'error',
  message: `The file cannot be opened: ${reason}. Check its name and place; files are named from the project file's folder.`,
  detail: { file: 'data/a.json', reason },
  at: { source: 'data/a.json' },
});

describe('readJson', () => {
  test('a file is read as the value it holds', async () => {
    const path = await aFile('{ "määrä": ["1.50", 2, null, true] }\n');
    expect(orThrow(await readJson(path, 'a.json'))).toEqual({ määrä: ['1.50', 2, null, true] });
  });

  test('jsn-008: a byte-order mark is passed over', async () => {
    expect(orThrow(await readJson(await aFile('\uFEFF{"kWh":"1"}'), 'a.json'))).toEqual({ kWh: '1' });
  });

  test('a file that does not exist is an issue under the name it was given', async () => {
    const path = join(await temporaryFolder(), 'a.json');
    expect(issuesOf(await readJson(path, 'data/a.json'))).toEqual([unreadable('it does not exist')]);
  });

  test('fil-009: a folder is no file', async () => {
    const path = join(await temporaryFolder(), 'a.json');
    await mkdir(path);
    expect(issuesOf(await readJson(path, 'data/a.json'))).toEqual([unreadable('it is not a regular file')]);
  });

  test('a file in place of a folder is an issue', async () => {
    const path = join(await aFile('{}'), 'b.json');
    const [issue] = issuesOf(await readJson(path, 'data/a.json'));
    expect([issue?.code, issue?.at]).toEqual(['file-unreadable', { source: 'data/a.json' }]);
  });

  test.each([
    ['nothing at all', ''],
    ['jsn-010: a list that was cut', '{"rows":[{"kWh":"1"},'],
    ['jsn-011: two documents', '{"a":1}{"a":2}'],
    ['jsn-007: NaN', '{"kWh":NaN}'],
    ['a comma too many', '[1,]'],
    ['a comment', '[1] // one'],
    ['text', 'kohde;kWh'],
  ])('%s is no JSON', async (_, text) => {
    const issues = issuesOf(await readJson(await aFile(text), 'data/a.json'));
    expect(issues.map(({ code, at, detail }) => [code, at, 'file' in detail ? detail.file : ''])).toEqual([
      ['file-syntax', { source: 'data/a.json' }, 'data/a.json'],
    ]);
    expect(issues.map(({ message }) => message).join()).toMatch(
      /^The file is no JSON: .+\. Is it cut, or saved in another encoding\?$/,
    );
  });

  test('jsn-001: a key that stands twice in one record is an issue, and the last one does not win', async () => {
    const path = await aFile('{"kwh":"100","kwh":"200","site":{"name":"a","name":"b"}}');
    expect(issuesOf(await readJson(path, 'data/a.json'))).toEqual(
      ['kwh', 'name'].map((key) => ({
        code: 'file-syntax',
        severity: 'error',
        message: `The file cannot be read: the key "${key}" stands twice in one record, and only one of the two could be kept. Take one out.`,
        detail: { file: 'data/a.json', reason: `the key "${key}" stands twice in one record` },
        at: { source: 'data/a.json' },
      })),
    );
  });

  test('a file that is cut anywhere is an issue', async () => {
    const whole = new TextEncoder().encode('{"määrä":[{"kWh":"1"}]}');
    for (let count = 0; count < whole.length; count += 1) {
      const outcome = await readJson(await aFile(whole.subarray(0, count)), 'a.json');
      expect(outcome.issues.map(({ code }) => code)).toEqual(['file-syntax']);
    }
  });

  test('bytes that are not UTF-8 are an issue and become no replacement characters', async () => {
    const path = await aFile(Uint8Array.from([0x22, 0x53, 0xe4, 0x68, 0x22]));
    expect(issuesOf(await readJson(path, 'a.json')).map(({ code }) => code)).toEqual(['file-syntax']);
  });

  test('a file of more than 256 MiB is refused before it is read', async () => {
    const path = await aFile('');
    await truncate(path, 268_435_457);
    expect(issuesOf(await readJson(path, 'data/a.json'))).toEqual([
      {
        code: 'file-too-large',
        severity: 'error',
        message: 'The file is larger than 256 MiB a JSON file.',
        detail: { limit: '256 MiB a JSON file' },
        at: { source: 'data/a.json' },
      },
    ]);
  });
});

describe('reasonOf', () => {
  test.each([
    ['ENOENT', 'it does not exist'],
    ['EACCES', 'access is denied'],
    ['EISDIR', 'it is a folder'],
    ['EMFILE', 'EMFILE: too many open files'],
  ])('%s is said in words', (code, words) => {
    expect(reasonOf(Object.assign(new Error(`${code}: too many open files`), { code }))).toBe(words);
  });

  test('an error without a code speaks for itself, and anything else has no reason to give', () => {
    expect([reasonOf(new Error('The disk is gone.')), reasonOf('gone')]).toEqual([
      'The disk is gone.',
      'unknown reason',
    ]);
  });
});
