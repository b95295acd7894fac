import { z } from 'zod';
import { MINOR_UNIT_SCALES } from '../ledger/minor-units.js';
import type { MinorUnitScale } from '../ledger/minor-units.js';
import type { Outcome } from '../outcome.js';
import { readWith, textSchema } from '../reading.js';

/** The columns of a table by which its rows are grouped: their names are kept apart byte for byte. */
export const NAMING_COLUMNS = ['account', 'category', 'supplier', 'site'] as const;

/** How an engine holds the amounts of a ledger: decimals of the currency, or whole numbers of 10^-scale of it (2: cents). */
export type SqlAmount = { readonly kind: 'decimal' } | { readonly kind: 'minor-units'; readonly scale: MinorUnitScale };

/** Which columns of a table make a posting. The column of `date` is a date, that of `amount` is no double. */
export interface SqlLayout {
  readonly id: string;
  readonly amount: SqlAmount;
  readonly columns: {
    readonly account: string;
    readonly amount: string;
    readonly date: string;
    readonly supplier?: string | undefined;
    readonly site?: string | undefined;
    readonly category?: string | undefined;
  };
}

/** `SqlLayout` as data. */
export const sqlLayoutSchema = z.strictObject({
  id: textSchema,
  amount: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('decimal') }),
    z.strictObject({ kind: z.literal('minor-units'), scale: z.literal(MINOR_UNIT_SCALES) }),
  ]),
  columns: z.strictObject({
    account: textSchema,
    amount: textSchema,
    date: textSchema,
    supplier: z.optional(textSchema),
    site: z.optional(textSchema),
    category: z.optional(textSchema),
  }),
});

/**
 * Reads the layout of a table: `{ id, amount: { kind: 'decimal' } | { kind: 'minor-units', scale }, columns }`. How amounts are
 * held has no default: cents that are taken for euros are a hundred times too much.
 *
 * Issues: `unknown-key`, `missing-field`, `invalid-value`.
 *
 * @example
 * const layout = orThrow(parseSqlLayout({
 *   id: 'warehouse', amount: { kind: 'decimal' },
 *   columns: { account: 'tili', amount: 'summa', date: 'pvm', supplier: 'toimittaja', site: 'kustannuspaikka' },
 * }));
 */
export function parseSqlLayout(input: unknown): Outcome<SqlLayout> {
  return readWith<SqlLayout>(sqlLayoutSchema, input);
}
