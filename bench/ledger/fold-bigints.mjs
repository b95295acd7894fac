/** The same groups by the plainest exact program there is: a line, its fields, a BigInt: `node fold-bigints.mjs <file>`. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { groupLine, report, resultOf, used } from './group-lines.mjs';
import { HEADER } from './synthetic-ledger.mjs';

const [, , path] = process.argv;
const AMOUNT = HEADER.indexOf('tiliointisumma');
const DATE = HEADER.indexOf('tositepvm');
const FIELDS = /("(?:[^"]|"")*"|[^;]*)(?:;|$)/gy;

function fieldsOf(line) {
  if (!line.includes('"')) return line.split(';');
  return [...line.matchAll(FIELDS)].map(([, field]) => field).slice(0, HEADER.length);
}

const groups = new Map();
let rows = 0;
let isHeader = true;
for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
  if (isHeader) {
    isHeader = false;
    continue;
  }
  const fields = fieldsOf(line);
  const [, month, year] = fields[DATE].split('.');
  const key = `${fields[HEADER.indexOf('hankintakategoria')]};${fields.at(-1)};${year}-${month.padStart(2, '0')}`;
  const known = groups.get(key) ?? { rows: 0, cents: 0n };
  groups.set(key, { rows: known.rows + 1, cents: known.cents + BigInt(fields[AMOUNT].replace(',', '')) });
  rows += 1;
}
const lines = [...groups].map(([key, group]) => {
  const [category, site, month] = key.split(';');
  return groupLine({ category, site, month, ...group });
});
report({ ...used(), rows, ...resultOf(lines) });
