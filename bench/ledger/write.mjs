/** `node write.mjs <path> <rows> [even]`: writes the invented ledger. */
import { writeLedger } from './synthetic-ledger.mjs';

const [, , path, rows, spread] = process.argv;
await writeLedger(path, Number(rows), spread);
