import { z } from 'zod';
import { textSchema } from '../reading.js';

/** Where a factor, an index or a rate comes from, so that a reader can find it again and knows on what terms it may be used. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Table, sheet or page inside the publication. */
  readonly table?: string | undefined;
  readonly retrieved?: string | undefined;
  readonly note?: string | undefined;
}

/** `Source` as data. */
export const sourceSchema = z.strictObject({
  title: textSchema,
  publisher: textSchema,
  licence: textSchema,
  table: z.optional(textSchema),
  retrieved: z.optional(textSchema),
  note: z.optional(textSchema),
});
