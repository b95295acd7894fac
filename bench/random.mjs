/**
 * A small seeded generator of numbers (mulberry32): the same seed gives the same data on every machine, so that two runs
 * of the benchmark are runs over the same rows.
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least, most) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    chance: (share) => next() < share,
    oneOf: (values) => values[whole(0, values.length - 1)],
    /** Decimal text with the given decimals, built from a whole number: no binary fraction on the way. */
    decimalText: (least, most, decimals) => decimalOf(whole(least * 10 ** decimals, most * 10 ** decimals), decimals),
  };
}

function decimalOf(units, decimals) {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
