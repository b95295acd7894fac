/** A seeded generator of numbers. Whole numbers include both ends. */
export function seededRandom(seed: number): {
  readonly whole: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <T>(values: readonly T[]) => T;
  readonly decimalText: (least: number, most: number, decimals: number) => string;
};
