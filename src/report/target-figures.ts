import { decimalText } from '../decimal.js';
import type { Unit } from '../quantity/units.js';
import type { RequiredChange, TargetProgress } from '../target/track-target.js';
import type { TargetFigures } from './annual-figures.js';

/** Progress towards a target as plain data with all digits. `series` says whose figures they are. */
export function targetFigures<U extends Unit>(progress: TargetProgress<U>, series: string): TargetFigures {
  return {
    name: progress.target.name,
    series,
    unit: progress.base.unit,
    years: progress.years.map(({ year, allowed, actual, excess, reduction, onTrack }) => ({
      year,
      allowed: decimalText(allowed.value),
      actual: decimalText(actual.value),
      excess: decimalText(excess.value),
      reduction: decimalText(reduction),
      onTrack,
    })),
    milestones: progress.milestones.map(({ year, allowed, required }) => ({
      year,
      allowed: decimalText(allowed.value),
      ...(required === undefined ? {} : { required: requiredFigures(required) }),
    })),
  };
}

function requiredFigures({ perYear, rate }: RequiredChange<Unit>) {
  const stated = rate === undefined ? {} : { rate: decimalText(rate) };
  return { perYear: decimalText(perYear.value), ...stated };
}
