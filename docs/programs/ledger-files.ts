// A ledger in two files: folded from their bytes, then read apart as workers or other machines would. Everything here is invented.
import { formatQuantity, orThrow, parseAccountMapping } from 'hiilitase';
import { foldLedgerCsv, groupLedgerCsv, ledgerFromGroups, mergeFoldedLedgers, parseLedgerLayout } from 'hiilitase/csv';

const layout = orThrow(
  parseLedgerLayout({
    id: 'accounting-extract',
    delimiter: 'semicolon',
    quoting: 'double-quote',
    encoding: 'windows-1252',
    decimal: 'comma',
    thousands: 'space',
    dates: 'd.M.yyyy',
    columns: { account: 'tili', amount: 'summa', date: 'pvm', site: 'paikka' },
    ignored: ['selite'],
  }),
);
const mapping = orThrow(
  parseAccountMapping({
    id: 'accounts',
    currency: 'EUR',
    unmapped: 'refuse',
    rules: [{ id: 'food', account: '4350', treatment: 'purchase', product: 'catering', vat: 'excluded' }],
  }),
);

/** A file, as `openFile`, a `File` of a browser or the body of a response would give it. */
async function* fileOf(...lines: readonly string[]) {
  const text = ['tili;summa;pvm;paikka;selite', ...lines, ''].join('\r\n');
  yield await Promise.resolve(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
}
const may = () => fileOf('4350;1 234,50;4.5.2021;koivula;"keitto; leipä"', '4350;-34,50;31.5.2021;koivula;hyvitys');
const june = () => fileOf('4350;600,00;1.6.2021;koivula;');

const expect = { rows: 2, sum: '1200.00' };
const folded = [
  orThrow(await foldLedgerCsv(may(), { layout, mapping, expect })),
  orThrow(await foldLedgerCsv(june(), { layout, mapping })),
];
const year = orThrow(mergeFoldedLedgers(folded));
for (const { id, amount, folded: from } of year.activities) {
  console.log(
    `${id}: ${formatQuantity(amount, { decimalPlaces: 2 })} of ${from?.rows} row(s), ${from?.firstDate} to ${from?.lastDate}`,
  );
}

// Groups are plain data: they cross to another thread or machine as a message or as JSON.
const sent = JSON.stringify([
  ...orThrow(await groupLedgerCsv(may(), { layout, mapping, expect })),
  ...orThrow(await groupLedgerCsv(june(), { layout, mapping })),
]);
const received = orThrow(ledgerFromGroups(JSON.parse(sent), mapping));
console.log(`the same from groups: ${JSON.stringify(received) === JSON.stringify(year)}`);

// A file that has lost its last row reads like a whole one, unless somebody says how many there were.
const cut = await foldLedgerCsv(fileOf('4350;1 234,50;4.5.2021;koivula;'), { layout, mapping, expect });
for (const { code, message } of cut.issues) console.log(`${code}: ${message}`);
