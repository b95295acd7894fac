import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import { groupLedgerCsv } from '../../src/io/group-ledger-csv.js';
import { parseLedgerLayout } from '../../src/io/ledger-layout.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import { orThrow } from '../../src/outcome.js';
import { ledgerFromGroups } from '../../src/ledger/ledger-from-groups.js';
import { issuesOf } from '../support/builders.js';
import { quantity } from '../../src/quantity/quantity.js';
import { bytesOf, inChunks } from '../support/bytes.js';
import { aMapping } from '../support/ledger.js';
import { byBytes, byRows, withoutCount } from '../support/ledger-files.js';

const DECLARED = {
  id: 'purchases',
  delimiter: 'semicolon',
  quoting: 'double-quote',
  encoding: 'utf-8',
  decimal: 'comma',
  thousands: 'space',
  dates: 'd.M.yyyy',
  columns: {
    invoice: 'nro',
    account: 'tili',
    amount: 'summa',
    date: 'pvm',
    supplier: 'toimittaja',
    site: 'paikka',
    category: 'laji',
  },
  ignored: ['muu', 'selite'],
};
const layoutWith = (changes: object = {}): LedgerLayout => orThrow(parseLedgerLayout({ ...DECLARED, ...changes }));
const HEADER = 'nro;muu;tili;summa;pvm;selite;toimittaja;paikka;laji';

/** Cells as ledgers hold them, and as they should not. */
const CELLS = {
  nro: ['', 'L1', 'L1', 'L2', '"L1"', ' L1 '],
  muu: ['', 'x', '"a;b"', '"a""b"', '"rivi 1\nrivi 2"', 'ä', 'a"b'],
  tili: ['4300', '4300', '4350', '4500', '4200', '4000', '9000', '"4300"', '', ' 4300', 'Yhteensä'],
  summa: [
    '1,00',
    '-1,5',
    '0',
    '-0,00',
    '12',
    '1 234,56',
    '1\u00a0234,56',
    '"5,00"',
    '99999999999999,99',
    '0,001',
    '1,500',
    '',
    'x',
    '1.5',
    '12,',
  ],
  pvm: [
    '1.1.2021',
    '31.12.2021',
    '01.02.2021',
    '29.2.2021',
    '1.1.2022',
    '"4.5.2021"',
    '',
    '2021-05-04',
    '4.5.21',
    '1x.5.2021',
    '01.05.20Z1',
    '14.5.2021',
  ],
  selite: ['', 'teksti', '\u{1f331}', '"\r\n"', 'a\rb'],
  toimittaja: ['', 'centre', 'two-sites', 'two-sites', 'Muu Oy', '"Muu ""Oy"""', '\u041duu Oy', 'A\u030a', '\u00c5'],
  paikka: ['', 'koivula', 'koivula', 'rantala', ' koivula', '\u00a0', 'pitkänimi-vastaanottokeskus'],
  laji: ['', 'a', 'b', 'Ã¤'],
} as const;

const cell = (column: keyof typeof CELLS) => fc.constantFrom(...CELLS[column]);
const goodRow = fc.tuple(
  cell('nro'),
  fc.constantFrom('', 'x', '"a;b"', '"a""b"'),
  fc.constantFrom('4300', '4350', '4500', '4200', '4000', '9000', '"4300"'),
  fc.constantFrom('1,00', '-1,5', '0', '12', '1 234,56', '"5,00"', '99999999999999,99'),
  fc.constantFrom('1.1.2021', '31.12.2021', '01.02.2021', '14.5.2021'),
  fc.constantFrom('', 'teksti', 'ä'),
  fc.constantFrom('', 'centre', 'two-sites', 'Muu Oy', 'A\u030a', '\u00c5'),
  cell('paikka'),
  fc.constantFrom('', 'a', 'b'),
);
const anyRow = fc.tuple(
  cell('nro'),
  cell('muu'),
  cell('tili'),
  cell('summa'),
  cell('pvm'),
  cell('selite'),
  cell('toimittaja'),
  cell('paikka'),
  cell('laji'),
);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n');
const lineOf = (row: fc.Arbitrary<readonly string[]>) =>
  fc.tuple(row, lineEnd).map(([cells, end]) => `${cells.join(';')}${end}`);
