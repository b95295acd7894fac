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
  const count = BigInt(parts.length);
  if (missing >= 0n && missing < count) return withOneMore(parts, largest(parts, Number(missing)), 1n);
  const [all, some] = [missing / count, Number(missing % count)];
  const level = parts.map(({ quanta, rest }) => ({ quanta: quanta + all, rest }));
  return some < 0 ? withOneMore(level, smallest(level, -some), -1n) : withOneMore(level, largest(level, some), 1n);
}

function withOneMore(parts: readonly UnroundedPart[], chosen: readonly number[], step: bigint): readonly bigint[] {
  return parts.map(({ quanta }, index) => (chosen.includes(index) ? quanta + step : quanta));
}

/** The places of so many of the largest remainders, the earlier ones among equals. */
function largest(parts: readonly UnroundedPart[], count: number): readonly number[] {
  return chosenBy(parts, count, (rest, best) => rest > best);
}

/** The places of so many of the smallest remainders, the later ones among equals. */
function smallest(parts: readonly UnroundedPart[], count: number): readonly number[] {
  return chosenBy(parts, count, (rest, best) => rest <= best);
}

/** Parts are few, and most of them are chosen or not in a look or two: they are not sorted. */
function chosenBy(
  parts: readonly UnroundedPart[],
  count: number,
  better: (rest: bigint, best: bigint) => boolean,
): readonly number[] {
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best: number | undefined;
    for (const [index, { rest }] of parts.entries()) {
      if (chosen.includes(index)) continue;
      if (best === undefined || better(rest, (parts[best] as UnroundedPart).rest)) best = index; // a place among them
    }
    chosen.push(best as number); // fewer are chosen than there are
  }
  return chosen;
}
