import { describe, expect, test } from 'vitest';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import { prepareContext } from '../../src/emission/calculation-context.js';
import { calculateEmissions } from '../../src/emission/calculate-emissions.js';
import { knownEnergySteps } from '../../src/emission/energy-steps.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aContext, aFactorRow, anActivity, anActivityRow } from '../support/builders.js';

type Changes = Readonly<Record<string, unknown>>;

const electricity = (changes: Changes = {}) => anActivity(anActivityRow(changes), 'purchased-electricity');
const heat = anActivity(
  {
    id: 'h-1',
    date: '2021-02-01',
    network: 'FI',
    amount: { value: '80', unit: 'MWh' },
    contractHolder: 'reporter',
  },
  'purchased-heat',
);
const grid = (changes: Changes = {}) => aFactorRow({ id: 'grid', co2e: '0.1', ...changes });
const mix = (changes: Changes = {}) => aFactorRow({ id: 'mix', method: 'market-based', co2e: '0.25', ...changes });
const prepared = (factors: readonly unknown[], changes: Partial<CalculationContext> = {}) =>
  prepareContext(aContext(factors, changes));

describe('knownEnergySteps', () => {
  test('the factors of a grid that hold all year are looked up once, for every energy in the same unit', () => {
    const context = prepared([grid(), mix()]);
    const steps = knownEnergySteps(electricity(), context);
    expect(steps).toMatchObject({
      location: { factor: { id: 'grid' } },
      market: { factor: { id: 'mix' }, marketBasis: 'residual-mix' },
    });
    const another = electricity({ id: 'e-2', site: 'oulu', amount: { value: '7', unit: 'kWh' } });
    expect(knownEnergySteps(another, context)).toBe(steps);
  });

  test('another unit and a network of the same name are questions of their own', () => {
    const context = prepared([grid(), mix()]);
    const steps = knownEnergySteps(electricity(), context);
    const inMegawattHours = knownEnergySteps(electricity({ amount: { value: '7', unit: 'MWh' } }), context);
    expect(inMegawattHours).not.toBe(steps);
    expect(inMegawattHours?.location.common).not.toEqual(steps?.location.common);
    expect(knownEnergySteps(heat, context)?.market.marketBasis).toBe('network-factor');
  });

  test('heat without a market-based factor, and a stated grid average, take the location-based factor again', () => {
    expect(knownEnergySteps(heat, prepared([grid()]))?.market).toMatchObject({
      factor: { id: 'grid' },
      marketBasis: 'same-as-location-based',
    });
    const stated = prepared([grid()], { residualMix: 'grid-average' });
    expect(knownEnergySteps(electricity(), stated)?.market.marketBasis).toBe('grid-average');
  });

  const untilJune = { validTo: '2021-06-30' };
  const fromJuly = { id: 'later', validFrom: '2021-07-01' };
  test.each<[string, readonly unknown[], Partial<CalculationContext>]>([
    ['a grid factor changes within the period', [grid(untilJune), grid(fromJuly), mix()], {}],
    ['a residual mix changes within the period', [grid(), mix(untilJune), mix(fromJuly)], {}],
    ['a factor ends within the period', [grid(untilJune), mix()], {}],
    ['there is no residual mix', [grid()], {}],
    ['there is no factor', [mix()], {}],
    ['two factors answer', [grid({ region: 'north' }), grid({ id: 'second', region: 'south' }), mix()], {}],
    ['the grid has upstream parts', [grid(), mix(), grid({ id: 'losses', part: 'transmission-and-distribution' })], {}],
    ['upstream is required and there is none', [grid(), mix()], { upstream: 'required' }],
    ['there are instruments', [grid(), mix()], { instruments: [] }],
  ])('where %s, every energy is asked for by itself', (_, factors, changes) => {
    expect(knownEnergySteps(electricity(), prepared(factors, changes))).toBeUndefined();
  });

  test('a factor of gases that all stand outside the scopes has no product to keep', () => {
    const outside = { co2e: '1.76', gases: { 'HCFC-22': '0.001' } };
    const context = prepared([grid(outside), mix()]);
    expect(knownEnergySteps(electricity(), context)?.location.common).toBeUndefined();
  });
});

describe('energy calculated with known steps', () => {
  // Factors that change within the period are asked for by each energy itself: the same year, cut into two equal halves.
  const halves = (row: (changes: Changes) => unknown, later: string) => [
    row({ validTo: '2021-06-30' }),
    row({ id: later, validFrom: '2021-07-01' }),
  ];

  test.each([
    ['kWh', '1234.56', '123.456', '308.64'],
    ['MWh', '1.23456', '123.456', '308.64'],
  ])('in %s comes to the same as energy that is asked for by itself', (unit, value, location, market) => {
    const activity = electricity({ period: undefined, date: '2021-03-01', amount: { value, unit } });
    const known = orThrow(calculateEmissions(activity, aContext([grid(), mix()])));
    const asked = orThrow(
      calculateEmissions(activity, aContext([...halves(grid, 'later'), ...halves(mix, 'later-mix')])),
    );
    const expected = [quantity(location, 'kgCO2e'), quantity(market, 'kgCO2e')];
    expect(known.map(({ emissions }) => emissions)).toEqual(expected);
    expect(asked).toEqual(known);
  });
});
