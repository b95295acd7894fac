import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { projectFigures } from '../src/cli/figures-command.js';
import { readProject } from '../src/io/read-project.js';
import { orThrow } from '../src/outcome.js';
import { renderFigures } from '../src/report/render-figures.js';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const textOf = (path: string) => readFileSync(fromRoot(path), 'utf8');
const blocksOf = (markdown: string) => [...markdown.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block]) => block);

describe('the README', () => {
  test('shows the program that is kept in docs/programs, and what it prints', () => {
    const blocks = blocksOf(textOf('README.md'));
    expect(blocks).toContain(textOf('docs/programs/first-inventory.ts'));
    expect(blocks).toContain(textOf('docs/programs/first-inventory.out'));
  });

  test('shows the figures that its first command prints, character for character', async () => {
    const project = orThrow(await readProject(fromRoot('fixtures/migri/hiilitase.json')));
    const printed = renderFigures(orThrow(await projectFigures(project)));
    const shown = blocksOf(textOf('README.md')).filter((block) => /^(Maahan|Reception:|Target:)/.test(String(block)));
    expect(shown).toHaveLength(3);
    expect(shown.filter((block) => !printed.includes(String(block).trimEnd()))).toEqual([]);
  });

  test('links only to files that exist', () => {
    const links = [...textOf('README.md').matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => String(target));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => textOf(link) === '')).toEqual([]);
  });
});

describe('the page on ledgers', () => {
  test('shows what the programs beside it print', () => {
    const blocks = blocksOf(textOf('docs/methods/ledger.md'));
    expect(blocks).toContain(textOf('docs/programs/start-up-purchases.out'));
    expect(blocks).toContain(textOf('docs/programs/ledger-files.out'));
  });
});

describe.each(['first-inventory', 'ledger-files', 'reception', 'start-up-purchases'])('docs/programs/%s.ts', (name) => {
  test('prints what is kept beside it', async () => {
    const printed: string[] = [];
    const original = console.log;
    console.log = (...texts: readonly unknown[]) => void printed.push(texts.join(' '));
    try {
      await import(`../docs/programs/${name}.ts`);
    } finally {
      console.log = original;
    }
    expect(`${printed.join('\n')}\n`).toBe(textOf(`docs/programs/${name}.out`));
  });
});
