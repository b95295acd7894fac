import { describe, expect, test } from 'vitest';
import { cleanName } from '../../src/ledger/posting-name.js';

describe('cleanName', () => {
  test('white space of any kind at the ends does not make another name', () => {
    expect(['Caruna', 'Caruna\u00a0', ' Caruna', '\tCaruna\u202f'].map(cleanName)).toEqual(Array(4).fill('Caruna'));
  });

  test('a no-break space is a space, and a letter is one letter however it is composed', () => {
    expect(cleanName('Turun\u00a0kaupunki')).toBe('Turun kaupunki');
    expect(cleanName('A\u030aland')).toBe('\u00c5land');
  });

  test('nothing else changes: two spaces, another case and other symbols stay', () => {
    expect(['a  b', 'OY', '\u{1f331} puisto', 'a\u200bb'].map(cleanName)).toEqual([
      'a  b',
      'OY',
      '\u{1f331} puisto',
      'a\u200bb',
    ]);
  });
});
