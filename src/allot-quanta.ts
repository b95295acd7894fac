/** A part of a whole before it is rounded: whole quanta of 10⁻¹², rounded down, and what is left over, in one measure for all parts. */
export interface UnroundedPart {
  readonly quanta: bigint;
  readonly rest: bigint;
}

/**
 * Rounds parts so that they add up to a whole: every part is rounded down to the quantum of 10⁻¹², and the quanta that are
 * then missing go one each to the parts with the largest remainders, ties to the earlier part. Where rounding of the parts
 * themselves leaves quanta over instead, they are taken from the smallest remainders.
 */
export function allotQuanta(parts: readonly UnroundedPart[], whole: bigint): readonly bigint[] {
  if (parts.length === 0) return [];
  const missing = parts.reduce((left, { quanta }) => left - quanta, whole);
  if (missing === 0n) return parts.map(({ quanta }) => quanta);
  const step = missing < 0n ? -1n : 1n;
  const turns = missing * step;
  const count = BigInt(parts.length);
  const inOrder = parts.map(({ rest }, index) => ({ rest, index })).sort(byRest);
  const turn = missing < 0n ? inOrder.reverse() : inOrder;
  const once = new Set(turn.slice(0, Number(turns % count)).map(({ index }) => index));
  return parts.map(({ quanta }, index) => quanta + step * (turns / count + (once.has(index) ? 1n : 0n)));
}

interface PlacedRest {
  readonly rest: bigint;
  readonly index: number;
}

function byRest(a: PlacedRest, b: PlacedRest): number {
  if (a.rest === b.rest) return a.index - b.index;
  return a.rest > b.rest ? -1 : 1;
}
