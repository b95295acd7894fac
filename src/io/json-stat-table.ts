import type { Decimal } from '../decimal.js';

/** One code of a dimension. */
export interface JsonStatCategory {
  readonly code: string;
  readonly label: string;
  /** What values of a measure are counted in, where the table says so. */
  readonly unit?: string | undefined;
}

/** One dimension of a table, its codes in the order of the values. */
export interface JsonStatDimension {
  readonly id: string;
  readonly label: string;
  readonly role?: JsonStatRole | undefined;
  readonly categories: readonly JsonStatCategory[];
}

/** What a dimension stands for, where the table says so. */
export const JSON_STAT_ROLES = ['time', 'geo', 'metric'] as const;
export type JsonStatRole = (typeof JSON_STAT_ROLES)[number];

/** One cell: a value, or none; and the status that the publisher gives it, such as `..` for a value that is not available. */
export interface JsonStatCell {
  readonly value?: Decimal | undefined;
  readonly status?: string | undefined;
}

/** A table of statistics. Cells lie in the order of the dimensions, the last one changing fastest. */
export interface JsonStatTable {
  /** The file, in issues. */
  readonly file: string;
  readonly label?: string | undefined;
  /** Who publishes the table, as it says itself. */
  readonly publisher?: string | undefined;
  readonly updated?: string | undefined;
  readonly dimensions: readonly JsonStatDimension[];
  readonly cells: readonly JsonStatCell[];
}
