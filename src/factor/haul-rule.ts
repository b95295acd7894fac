import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { outcomeOf } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import { positiveDecimalSchema, readWith, schemaOf, textSchema } from '../reading.js';

/**
 * How an edition tells which haul a flight is. By territory: a home, and the territories that are short or long haul from
 * it; two ends of which neither is home are `international`. By distance: the first band whose end is not exceeded.
 */
export type HaulRule =
  | {
      readonly by: 'territory';
      /** ISO 3166-1 codes of two letters; a flight within home is `domestic`. */
      readonly home: readonly string[];
      readonly short: readonly string[];
      readonly long: readonly string[];
    }
  | {
      readonly by: 'distance';
      /** In rising order; the end of a band belongs to it. */
      readonly bands: readonly { readonly haul: string; readonly upToKm: Decimal }[];
      /** Everything farther than the last band. */
      readonly beyond: string;
    };

const territoryRule = z.strictObject({
  by: z.literal('territory'),
  home: z.array(textSchema).min(1),
  short: z.array(textSchema),
  long: z.array(textSchema),
});

const distanceRule = z.strictObject({
  by: z.literal('distance'),
  bands: z.array(z.strictObject({ haul: textSchema, upToKm: positiveDecimalSchema })).min(1),
  beyond: textSchema,
});

/** `HaulRule` as data; each territory has one haul, and bands rise. */
export const haulRuleSchema: z.ZodType<HaulRule> = schemaOf((input) => {
  const kind = readWith(z.looseObject({ by: z.enum(['territory', 'distance']) }), input);
  if (!kind.ok) return kind;
  const read: Outcome<HaulRule> = readWith<HaulRule>(
    kind.value.by === 'distance' ? distanceRule : territoryRule,
    input,
  );
  if (!read.ok) return read;
  return outcomeOf(faultsOf(read.value), () => read.value);
});

function faultsOf(rule: HaulRule): readonly Issue[] {
  if (rule.by === 'territory') {
    const all = [...rule.home, ...rule.short, ...rule.long];
    const twice = all.find((territory, index) => all.indexOf(territory) !== index);
    return twice === undefined ? [] : [fault(`The territory ${twice} has two hauls.`, twice, 'each territory once')];
  }
  const ends = rule.bands.map(({ upToKm }) => upToKm);
  const falling = ends.find((end, index) => ends.slice(0, index).some((before) => before.greaterThanOrEqualTo(end)));
  if (falling === undefined) return [];
  const end = falling.toFixed();
  return [
    fault(`The band that ends at ${end} km does not end after the bands before it.`, end, 'bands in rising order'),
  ];
}

function fault(message: string, value: string, expected: string): Issue {
  return errorIssue('invalid-value', { message, detail: { value, expected, nearest: [] } });
}

/** What a haul rule looks at: the territories of both ends, where they are known, and the distance in kilometres. */
export interface HaulQuestion {
  readonly territories: readonly [string | undefined, string | undefined];
  readonly kilometres: Decimal;
}

/** The haul of a flight under an edition's rule, or `undefined` where the rule does not say. */
export function haulOf(rule: HaulRule, { territories, kilometres }: HaulQuestion): string | undefined {
  if (rule.by === 'distance') {
    return rule.bands.find(({ upToKm }) => kilometres.lessThanOrEqualTo(upToKm))?.haul ?? rule.beyond;
  }
  const [from, to] = territories;
  if (from === undefined || to === undefined) return undefined;
  const isHome = (territory: string) => rule.home.includes(territory);
  if (isHome(from) && isHome(to)) return 'domestic';
  if (!isHome(from) && !isHome(to)) return 'international';
  const abroad = isHome(from) ? to : from;
  if (rule.short.includes(abroad)) return 'short';
  return rule.long.includes(abroad) ? 'long' : undefined;
}