const oddLine = fc.constantFrom('\n', '\r\n', 'L1;x\n', `${'x;'.repeat(12)}\n`, ';;;;;;;;\n');
const goodFile = fc.array(lineOf(goodRow), { maxLength: 30 }).map((lines) => `${HEADER}\n${lines.join('')}`);
const anyFile = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: lineOf(goodRow) },
        { weight: 2, arbitrary: lineOf(anyRow) },
        { weight: 1, arbitrary: oddLine },
      ),
      { maxLength: 30 },
    ),
    fc.constantFrom('', 'L1;x;4300;1,00;1.1.2021;;;;'),
  )
  .map(([lines, rest]) => `${HEADER}\n${lines.join('')}${rest}`);
const chunk = fc.constantFrom(1, 3, 17, 64, 100_000);
/** Where the compiled loop is taken up: at once, or in the middle of the file. */
const from = fc.constantFrom(0, 0, 100, 500);

const RULES = [
  { id: 'services', account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' },
  {
    id: 'catering',
    account: '4350',
    treatment: 'purchase',
    product: 'catering',
    vat: 'included',
    vatRate: '0.14',
    validTo: '2021-05-13',
  },
  { id: 'later', account: '4350', treatment: 'internal', validFrom: '2021-05-14' },
  { id: 'furniture', account: '45', treatment: 'capital-purchase', product: 'furniture', vat: 'excluded' },
  {
    id: 'centre',
    account: '43',
    supplier: 'centre',
    treatment: 'purchase',
    product: 'ict',
    vat: 'excluded',
    tags: ['state'],
  },
  { id: 'wages', account: '40', treatment: 'wage' },
  { id: 'heat', account: '42', treatment: 'replaced-by-activity', replacedBy: 'purchased-heat' },
];
const mapping = aMapping({ rules: RULES });
const tied = aMapping({ rules: [...RULES, { id: 'tie', account: '43', category: 'b', treatment: 'wage' }] });

describe('foldLedgerCsv', () => {
  test('a ledger that has no fault gives what its postings give, digit for digit, however it is cut and whichever loop reads it', async () => {
    await fc.assert(
      fc.asyncProperty(goodFile, chunk, from, async (text, size, taken) => {
        const file = { bytes: bytesOf(text), layout: layoutWith(), mapping, chunk: size, from: taken };
        const expected = await byRows(file);
        expect(expected.ledger).toBeDefined();
        expect(await byBytes(file, 'compiled')).toEqual(expected);
        expect(await byBytes(file, 'interpreted')).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('a ledger with faults gives the same issues, in the same order, at the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, chunk, from, fc.constantFrom(mapping, tied), async (text, size, taken, used) => {
        const file = {
          bytes: bytesOf(text),
          layout: layoutWith(),
          mapping: used,
          period: calendarYear(2021),
          chunk: size,
          from: taken,
        };
        const expected = withoutCount(await byRows(file));
        expect(withoutCount(await byBytes(file, 'compiled'))).toEqual(expected);
        expect(withoutCount(await byBytes(file, 'interpreted'))).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the compiled loop', () => {
  const row = 'L1;;4300;1,00;1.5.2021;;;koivula;\n';
  /** White space around an amount does not count, and makes its row one that is read as text. */
  const asText = 'L1;;4300; 1,00;1.5.2021;;;koivula;\n';

  test.each([
    ['bytes and bytes', row, row],
    ['text and bytes', asText, row],
    ['bytes and text', row, asText],
  ])(
    'a row that repeats the one before is seen where the loop is taken up between the two: %s',
    async (_, one, other) => {
      const start = `${HEADER}\n${one}`;
      for (const from of [0, start.length + 1, Infinity]) {
        const file = { bytes: bytesOf(`${start}${other}`), layout: layoutWith(), mapping, chunk: start.length, from };
        const { ledger, issues } = await byBytes(file, 'compiled');
        expect(ledger?.coverage.rows).toBe(2);
        expect(issues.map(({ code, detail }) => [code, 'rows' in detail ? detail.rows : 0])).toEqual([
          ['posting-repeated', 1],
        ]);
      }
    },
  );

  test('sums past what a double holds are exact, up and down, whichever loop adds them', async () => {
    const rows = 'L1;;4300;9999999999999,99;1.5.2021;;;koivula;\n'.repeat(7) + 'L2;;4300;-0,01;2.5.2021;;;koivula;\n';
    const credits = rows.replaceAll(';9999', ';-9999').replaceAll('koivula', 'rantala');
    for (const loop of ['compiled', 'interpreted'] as const) {
      const file = { bytes: bytesOf(`${HEADER}\n${rows}${credits}`), layout: layoutWith(), mapping };
      const { ledger } = await byBytes(file, loop);
      // 7 × 9 999 999 999 999.99 = 69 999 999 999 999.93, a cent less or more.
      expect(ledger?.activities.map(({ site, amount }) => [site, amount])).toEqual([
        ['koivula', quantity('69999999999999.92', 'EUR')],
        ['rantala', quantity('-69999999999999.94', 'EUR')],
      ]);
    }
  });
});

describe('groupLedgerCsv', () => {
  const grouped = async (text: string) =>
    orThrow(await groupLedgerCsv(inChunks(bytesOf(text)), { layout: layoutWith(), mapping }));

  test('the groups of several files, sent as JSON, are the ledger of all their rows, digit for digit', async () => {
    await fc.assert(
      fc.asyncProperty(goodFile, goodFile, async (one, other) => {
        const sent = JSON.stringify([...(await grouped(one)), ...(await grouped(other))]);
        const text = one + other.slice(HEADER.length + 1);
        const both = await byRows({ bytes: bytesOf(text), layout: layoutWith(), mapping });
        expect(orThrow(ledgerFromGroups(JSON.parse(sent), mapping))).toEqual(both.ledger);
      }),
      { numRuns: 40 },
    );
  });

  test('the groups of the same rows are the same in any order of the rows, and as few as the mapping allows', async () => {
    const rows = [
      'L1;;4350;1,00;1.5.2021;;Muu Oy;koivula;\n',
      'L2;;4350;"2,50";13.5.2021;;"Toinen ""Oy""";koivula;\n',
      'L3;;4350;-4,00;14.5.2021;;;koivula;\n',
      'L4;;4300;1 000,00;3.5.2021;;centre;;b\n',
    ];
    const catering = { account: '4350', site: 'koivula' };
    const expected = [
      { ...catering, first: '2021-05-01', last: '2021-05-13', rows: 2, amount: '3.5' },
      { ...catering, first: '2021-05-14', last: '2021-05-14', rows: 1, amount: '-4' },
      {
        account: '4300',
        category: 'b',
        supplier: 'centre',
        first: '2021-05-03',
        last: '2021-05-03',
        rows: 1,
        amount: '1000',
      },
    ];
    const inOrder = await grouped(`${HEADER}\n${rows.join('')}`);
    expect(inOrder).toHaveLength(3);
    expect(inOrder).toEqual(expect.arrayContaining(expected));
    expect(await grouped(`${HEADER}\n${[...rows].reverse().join('')}`)).toEqual(inOrder);
  });

  test('has the issues of a fold, each at its row; what has no rule is for the ledger to say', async () => {
    const rows = 'L1;;9999;1,00;1.5.2021;;;;\nL2;;4300;1,001;1.5.2021;;;;\nL3;;4300;1,00;1.1.2022;;;;\n';
    const outcome = await groupLedgerCsv(inChunks(bytesOf(`${HEADER}\n${rows}`)), {
      layout: layoutWith(),
      mapping: aMapping({ rules: RULES, unmapped: 'refuse' }),
      period: calendarYear(2021),
      expect: { rows: 4 },
    });
    expect(issuesOf(outcome).map(({ code, at }) => [code, at?.row])).toEqual([
      ['rows-rejected', undefined],
      ['control-total-differs', undefined],
      ['invalid-number', 3],
      ['posting-outside-period', 4],
    ]);
  });
});
