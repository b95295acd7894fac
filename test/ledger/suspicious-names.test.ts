import { describe, expect, test } from 'vitest';
import { nameChecker } from '../../src/ledger/suspicious-names.js';

const found = (...names: readonly (string | undefined)[]) => {
  const checker = nameChecker();
  for (const [index, name] of names.entries()) checker.look(name, { row: index + 2 });
  return checker.warnings();
};

describe('nameChecker', () => {
  test('letters of two alphabets in one word are a warning, once for each name, where it first stood', () => {
    const mixed = '\u041d\u0435len Oy';
    expect(found('Helen Oy', mixed, undefined, mixed)).toEqual([
      {
        code: 'name-mixes-scripts',
        severity: 'warning',
        message: `Latin and Cyrillic letters stand in one word of "${mixed}". It is counted apart from the name it looks like; correct it at its source.`,
        detail: { name: mixed, scripts: ['Latin', 'Cyrillic'] },
        at: { row: 3 },
      },
    ]);
    expect(found('\u0391lfa').map(({ detail }) => detail)).toEqual([
      { name: '\u0391lfa', scripts: ['Latin', 'Greek'] },
    ]);
  });

  test('two alphabets in different words, accents, digits and symbols are no warning', () => {
    expect(
      found('Kirja \u041c\u0438\u0440', '\u00c5land 4\u20ac', '\u{1f331} puisto', '\u039c\u03ad\u03bb\u03b9'),
    ).toEqual([]);
  });
});
