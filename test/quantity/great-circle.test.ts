import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { orThrow } from '../../src/outcome.js';
import { EARTH_RADIUS_KM, coordinateSchema, greatCircle } from '../../src/quantity/great-circle.js';
import type { Coordinates } from '../../src/quantity/great-circle.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const at = (latitude: string, longitude: string): Coordinates => ({
  latitude: new Decimal(latitude),
  longitude: new Decimal(longitude),
});
const kilometres = (from: Coordinates, to: Coordinates, radius?: string) =>
  decimalText(greatCircle(from, to, radius).value);

/** Half of a great circle of R = 6371.0088 km, π × R, in Python's mpmath at 50 digits. */
const HALF_CIRCLE = '20015.114442035924';

describe('greatCircle', () => {
  // The airports' positions in OurAirports; the distance in Python's mpmath at 50 digits, by the haversine formula and by
  // the law of cosines: 1646.58309866553939…
  test('Helsinki to Brussels is right to the twelfth decimal of a kilometre', () => {
    const helsinki = at('60.318363', '24.963341');
    const brussels = at('50.901402', '4.48444');
    expect(greatCircle(helsinki, brussels)).toEqual(quantity('1646.583098665539', 'km'));
    expect(greatCircle(brussels, helsinki)).toEqual(quantity('1646.583098665539', 'km'));
  });

  // Published: acircleda/footprint, README and R/latlong_footprint.R (R = 6373 km, 0.19562 kg per km); three decimals.
  test.each([
    [at('34.052235', '-118.243683'), at('35.179554', '129.075638'), '1881.589'],
    [at('40.712776', '-74.005974'), at('51.52', '-0.1'), '1090.260'],
  ])('case GCD-footprint: %o to %o comes to the published %s kg', (from, to, published) => {
    const kilograms = new Decimal(kilometres(from, to, '6373')).times('0.19562');
    expect(kilograms.toFixed(3)).toBe(published);
  });

  test('the mean radius gives another figure than 6373 km: 1881.001 kg, as the case says', () => {
    const [losAngeles, busan] = [at('34.052235', '-118.243683'), at('35.179554', '129.075638')];
    expect(EARTH_RADIUS_KM).toBe('6371.0088');
    expect(greatCircle(losAngeles, busan).value.times('0.19562').toFixed(3)).toBe('1881.001');
  });

  // Case GCD-unit (R = 6371 km) prints six decimals: a quarter of the circle is π ÷ 2 × R, half of it π × R.
  test.each([
    ['nothing', at('60', '25'), at('60', '25'), '0'],
    ['a quarter', at('0', '0'), at('0', '90'), '10007.543398'],
    ['a half', at('0', '0'), at('0', '180'), '20015.086796'],
  ])('case GCD-unit: %s of the circle', (_, from, to, expected) => {
    expect(decimalText(new Decimal(kilometres(from, to, '6371')).toDecimalPlaces(6))).toBe(expected);
  });

  test.each([
    ['on the equator', at('0', '-60'), at('0', '120')],
    ['across the dateline', at('10.5', '179.25'), at('-10.5', '-0.75')],
    ['of any place', at('60.318363', '24.963341'), at('-60.318363', '-155.036659')],
    ['from pole to pole', at('90', '0'), at('-90', '77')],
  ])('antipodes %s lie half of the circle apart', (_, from, to) => {
    expect(kilometres(from, to)).toBe(HALF_CIRCLE);
  });

  // mpmath: 2R · atan2(√h, √(1 − h)) = 20015.114330840844078…; the arc lost there is one millionth of a degree.
  test('a hand’s breadth beside the antipodes no digit is lost', () => {
    expect(kilometres(at('0', '0'), at('0.000001', '180'))).toBe('20015.114330840844');
  });

  // One millionth of a degree is π × R ÷ 180 000 000 = 0.00011119508023353291… km.
  test('points that nearly meet are not one point', () => {
    expect(kilometres(at('60', '25'), at('60.000001', '25'))).toBe('0.00011119508');
  });

  test('a pole is one point, whatever its longitude', () => {
    expect(kilometres(at('90', '0'), at('90', '123.4'))).toBe('0');
    expect(kilometres(at('-90', '-180'), at('-90', '5'))).toBe('0');
    // A quarter of the circle from either pole to any point of the equator: 10007.5572210179621562…
    expect(kilometres(at('90', '77'), at('0', '-12'))).toBe('10007.557221017962');
    expect(kilometres(at('-90', '0'), at('0', '33.3'))).toBe('10007.557221017962');
  });

  test('the meridian 180 is the meridian -180, and the short way over it is taken', () => {
    expect(kilometres(at('10', '180'), at('10', '-180'))).toBe('0');
    // One degree of the equator: π × R ÷ 180 = 111.19508023353291…
    expect(kilometres(at('0', '179.5'), at('0', '-179.5'))).toBe('111.195080233533');
  });

  const degrees = (limit: number) =>
    fc
      .integer({ min: -limit * 1_000_000, max: limit * 1_000_000 })
      .map((millionths) => new Decimal(millionths).dividedBy(1_000_000));
  const places = fc.record({ latitude: degrees(90), longitude: degrees(180) });

  test('the way back is as long as the way there, and none is longer than half of the circle', () => {
    fc.assert(
      fc.property(places, places, (from, to) => {
        const there = greatCircle(from, to);
        expect(greatCircle(to, from)).toEqual(there);
        expect(there.value.isNegative()).toBe(false);
        expect(there.value.lessThanOrEqualTo(HALF_CIRCLE)).toBe(true);
      }),
    );
  });

  test('a place lies at no distance from itself, and half of the circle from its antipode', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { latitude, longitude } = place;
        const antipode = {
          latitude: latitude.negated(),
          longitude: longitude.minus(longitude.isNegative() ? -180 : 180),
        };
        expect(kilometres(place, place)).toBe('0');
        expect(kilometres(place, antipode)).toBe(HALF_CIRCLE);
      }),
    );
  });

  test('no detour is shorter than the great circle', () => {
    fc.assert(
      fc.property(places, places, places, (from, over, to) => {
        const detour = greatCircle(from, over).value.plus(greatCircle(over, to).value);
        // Both legs are rounded to 12 decimals: half a quantum each.
        expect(detour.plus('0.000000000002').greaterThanOrEqualTo(greatCircle(from, to).value)).toBe(true);
      }),
    );
  });
});

describe.each([
  ['90', ['0', '-0', '60.318363', '-90', '90', '90.000'], ['90.000001', '-90.5', '180']],
  ['180', ['24.963341', '-180', '180'], ['180.1', '-181', '360']],
] as const)('coordinateSchema %s', (limit, inside, outside) => {
  const schema = coordinateSchema(limit);

  test.each(inside)('%s degrees are a position', (value) => {
    expect(orThrow(readWith(schema, value))).toEqual(quantity(value, 'km').value);
  });

  test.each(outside)('%s degrees are none', (value) => {
    expect(issuesOf(readWith(schema, value))).toEqual([
      {
        code: 'invalid-value',
        severity: 'error',
        message: `${value} is not a position: degrees lie between -${limit} and ${limit}.`,
        detail: { value, expected: `degrees from -${limit} to ${limit}`, nearest: [] },
      },
    ]);
  });

  test.each(['60° 19′ N', '60,3', '', null])('%o is no number of degrees', (value) => {
    expect(issuesOf(readWith(schema, value)).map(({ code }) => code)).toEqual(['invalid-number']);
  });
});
