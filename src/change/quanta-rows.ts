/** Rows of whole numbers, all of one width, and the sums of their columns. */
export interface QuantaRows {
  readonly append: (row: readonly bigint[]) => void;
  readonly row: (index: number) => readonly bigint[];
  readonly sums: () => readonly bigint[];
}

/**
 * Rows as they come, up to a number of them, kept in 64 bits for each whole number that fits, and as it is where it does not
 * (from nine million kilograms on, in quanta). A table of 88 200 cells has 600 000: as values of their own they would cost
 * more time to keep than to calculate.
 */
export function quantaRows(width: number, rowsAtMost: number): QuantaRows {
  // Of its full size with the first row, so that a table of another shape takes no room.
  let short = new BigInt64Array(0);
  const long = new Map<number, bigint>();
  const sums = Array.from({ length: width }, () => 0n);
  let rows = 0;
  const at = (place: number): bigint => long.get(place) ?? (short[place] as bigint); // of an appended row
  return {
    append: (row) => {
      if (rows === 0) short = new BigInt64Array(width * rowsAtMost);
      for (let column = 0; column < width; column += 1) {
        const quanta = row[column] as bigint; // rows have the width
        const place = rows * width + column;
        short[place] = quanta;
        if (short[place] !== quanta) long.set(place, quanta);
        sums[column] = (sums[column] as bigint) + quanta; // there is one for every column
      }
      rows += 1;
    },
    row: (index) => sums.map((_, column) => at(index * width + column)),
    sums: () => sums,
  };
}
