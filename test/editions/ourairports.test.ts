import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Decimal } from '../../src/decimal.js';
import { about, airports } from '../../src/editions/ourairports-2026.js';

const fixtures = fileURLToPath(new URL('../../fixtures/airports/', import.meta.url));
const data = fileURLToPath(new URL('../../src/editions/data/ourairports-2026.ts', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'hiilitase-airports-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const positionOf = (code: string) => {
  const found = airports.find(({ iata }) => iata === code);
  return found && [found.country, found.latitude, found.longitude];
};

describe('the table of airports', () => {
  test('is rebuilt byte for byte by the script beside its source', () => {
    execFileSync(process.execPath, [join(fixtures, 'build.mjs'), scratch], { stdio: 'pipe' });
    expect(readFileSync(join(scratch, 'ourairports-2026.ts')).equals(readFileSync(data))).toBe(true);
  });

  test('rests on the very bytes that were chosen from the publication', () => {
    expect(sha256(join(fixtures, 'airports.csv'))).toBe(
      '419cd4eef8a83cd91d0845f56575de0815f47b8691ef9ccbd5eff14c6a5b17af',
    );
  });

  test('is small enough to be carried along', () => {
    expect(statSync(data).size).toBeLessThan(200_000);
  });

  test('has every line of its source and nothing else', () => {
    const lines = readFileSync(join(fixtures, 'airports.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const withoutName = lines.map((line) => line.replace(/^([A-Z]{3}),.*(,[A-Z]{2},[^,]+,[^,]+)$/, '$1$2'));
    const again = airports.map(
      ({ iata, country, latitude, longitude }) => `${iata},${country},${latitude},${longitude}`,
    );
    expect(airports).toHaveLength(5459);
    expect(again).toEqual(withoutName);
  });

  test('has codes of three capital letters, each once and in order', () => {
    const codes = airports.map(({ iata }) => iata);
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('has countries of two capital letters', () => {
    expect(airports.filter(({ country }) => !/^[A-Z]{2}$/.test(country))).toEqual([]);
  });

  test('has only places on the globe, in decimal text', () => {
    const isWithin = (text: string, limit: number) =>
      /^-?\d+(?:\.\d+)?$/.test(text) && new Decimal(text).abs().lessThanOrEqualTo(limit);
    const astray = airports.filter(({ latitude, longitude }) => !isWithin(latitude, 90) || !isWithin(longitude, 180));
    expect(astray).toEqual([]);
  });

  test.each([
    ['HEL', 'FI', '60.318363', '24.963341'],
    ['OUL', 'FI', '64.930099', '25.354601'],
    ['RVN', 'FI', '66.563327', '25.829751'],
    ['BRU', 'BE', '50.901402', '4.48444'],
    ['LHR', 'GB', '51.470748', '-0.459909'],
    ['ARN', 'SE', '59.64849', '17.928829'],
  ])('has %s where the publisher has it', (code, ...position) => {
    expect(positionOf(code)).toEqual(position);
  });

  test.each(['TXL', 'LON'])('answers nothing for %s, a closed airport or a city', (code) => {
    expect(positionOf(code)).toBeUndefined();
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(airports)).toBe(true);
    expect(airports.filter((airport) => !Object.isFrozen(airport))).toEqual([]);
    expect([about, about.leftOut, ...about.leftOut].every(Object.isFrozen)).toBe(true);
  });

  test('says whose it is, under which licence, and what it leaves out', () => {
    expect(about).toMatchObject({ publisher: expect.stringContaining('OurAirports'), licence: 'Unlicense' });
    expect(about.leftOut.filter(({ what, why }) => what === '' || why === '')).toEqual([]);
    expect(about.leftOut).not.toEqual([]);
  });
});

describe('the choice of airports', () => {
  const COLUMNS = 'type,name,latitude_deg,longitude_deg,iso_country,scheduled_service,iata_code';
  const chosenFrom = (...rows: string[]) => {
    const [published, written] = [join(scratch, 'published.csv'), join(scratch, 'chosen.csv')];
    writeFileSync(published, [COLUMNS, ...rows, ''].join('\n'));
    const { status, stderr } = spawnSync(process.execPath, [join(fixtures, 'select.mjs'), published, written], {
      encoding: 'utf8',
    });
    return status === 0 ? readFileSync(written, 'utf8').split('\n').slice(1, -1) : stderr;
  };

  test('keeps an airport with a code that is large, medium or served on schedule', () => {
    const chosen = chosenFrom(
      'small_airport,Served,1.10,2.0,FI,yes,CCC',
      'medium_airport,Medium,1,2,FI,no,BBB',
      'large_airport,Large,1,2,FI,no,AAA',
      'small_airport,Small,1,2,FI,no,DDD',
      'heliport,Roof,1,2,FI,no,EEE',
      'large_airport,Nameless,1,2,FI,yes,',
    );
    expect(chosen).toEqual(['AAA,Large,FI,1,2', 'BBB,Medium,FI,1,2', 'CCC,Served,FI,1.10,2.0']);
  });

  test('keeps a position and a name character for character', () => {
    expect(chosenFrom('large_airport,"A ""B"", C",60.31719970703125,-0.0100,FI,yes,AAA')).toEqual([
      'AAA,"A ""B"", C",FI,60.31719970703125,-0.0100',
    ]);
  });

  test('stops at a code of two airports, and names both', () => {
    const rows = ['large_airport,One,1,2,FI,yes,AAA', 'medium_airport,Two,1,2,FI,no,AAA'];
    expect(chosenFrom(...rows)).toContain('AAA is the code of both One and Two');
  });

  test('stops at a code that is not three capital letters', () => {
    expect(chosenFrom('large_airport,One,1,2,FI,yes,AA1')).toContain('AA1 of One is not three capital letters');
  });
});
