/**
 * One line of the result. `goal` is `{ atLeast }` or `{ atMost }`; an `aim` has the same shape and is printed, but missing
 * it fails nothing.
 */
export function measurement(name, value, { unit, decimals = 0, goal, aim }) {
  return { name, value, unit, decimals, goal, aim };
}

export function isMissed({ value, goal }) {
  if (goal === undefined) return false;
  return goal.atLeast === undefined ? value > goal.atMost : value < goal.atLeast;
}

export function describeMeasurement(line) {
  const { name, value, unit, decimals, goal, aim } = line;
  const verdict = isMissed(line) ? 'missed' : 'met';
  const wanted = goal === undefined ? describeBound('aim', aim) : `${describeBound('goal', goal)}: ${verdict}`;
  return `${name}: ${numberText(value, decimals)} ${unit}${wanted === '' ? '' : ` (${wanted})`}`;
}

function describeBound(word, bound) {
  if (bound === undefined) return '';
  return bound.atLeast === undefined
    ? `${word} at most ${numberText(bound.atMost)}`
    : `${word} at least ${numberText(bound.atLeast)}`;
}

/** A number with so many decimals; a bound with those it was stated with. */
function numberText(value, decimals) {
  const places = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('en', places).format(value);
}
