import { z } from 'zod';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { readWith } from '../reading.js';
import { ledgerLayoutSchema, twoReadings } from './ledger-layout.js';
import type { LedgerLayout } from './ledger-layout.js';

/** Scales past this are of no currency and no price. */
const SCALE_AT_MOST = 30;

/**
 * How amounts are stored: as `DECIMAL` of the file (its scale is the file's own); as whole numbers of minor units, with how
 * many digits of them stand behind the point; or as text, written as a `LedgerLayout` declares it.
 */
export type ParquetAmount =
  | { readonly kind: 'decimal' }
  | { readonly kind: 'minor-units'; readonly scale: number }
  | ({ readonly kind: 'text' } & Pick<LedgerLayout, 'decimal' | 'thousands' | 'negatives'>);

/** How the Parquet files of one ledger system are made, and which column is which field. Every column is named or ignored. */
export interface ParquetLayout extends Pick<LedgerLayout, 'id' | 'columns' | 'ignored' | 'namesLikeTotals'> {
  readonly amount: ParquetAmount;
  /** `date`: the type DATE of the file; else the form of a text. */
  readonly dates: 'date' | LedgerLayout['dates'];
}

const { id, columns, ignored, namesLikeTotals, decimal, thousands, negatives, dates } = ledgerLayoutSchema.shape;

/** `ParquetLayout` as data. */
const parquetLayoutSchema = z.strictObject({
  id,
  columns,
  ignored,
  namesLikeTotals,
  amount: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('decimal') }),
    z.strictObject({ kind: z.literal('minor-units'), scale: z.int().min(0).max(SCALE_AT_MOST) }),
    z.strictObject({ kind: z.literal('text'), decimal, thousands, negatives }),
  ]),
  dates: z.enum(['date', ...dates.options]),
});

/**
 * Reads the layout of Parquet ledgers.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value` (also where one character would part both thousands and decimals of
 * amounts that are text).
 *
 * @example
 * parseParquetLayout({ id: 'erp', amount: { kind: 'decimal' }, dates: 'date', columns: { account: 'tili', amount: 'eur', date: 'pvm' } })
 */
export function parseParquetLayout(input: unknown): Outcome<ParquetLayout> {
  const read = readWith<ParquetLayout>(parquetLayoutSchema, input);
  return read.ok ? outcomeOf(twoReadings(cellLayout(read.value), 'amount.'), () => read.value) : read;
}

/**
 * The layout that the cells of a file have once they are text: numbers and days of the file are written out with a point
 * and as yyyy-MM-dd.
 */
export function cellLayout({ amount, dates: form, ...named }: ParquetLayout): LedgerLayout {
  const { decimal: sign, thousands: groups, negatives: minus } = amount.kind === 'text' ? amount : WRITTEN_OUT;
  return {
    ...named,
    delimiter: 'tab',
    quoting: 'none',
    encoding: 'utf-8',
    decimal: sign,
    thousands: groups,
    negatives: minus,
    dates: form === 'date' ? 'yyyy-MM-dd' : form,
  };
}

const WRITTEN_OUT = { decimal: 'point', thousands: 'none', negatives: undefined } as const;
