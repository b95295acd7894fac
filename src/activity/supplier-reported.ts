import { z } from 'zod';
import type { Quantity } from '../quantity/quantity.js';
import type { EmissionUnit } from '../quantity/units.js';
import { GWP_SETS } from '../quantity/warming-potential.js';
import type { GwpSet } from '../quantity/warming-potential.js';
import { textSchema } from '../reading.js';
import { allocationSchema } from './allocation.js';
import type { Allocation } from './allocation.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';
import { SCOPE_3_CATEGORY_NAMES } from './scope-3-category.js';
import type { Scope3Category } from './scope-3-category.js';

/** Emissions that a supplier states for what it delivered. The statement is named; no factor is used. */
export type SupplierReported = CommonFields &
  Timing & {
    readonly kind: 'supplier-reported';
    readonly scope3Category: Scope3Category;
    readonly amount: Quantity<EmissionUnit>;
    /** The document the figure stands in. */
    readonly source: string;
    /** The report the statement was weighed with, where it says so. */
    readonly gwp?: GwpSet | undefined;
    /** The reporter's part of what the supplier states for several customers or products. */
    readonly allocation?: Allocation | undefined;
  };

/** `SupplierReported` as data. */
export const supplierReportedSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('supplier-reported'),
  scope3Category: z.enum(SCOPE_3_CATEGORY_NAMES),
  amount: amountSchema('emissions'),
  source: textSchema,
  gwp: z.optional(z.enum(GWP_SETS)),
  allocation: z.optional(allocationSchema),
});
