import { z } from 'zod';
import type { Decimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import type { Quantity } from '../quantity/quantity.js';
import type { UnitOf } from '../quantity/units.js';
import { nonNegativeDecimalSchema, textSchema } from '../reading.js';
import { amountSchema, commonShape } from './common-fields.js';
import type { CommonFields, Timing } from './common-fields.js';
import { oneOf } from './one-of.js';
import type { TravelAmount } from './travel.js';

/** What a survey of commuters asks: how many, how far one way, on how many days. The way home is counted with it. */
export interface CommutingSurvey {
  /** May be a fraction: a share of the staff × the staff. */
  readonly persons: Decimal;
  readonly oneWay: Quantity<'km'>;
  readonly days: Decimal;
}

/** Journeys between home and work: category 7. Either the distance travelled, or a survey it follows from. */
export type Commuting = CommonFields &
  Timing & {
    readonly kind: 'commuting';
    readonly mode: string;
    readonly amount?: TravelAmount | undefined;
    readonly survey?: CommutingSurvey | undefined;
    /** What a survey's kilometres are: a passenger's, or a whole vehicle's. */
    readonly per?: UnitOf<'passenger-distance' | 'vehicle-distance'> | undefined;
  };

/** Hours worked at home: category 7, which may hold teleworking. */
export type RemoteWork = CommonFields &
  Timing & {
    readonly kind: 'remote-work';
    /** The key of the factor per working-hour, for example `remote-work`. */
    readonly arrangement: string;
    readonly amount: Quantity<'working-hour'>;
  };

/** `Commuting` as data. */
export const commutingSchema = z
  .strictObject({
    ...commonShape,
    kind: z.literal('commuting'),
    mode: textSchema,
    amount: z.optional(amountSchema('passenger-distance', 'vehicle-distance')),
    survey: z.optional(
      z.strictObject({
        persons: nonNegativeDecimalSchema,
        oneWay: amountSchema('distance'),
        days: nonNegativeDecimalSchema,
      }),
    ),
    per: z.optional(z.enum(['passenger-km', 'vehicle-km'])),
  })
  .superRefine(oneOf('amount', 'survey'))
  .superRefine(({ survey, per }, context) => {
    if ((survey === undefined) === (per === undefined)) return;
    const message =
      per === undefined
        ? 'The field per is missing: a survey asks for kilometres, of passengers or of vehicles.'
        : 'The field per belongs to a survey; an amount has its unit.';
    const issue =
      per === undefined
        ? errorIssue('missing-field', { message, detail: { field: 'per' }, at: { path: 'per' } })
        : errorIssue('invalid-value', {
            message,
            detail: { value: per, expected: 'no per', nearest: [] },
            at: { path: 'per' },
          });
    context.addIssue({ code: 'custom', message, params: { issue } });
  });

/** `RemoteWork` as data. */
export const remoteWorkSchema = z.strictObject({
  ...commonShape,
  kind: z.literal('remote-work'),
  arrangement: textSchema,
  amount: amountSchema('working-time'),
});
