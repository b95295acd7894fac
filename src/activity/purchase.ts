import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import type { Decimal } from '../decimal.js';
import { quantitySchema } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import { CURRENCIES } from '../quantity/units.js';
import type { Currency } from '../quantity/units.js';
import { VAT_BASES } from '../quantity/vat-basis.js';
import type { VatBasis } from '../quantity/vat-basis.js';
import { shareSchema, textSchema } from '../reading.js';
import { commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';

/** Which ledger rows a purchase was folded from: the mapping, its rules, the group they fell into, how many there were. */
export interface FoldOrigin {
  readonly mapping: string;
  readonly rules: readonly string[];
  readonly group: string;
  readonly rows: number;
  /** The first and the last day on which one of the rows was posted. */
  readonly firstDate?: CalendarDate | undefined;
  readonly lastDate?: CalendarDate | undefined;
}

/** Money spent on a product; the only kind whose amount may be negative. Calculated spend-based. */
export type Purchase = CommonFields &
  Timing & {
    readonly kind: 'purchase';
    /** The key of the spend-based factor. */
    readonly product: string;
    readonly amount: Quantity<Currency>;
    readonly vat: VatBasis;
    /** Needed where the factor's VAT basis differs: "0.24" for 24 %. Holds for the whole activity. */
    readonly vatRate?: Decimal | undefined;
    /** Scope 3 category 1 unless stated to be category 2. */
    readonly category?: 'purchased-goods-and-services' | 'capital-goods' | undefined;
    readonly folded?: FoldOrigin | undefined;
  };

const foldOriginSchema = z.strictObject({
  mapping: textSchema,
  rules: z.array(textSchema),
  group: textSchema,
  rows: z.int().min(1),
  firstDate: z.optional(calendarDateSchema),
  lastDate: z.optional(calendarDateSchema),
});

/** `Purchase` as data. */
export const purchaseSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('purchase'),
  product: textSchema,
  amount: quantitySchema(CURRENCIES),
  vat: z.enum(VAT_BASES),
  vatRate: z.optional(shareSchema),
  category: z.optional(z.enum(['purchased-goods-and-services', 'capital-goods'])),
  folded: z.optional(foldOriginSchema),
});
