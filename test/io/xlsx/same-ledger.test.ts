import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWorkbookLayout, xlsxPostings } from 'hiilitase/xlsx';
import { parseLedgerLayout } from '../../../src/io/ledger-layout.js';
import { ledgerPostings } from '../../../src/io/ledger-postings.js';
import { foldLedger } from '../../../src/ledger/fold-ledger.js';
import { orThrow } from '../../../src/outcome.js';
import { dateAfter } from '../../support/arbitraries.js';
import { bytesOf, inChunks } from '../../support/bytes.js';
import { aMapping } from '../../support/ledger.js';
import { date, number, shared, text, workbookOf, xmlText } from '../../support/workbooks.js';
import type { CellXml, RowXml } from '../../support/workbooks.js';

const columns = {
  account: 'tili',
  date: 'pvm',
  amount: 'summa',
  supplier: 'toimittaja',
  site: 'paikka',
  invoice: 'nro',
};
const NAMES = Object.values(columns);
const csvLayout = orThrow(
  parseLedgerLayout({
    id: 'csv',
    delimiter: 'semicolon',
    quoting: 'double-quote',
    encoding: 'utf-8',
    decimal: 'point',
    thousands: 'none',
    dates: 'yyyy-MM-dd',
    columns,
  }),
);
const layout = orThrow(parseWorkbookLayout({ id: 'xlsx', sheet: 'Ostot', headerRow: 1, dates: 'serial', columns }));
const mapping = aMapping({
  rules: [
    { account: '43', treatment: 'purchase', product: 'reception-services', vat: 'excluded' },
    { account: '44', treatment: 'wage' },
  ],
});

/** A row as its posting is meant. `days` are counted from 1 January 2021, whose number is 44197. */
interface MeantRow {
  readonly account: string;
  readonly days: number;
  readonly cents: number;
  readonly supplier: string;
  readonly site: string;
  readonly invoice: string;
  readonly form: number;
}

const meant: fc.Arbitrary<MeantRow> = fc.record({
  account: fc.constantFrom('4300', '4399', '44', '9000', ''),
  days: fc.integer({ min: 0, max: 364 }),
  cents: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
  supplier: fc.constantFrom(
    '',
    'Yksi Oy',
    'A & "B" <C>',
    'two-sites',
    '\u041duu Oy',
    'x\ny',
    '\u{1f331}',
    'Yhteens\u00e4',
  ),
  site: fc.constantFrom('', 'koivula', 'rantala', 'A\u030a', '\u00c5'),
  invoice: fc.constantFrom('', 'L1', '17'),
  form: fc.integer({ min: 0, max: 5 }),
});
function amountText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The same number in the ways in which programs write it into a workbook. */
function amountInBook(cents: number, form: number): string {
  const exact = amountText(cents);
  if (form % 3 === 0) return exact;
  return form % 3 === 1 ? Number(exact).toPrecision(17) : Number(exact).toExponential(16).replace('e+', 'E+');
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

function csvOf(rows: readonly MeantRow[]): Uint8Array {
  const lines = rows.map(({ account, days, cents, supplier, site, invoice }) =>
    [account, dateAfter('2021-01-01', days), amountText(cents), supplier, site, invoice].map(quoted).join(';'),
  );
  return bytesOf([NAMES.join(';'), ...lines, ''].join('\n'));
}

function bookOf(rows: readonly MeantRow[]): Uint8Array {
  const strings: string[] = [];
  const name = (value: string, form: number): CellXml | undefined => {
    if (value === '' && form % 2 === 0) return undefined;
    if (form < 3) return text(value);
    if (/^[1-9]\d*$/.test(value) && form === 5) return number(value);
    strings.push(`<si><t xml:space="preserve">${xmlText(value)}</t></si>`);
    return shared(strings.length - 1);
  };
  const written: RowXml[] = rows.map(({ account, days, cents, supplier, site, invoice, form }) => ({
    cells: [
      name(account, form),
      date(String(44_197 + days)),
      number(amountInBook(cents, form)),
      name(supplier, form),
      name(site, form),
      name(invoice, form),
    ],
  }));
  return workbookOf({
    rows: [{ cells: NAMES.map(text) }, ...written],
    strings,
    members: (members) =>
      members.map((member, index) => ({ ...member, sizesFollow: index % 2 === 1, long: rows.length % 2 === 1 })),
    zip: { longEnd: rows.length % 2 === 1 },
  });
}

const SOURCE = 'ledger';

async function foldedCsv(bytes: Uint8Array) {
  const { postings, issues } = ledgerPostings(inChunks(bytes), csvLayout, SOURCE);
  const folded = await foldLedger(postings, mapping);
  return { folded, issues };
}

async function foldedBook(bytes: Uint8Array) {
  const { postings, issues } = xlsxPostings(bytes, layout, SOURCE);
  const folded = await foldLedger(postings, mapping);
  return { folded, issues };
}

describe('the same rows as delimited text and as a workbook', () => {
  test('fold to the same ledger, with the same issues at the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(meant, { maxLength: 25 }), async (rows) => {
        const [fromCsv, fromBook] = [await foldedCsv(csvOf(rows)), await foldedBook(bookOf(rows))];
        expect(fromBook).toEqual(fromCsv);
      }),
      { numRuns: 200 },
    );
  });
});

describe('damage', () => {
  const rows: readonly MeantRow[] = Array.from({ length: 12 }, (_, form) => ({
    account: '4300',
    days: form * 20,
    cents: 100 + form * 17,
    supplier: `Yksi ${form} Oy`,
    site: 'koivula',
    invoice: 'L1',
    form: form % 6,
  }));
  const whole = bookOf(rows);

  /** What a damaged file comes to: 'issues', or its ledger as text. */
  async function answer(bytes: Uint8Array): Promise<string> {
    const { folded, issues } = await foldedBook(bytes);
    const errors = [...issues, ...folded.issues].filter(({ severity }) => severity === 'error');
    return errors.length > 0 || !folded.ok ? 'issues' : JSON.stringify(folded.value);
  }

  test('a workbook that is cut anywhere gives issues', async () => {
    const found = new Set<string>();
    for (let length = 0; length < whole.length; length += 1) found.add(await answer(whole.subarray(0, length)));
    expect([...found]).toEqual(['issues']);
  });

  test('changed bytes give issues or the same ledger, and never an error of another kind', async () => {
    const sound = await answer(whole);
    expect(sound).not.toBe('issues');
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
        expect(['issues', sound]).toContain(await answer(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test('changed XML under right checksums gives issues or a ledger, and never an error of another kind', async () => {
    const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'];
    const change = fc.tuple(
      fc.constantFrom(...parts),
      fc.nat(),
      fc.constantFrom('<', '>', '&', '"', '/', '=', 'x', '0', ' ', '\u0000', '\u00ff', '!', '?', '-', ']'),
    );
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(change, async ([part, place, character]) => {
        const bytes = workbookOf({
          rows: [{ cells: NAMES.map(text) }, { cells: [text('4300'), date('44197'), number('1.5')] }],
          members: (members) =>
            members.map((member) => {
              if (member.name !== part || typeof member.data !== 'string') return member;
              const at = place % member.data.length;
              return { ...member, data: `${member.data.slice(0, at)}${character}${member.data.slice(at + 1)}` };
            }),
        });
        answers.add((await answer(bytes)) === 'issues' ? 'issues' : 'a ledger');
      }),
      { numRuns: 1000 },
    );
    expect([...answers].sort()).toEqual(['a ledger', 'issues']);
  });
});
