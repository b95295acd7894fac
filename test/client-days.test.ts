/** Holds the counting of days from stays against an independent program (fixtures/client-days/oracle.py), digit for digit. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { foldStays, orThrow, parseSiteRegister } from '../src/index.js';
import type { ReportingPeriod } from '../src/index.js';

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../fixtures/client-days/${name}`, import.meta.url)), 'utf8'));
}

const sites = orThrow(parseSiteRegister(fixture('sites.json') as readonly unknown[]));
const stays = fixture('stays.json') as readonly unknown[];
const expected = fixture('expected.json') as {
  readonly period: ReportingPeriod;
  readonly stays: unknown;
  readonly registers: Readonly<Record<'included' | 'excluded', readonly unknown[]>>;
};

describe('days counted from stays', () => {
  test.each(['included', 'excluded'] as const)(
    'are those of the independent program, municipal flats %s',
    async (municipalFlats) => {
      const folded = orThrow(await foldStays(stays, { period: expected.period, sites, municipalFlats }));
      expect(folded.stays).toEqual(expected.stays);
      expect(JSON.parse(JSON.stringify(folded.register))).toEqual(expected.registers[municipalFlats]);
    },
  );
});

describe('the example of docs/methods/client-days.md', () => {
  test('is what comes out', async () => {
    const page = readFileSync(fileURLToPath(new URL('../docs/methods/client-days.md', import.meta.url)), 'utf8');
    const [, json] = /^Example of counting:\n\n```json\n([\s\S]*?)\n```$/m.exec(page) ?? [];
    const example = JSON.parse(String(json)) as {
      readonly period: ReportingPeriod;
      readonly municipalFlats: 'included' | 'excluded';
      readonly sites: readonly unknown[];
      readonly stays: readonly unknown[];
      readonly register: unknown;
      readonly counted: unknown;
    };
    const { period, municipalFlats } = example;
    const open = orThrow(parseSiteRegister(example.sites));
    const folded = await foldStays(example.stays, { period, municipalFlats, sites: open });
    expect(JSON.parse(JSON.stringify(orThrow(folded)))).toEqual({ register: example.register, stays: example.counted });
    expect(folded.issues).toEqual([]);
  });
});
