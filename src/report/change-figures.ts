import { changeWaterfall } from '../change/change-waterfall.js';
import type { DecompositionRule } from '../change/decomposition-rule.js';
import { ZERO } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { collect, combine, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClientDays } from '../reception/client-days.js';
import type { ReceptionChangeOptions } from '../reception/reception-side.js';
import { describeReceptionChange } from './describe-reception-change.js';
import { receptionChange } from './reception-change.js';
import type { ReceptionChange } from './reception-change.js';
import type { CauseFigures, ChangeFigures } from './reception-report.js';
import type { YearOfInventory } from './reception-year.js';
import { tonnesText } from './tonnes-text.js';

/** Two years of a series, what the change is explained by, and the rule it is split under. */
export interface ChangeFiguresOptions extends ReceptionChangeOptions {
  readonly from: number;
  readonly to: number;
  readonly rule: DecompositionRule;
}

/**
 * Why reception's emissions moved between two years of a series, from end to end and year by year added up, as plain data: causes,
 * a waterfall and a sentence. Both splits sum to the same change digit for digit.
 *
 * Issues: those of `receptionChange`, for each pair of years.
 */
export function changeFigures(
  years: readonly YearOfInventory[],
  register: ClientDays,
  { from, to, ...options }: ChangeFiguresOptions,
): Outcome<ChangeFigures> {
  const between = years.filter(({ year }) => from <= year && year <= to).sort((a, b) => a.year - b.year);
  const ends = between.filter(({ year }) => year === from || year === to);
  const parts = combine({ whole: stepsOf(ends, register, options), steps: stepsOf(between, register, options) });
  if (!parts.ok) return parts;
  const { whole, steps } = parts.value;
  return success(figuresOf({ from, to, per: options.per, method: options.rule.method }, whole, steps));
}

type Steps = readonly ReceptionChange[];

/** The change from each year to the next one given. */
function stepsOf(
  years: readonly YearOfInventory[],
  register: ClientDays,
  options: ReceptionChangeOptions & { readonly rule: DecompositionRule },
): Outcome<Steps> {
  return collect(
    years.slice(1).flatMap(({ inventory }, index) => {
      const earlier = years[index];
      if (earlier === undefined) return [];
      const sides = { before: { inventory: earlier.inventory, register }, after: { inventory, register } };
      return [receptionChange({ ...sides, restated: [] }, options)];
    }),
  );
}

function figuresOf(
  span: Pick<ChangeFigures, 'from' | 'to' | 'per' | 'method'>,
  whole: Steps,
  steps: Steps,
): ChangeFigures {
  // Both ends are years of the series, so that there is one step from end to end: looked at when the settings were read.
  const change = whole[0] as ReceptionChange;
  const chained = change.causes.map((_, index) =>
    sumOf(steps.flatMap(({ causes }) => causes[index]?.effect.value ?? [])),
  );
  const causes = change.causes.map(({ cause, name, effect }, index): CauseFigures => {
    const yearByYear = tonnesText(chained[index] ?? ZERO);
    return { cause, name, endToEnd: tonnesText(effect.value), yearByYear };
  });
  return {
    ...span,
    before: tonnesText(change.before.value),
    after: tonnesText(change.after.value),
    change: tonnesText(change.change.value),
    causes,
    waterfall: waterfallOf(change),
    text: describeReceptionChange(change, span),
  };
}

function waterfallOf({ before, after, causes }: ReceptionChange): ChangeFigures['waterfall'] {
  const effects = causes.map(({ name, effect }) => ({ factor: name, effect }));
  return changeWaterfall({ before, after, effects }).flatMap(({ label, effect, to }) =>
    effect === undefined || effect.value.isZero()
      ? []
      : [{ name: label, effect: tonnesText(effect.value), level: tonnesText(to.value) }],
  );
}
