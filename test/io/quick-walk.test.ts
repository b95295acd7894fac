import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf } from '../../src/io/byte-at.js';
import { columnPlan } from '../../src/io/column-plan.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import { headerOrThrow } from '../../src/io/ledger-postings.js';
import { NOT_QUICK, quickWalk } from '../../src/io/quick-walk.js';
import { ODD_RECORD, OPEN_RECORD, recordEnd, walkRecord } from '../../src/io/record-fields.js';
import { orThrow } from '../../src/outcome.js';
import { bytesOf } from '../support/bytes.js';
import { layoutOf } from '../support/ledger-files.js';

const HEADERS = ['tili;summa;pvm', 'a;tili;b;c;summa;pvm;d', 'a;b;c;d;e;f;tili;summa;g;pvm', 'tili;summa;a;pvm;'];

function planOf(header: string, quoting: string) {
  const ignored = header.split(';').filter((name) => name !== '' && !['tili', 'summa', 'pvm'].includes(name));
  const columns = { account: 'tili', amount: 'summa', date: 'pvm' };
  const layout = orThrow(
    parseLedgerLayout(layoutOf({ columns, ignored, quoting, thousands: 'none', decimal: 'point' })),
  );
  return columnPlan(headerOrThrow(header.split(';'), layout, 'ledger.csv'), layout);
}

describe('the quick walk', () => {
  test('finds what the exact one finds, or leaves the record to it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ';', ';', '"', '\r', '\n', 'ä', '5'), maxLength: 40 });
    const plans = HEADERS.flatMap((header) => ['none', 'double-quote'].map((quoting) => [header, quoting] as const));
    fc.assert(
      fc.property(text, fc.constantFrom(...plans), (record, [header, quoting]) => {
        const bytes = bytesOf(`;${record}\nzzzz`);
        const [quick, exact] = [planOf(header, quoting), planOf(header, quoting)];
        const after = quickWalk(blockOf(bytes), 1, quick);
        if (after === NOT_QUICK) return;
        expect(walkRecord(bytes, 1, bytes.length - 4, exact)).toBe(after);
        expect([quick.starts, quick.ends]).toEqual([exact.starts, exact.ends]);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(HEADERS)('takes a plain record of %s', (header) => {
    const record = header.replaceAll(/[a-z]+/g, 'abc');
    const bytes = bytesOf(`${record}\r\nzzzz`);
    expect(quickWalk(blockOf(bytes), 0, planOf(header, 'double-quote'))).toBe(record.length + 2);
  });

  test('leaves what ends with the bytes at hand to the exact walk', () => {
    expect(quickWalk(blockOf(bytesOf('1;2;3\n')), 0, planOf('tili;summa;pvm', 'none'))).toBe(NOT_QUICK);
  });
});

describe('the exact walk', () => {
  const walked = (record: string, header = 'tili;summa;pvm') => {
    const bytes = bytesOf(record);
    return walkRecord(bytes, 0, bytes.length, planOf(header, 'double-quote'));
  };

  test.each([
    ['too few fields', '1;2\n'],
    ['too many fields', '1;2;3;4\n'],
    ['a quotation mark inside a field', '1;2"3;4\n'],
    ['a quotation mark inside the last field', '1;2;3"4\n'],
    ['text behind a quoted field', '1;"2"x;3\n'],
    ['text behind the last quoted field', '1;2;"3"x\n'],
    ['a carriage return behind the last quoted field, and no line feed', '1;2;"3"\rx\n'],
  ])('%s makes a record that is read as text', (_, record) => {
    expect(walked(record)).toBe(ODD_RECORD);
  });

  test.each([['1;"2\n'], ['1;2;"3\n'], ['1;2;"3""\n']])('%j goes on behind the bytes at hand', (record) => {
    expect(walked(record)).toBe(OPEN_RECORD);
  });

  test('a delimiter at the end of the header wants an empty last column', () => {
    expect(walked('1;2;3;4;\n', 'tili;summa;a;pvm;')).toBe(9);
    expect(walked('1;2;3;4;5\n', 'tili;summa;a;pvm;')).toBe(ODD_RECORD);
  });
});

test('a record ends at the first line feed outside quotation marks', () => {
  const bytes = bytesOf('1;"a\nb";2\n3\n');
  expect([recordEnd(bytes, 0, bytes.length, 34), recordEnd(bytes, 0, bytes.length, -1)]).toEqual([10, 5]);
  expect(recordEnd(bytes, 0, 9, 34)).toBe(-1);
});
