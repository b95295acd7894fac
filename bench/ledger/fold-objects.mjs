/**
 * The same groups in the way most programs are written: csv-parse gives an object for each row, zod checks it and decimal.js adds it up:
 * `node fold-objects.mjs <file>`.
 */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { groupLine, report, resultOf, used } from './group-lines.mjs';

const [, , path] = process.argv;
const text = z.string().min(1);
const rowSchema = z.object({
  tili: text,
  tiliointisumma: z.string().regex(/^-?\d+,\d{2}$/),
  tositepvm: z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{4}$/),
  hankintakategoria: text,
  kustannuspaikka: text,
});

const groups = new Map();
let rows = 0;
const start = performance.now();
for await (const record of createReadStream(path).pipe(parse({ delimiter: ';', columns: true }))) {
  const { tiliointisumma, tositepvm, hankintakategoria: category, kustannuspaikka: site } = rowSchema.parse(record);
  const [, month, year] = tositepvm.split('.');
  const key = JSON.stringify([category, site, `${year}-${month.padStart(2, '0')}`]);
  const known = groups.get(key);
  const amount = new Decimal(tiliointisumma.replace(',', '.'));
  if (known === undefined) groups.set(key, { rows: 1, amount });
  else {
    known.rows += 1;
    known.amount = known.amount.plus(amount);
  }
  rows += 1;
}
const seconds = (performance.now() - start) / 1_000;
const { cpu, megabytes } = used();
const lines = [...groups].map(([key, group]) => {
  const [category, site, month] = JSON.parse(key);
  return groupLine({ category, site, month, rows: group.rows, cents: group.amount.times(100).toFixed(0) });
});
report({ seconds, cpu, megabytes, rows, ...resultOf(lines) });
