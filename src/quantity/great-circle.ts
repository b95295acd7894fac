import type { z } from 'zod';
import { Angle, Decimal, PLACES_KEPT, parseDecimal } from '../decimal.js';
import { errorIssue } from '../issue.js';
import { failure } from '../outcome.js';
import { schemaOf } from '../reading.js';
import { shownValue } from '../shown-value.js';
import { quantityOf } from './quantity.js';
import type { Quantity } from './quantity.js';

/** A point on the globe in degrees: north and east positive. */
export interface Coordinates {
  readonly latitude: Decimal;
  readonly longitude: Decimal;
}

/** Mean radius of the earth in kilometres (IUGG, R1). Another radius moves every distance: 6373 by 0.03 %. */
export const EARTH_RADIUS_KM = '6371.0088';

/**
 * The great-circle distance between two points by the haversine formula, rounded once, half-even, to 12 decimals of a
 * kilometre: h = sin²(Δφ/2) + cos φ₁ · cos φ₂ · sin²(Δλ/2); d = 2R · atan2(√h, √(1 − h)).
 *
 * @example greatCircle(helsinki, brussels)   // a quantity in km
 */
export function greatCircle(from: Coordinates, to: Coordinates, radiusKm: string = EARTH_RADIUS_KM): Quantity<'km'> {
  const [phi1, phi2] = [radians(from.latitude), radians(to.latitude)] as const;
  const half = (a: Angle, b: Angle) => a.minus(b).dividedBy(2).sin().pow(2);
  const lambda = half(radians(to.longitude), radians(from.longitude));
  const h = half(phi2, phi1).plus(phi1.cos().times(phi2.cos()).times(lambda));
  const angle = Angle.atan2(h.sqrt(), Angle.max(new Angle(1).minus(h), 0).sqrt()).times(2);
  const distance = new Decimal(angle.times(radiusKm).toFixed());
  return quantityOf(distance.toDecimalPlaces(PLACES_KEPT, Decimal.ROUND_HALF_EVEN), 'km');
}

function radians(degrees: Decimal): Angle {
  return new Angle(degrees).times(Angle.acos(-1)).dividedBy(180);
}

/** Degrees between −limit and +limit. */
export function coordinateSchema(limit: '90' | '180'): z.ZodType<Decimal> {
  return schemaOf((input) => {
    const degrees = parseDecimal(input);
    if (!degrees.ok || degrees.value.abs().lessThanOrEqualTo(limit)) return degrees;
    const value = shownValue(input);
    const message = `${value} is not a position: degrees lie between -${limit} and ${limit}.`;
    const detail = { value, expected: `degrees from -${limit} to ${limit}`, nearest: [] };
    return failure(errorIssue('invalid-value', { message, detail }));
  });
}
