import { parquetMetadata } from 'hyparquet';
import { z } from 'zod';
import { thriftEnd } from './thrift-end.js';

/** The kinds in which a value is stored. */
const STORED = ['BOOLEAN', 'INT32', 'INT64', 'INT96', 'FLOAT', 'DOUBLE', 'BYTE_ARRAY', 'FIXED_LEN_BYTE_ARRAY'] as const;

/** What is known of packing by name; which of it can be unpacked is another question. */
const CODECS = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'LZO', 'BROTLI', 'LZ4', 'ZSTD', 'LZ4_RAW'] as const;
export type ParquetCodec = (typeof CODECS)[number];

const logicalSchema = z.looseObject({
  type: z.optional(z.string()),
  scale: z.optional(z.int()),
  isSigned: z.optional(z.boolean()),
});

const elementSchema = z.object({
  name: z.string(),
  type: z.optional(z.enum(STORED)),
  type_length: z.optional(z.int()),
  repetition_type: z.optional(z.enum(['REQUIRED', 'OPTIONAL', 'REPEATED'])),
  num_children: z.optional(z.int()),
  converted_type: z.optional(z.string()),
  scale: z.optional(z.int()),
  logical_type: z.optional(logicalSchema),
});

const storedColumnSchema = z.object({
  file_path: z.optional(z.string()),
  meta_data: z.object({
    type: z.enum(STORED),
    path_in_schema: z.array(z.string()),
    codec: z.enum(CODECS),
    total_compressed_size: z.bigint(),
    data_page_offset: z.bigint(),
    dictionary_page_offset: z.optional(z.bigint()),
  }),
});

const rowGroupSchema = z.object({ num_rows: z.bigint(), columns: z.array(storedColumnSchema) });

const footerSchema = z.object({
  num_rows: z.bigint(),
  schema: z.array(elementSchema).min(1),
  row_groups: z.array(rowGroupSchema),
});

/** An entry of the schema: a column, or a group of them. */
export type ParquetElement = z.output<typeof elementSchema>;
export type ParquetRowGroup = z.output<typeof rowGroupSchema>;

/** What is used of the footer of a file. */
export type ParquetFooter = z.output<typeof footerSchema>;

/**
 * Reads the footer, with the eight bytes behind it. What hyparquet gives is looked at again: in a damaged footer any field may
 * be of any type. Throws an `Error` where the footer is none.
 */
export function readFooter(footer: Uint8Array, tail: number): ParquetFooter {
  if (thriftEnd(footer, 0) > footer.length - tail) throw new Error('it is longer than it claims');
  const read = footerSchema.safeParse(parquetMetadata(footer, { geoparquet: false }));
  if (read.success) return read.data;
  const places = read.error.issues.map(({ path }) => path.map(String).join('.'));
  throw new Error(`${places.slice(0, 3).join(', ')} cannot be read`);
}

/** The columns at the top of a schema, in their order. Throws an `Error` where the entries do not add up. */
export function topColumns({ schema }: ParquetFooter): readonly ParquetElement[] {
  const columns: ParquetElement[] = [];
  const open = [schema[0]?.num_children ?? 0];
  for (const element of schema.slice(1)) {
    while (open.at(-1) === 0) open.pop();
    const left = open.pop();
    if (left === undefined || left < 0) throw new Error('it has more columns than it claims');
    if (open.length === 0) columns.push(element);
    open.push(left - 1);
    if (element.num_children !== undefined) open.push(element.num_children);
  }
  if (open.some((left) => left !== 0)) throw new Error('it has fewer columns than it claims');
  return columns;
}
