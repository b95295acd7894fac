import type { PostingColumn } from './ledger-layout.js';
import type { ParquetElement } from './parquet-footer.js';
import type { ParquetLayout } from './parquet-layout.js';

/** Writes a stored value as text, exactly. */
export type CellText = (value: unknown) => string;

/**
 * How the values of a column are written as text, or why they are not what the layout says. Numbers of the file are written out
 * digit by digit and never become doubles; text must be UTF-8; a double is no amount and no name.
 */
export function cellTextOf(
  element: ParquetElement,
  field: PostingColumn,
  { amount, dates }: Pick<ParquetLayout, 'amount' | 'dates'>,
): CellText | { readonly fault: string } {
  if (field === 'date' && dates === 'date') return isDate(element) ? dayText : notAsDeclared(element, NOT_A_DATE);
  if (field === 'amount' && amount.kind === 'decimal') return decimalText(element);
  if (field === 'amount' && amount.kind === 'minor-units') {
    return isInteger(element) ? scaledText(amount.scale) : notAsDeclared(element, NOT_MINOR_UNITS);
  }
  if (isText(element)) return utf8Text;
  if (field === 'amount' || field === 'date') return notAsDeclared(element, 'text is declared in the layout');
  return isInteger(element) ? integerText(element) : notAsDeclared(element, 'text or a whole number is needed');
}

const NOT_A_DATE =
  'the type DATE is declared in the layout. Cast it to DATE: an instant has no day before its time zone is known';
const NOT_MINOR_UNITS = 'whole numbers of minor units are declared in the layout';
const NOT_A_DECIMAL = 'DECIMAL is declared in the layout';
const DOUBLES = '. A double has lost its cents already: write the amounts as DECIMAL where they come from';

function notAsDeclared(element: ParquetElement, wanted: string): { readonly fault: string } {
  const isDouble = element.type === 'DOUBLE' || element.type === 'FLOAT';
  return { fault: `it is ${nameOfType(element)}, and ${wanted}${isDouble ? DOUBLES : ''}` };
}

function nameOfType({ type, converted_type: converted, logical_type: logical, num_children }: ParquetElement): string {
  if (num_children !== undefined && num_children > 0) return 'a group of columns';
  return [type ?? 'of no type', logical?.type ?? converted].filter((name) => name !== undefined).join(' ');
}

/** What the file says of the meaning of a column: its newer annotation, or its older one. */
function annotationOf({ logical_type: logical, converted_type: converted }: ParquetElement): string | undefined {
  return logical?.type ?? converted;
}

function isText(element: ParquetElement): boolean {
  return element.type === 'BYTE_ARRAY' && ['STRING', 'UTF8', 'ENUM'].includes(annotationOf(element) ?? '');
}

function isDate(element: ParquetElement): boolean {
  return element.type === 'INT32' && annotationOf(element) === 'DATE';
}

const INTEGERS = /^(?:INTEGER|U?INT_(?:8|16|32|64))$/;

function isInteger(element: ParquetElement): boolean {
  const annotation = annotationOf(element);
  return (
    (element.type === 'INT32' || element.type === 'INT64') && (annotation === undefined || INTEGERS.test(annotation))
  );
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8Text(value: unknown): string {
  if (!(value instanceof Uint8Array)) throw new Error('a text is none');
  if (value.includes(0)) throw new Error('a text holds the control character U+0000');
  try {
    return decoder.decode(value);
  } catch {
    throw new Error('a text holds bytes that are not UTF-8');
  }
}

function integerText({ type, converted_type: converted, logical_type: logical }: ParquetElement): CellText {
  const unsigned = logical?.type === 'INTEGER' ? logical.isSigned === false : converted?.startsWith('UINT_') === true;
  if (!unsigned) return (value) => String(wholeOf(value));
  const bits = type === 'INT32' ? 32 : 64;
  return (value) => String(BigInt.asUintN(bits, wholeOf(value)));
}

/** Wider numbers are of no ledger; what is wider is told as an amount that cannot be read. */
const BYTES_AT_MOST = 32;
const SCALE_AT_MOST = 30;

function decimalText(element: ParquetElement): CellText | { readonly fault: string } {
  const { logical_type: logical, converted_type: converted, scale: older } = element;
  const newer = logical?.type === 'DECIMAL' ? logical.scale : undefined;
  if (newer === undefined && converted !== 'DECIMAL') return notAsDeclared(element, NOT_A_DECIMAL);
  const scale = newer ?? older ?? 0;
  if (newer !== undefined && converted === 'DECIMAL' && newer !== (older ?? 0))
    return { fault: `it states two scales, ${newer} and ${older ?? 0}` };
  if (!(scale >= 0 && scale <= SCALE_AT_MOST)) return { fault: `its scale ${scale} is not from 0 to ${SCALE_AT_MOST}` };
  return scaledText(scale);
}

function scaledText(scale: number): CellText {
  return (value) => {
    if (value instanceof Uint8Array && value.length > BYTES_AT_MOST) return `a number of ${value.length} bytes`;
    const whole = wholeOf(value);
    const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
    const sign = whole < 0n ? '-' : '';
    if (scale === 0) return `${sign}${digits}`;
    return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  };
}

/** Whole numbers as the file stores them; those in bytes are big-endian, in two's complement. */
function wholeOf(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (!(value instanceof Uint8Array) || value.length === 0) throw new Error('a number is none');
  let whole = 0n;
  for (const byte of value) whole = (whole << 8n) | BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
}

const MILLISECONDS_A_DAY = 86_400_000;
/** The days that a `Date` reaches either side of 1970. */
const DAYS_AT_MOST = 100_000_000;

function dayText(value: unknown): string {
  if (typeof value !== 'number') throw new Error('a day is none');
  if (Math.abs(value) > DAYS_AT_MOST) return `day ${value} since 1970`;
  return new Date(value * MILLISECONDS_A_DAY).toISOString().slice(0, -'T00:00:00.000Z'.length);
}
