import { didYouMean, nearestNames } from '../nearest.js';
import { POSTING_COLUMNS } from './ledger-layout.js';
import type { LedgerLayout, PostingColumn } from './ledger-layout.js';

/** Where each field of a posting stands in a row, and how many fields a row has. */
export interface LedgerHeader {
  readonly width: number;
  readonly at: ReadonlyMap<PostingColumn, number>;
  /** The header ends in a delimiter, so every row has an empty field at its end. */
  readonly emptyEnd: 'yes' | 'no';
}

/** What a header is held against. Tables that no character parts have no delimiter. */
export type HeaderLayout = Pick<LedgerLayout, 'columns' | 'ignored'> & Partial<Pick<LedgerLayout, 'delimiter'>>;

/** The header of a file against its layout, or everything that is wrong with it. Every column is named or ignored. */
export function ledgerHeader(
  fields: readonly string[],
  layout: HeaderLayout,
): LedgerHeader | { readonly faults: readonly string[] } {
  const emptyEnd = fields.length > 1 && fields.at(-1) === '' ? 'yes' : 'no';
  const names = emptyEnd === 'yes' ? fields.slice(0, -1) : fields;
  const wanted = POSTING_COLUMNS.flatMap((field) => {
    const name = layout.columns[field];
    return name === undefined ? [] : [{ field, name }];
  });
  const faults = [...missingColumns(names, wanted, layout), ...unknownColumns(names, wanted, layout)];
  if (faults.length > 0) return { faults };
  return { width: fields.length, at: new Map(wanted.map(({ field, name }) => [field, names.indexOf(name)])), emptyEnd };
}

type Wanted = readonly { readonly field: PostingColumn; readonly name: string }[];

function missingColumns(names: readonly string[], wanted: Wanted, layout: HeaderLayout): readonly string[] {
  const found =
    names.length === 1 && layout.delimiter !== undefined
      ? `there is only one column: is the file really parted by ${layout.delimiter}?`
      : `found ${names.join(', ')}`;
  return wanted
    .filter(({ name }) => !names.includes(name))
    .map(({ name }) => `the column ${JSON.stringify(name)} is missing; ${found}`);
}

function unknownColumns(names: readonly string[], wanted: Wanted, { ignored = [] }: HeaderLayout): readonly string[] {
  const known = new Set([...wanted.map(({ name }) => name), ...ignored]);
  const unknown = names
    .filter((name) => !known.has(name))
    .map((name) => {
      const hint = didYouMean(nearestNames(name, known));
      return `the column ${JSON.stringify(name)} is not known.${hint} Name it in the layout, or list it as ignored`;
    });
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [...unknown, ...repeated.map((name) => `the column ${JSON.stringify(name)} stands there twice`)];
}
