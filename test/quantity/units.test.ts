import { describe, expect, test } from 'vitest';
import {
  CURRENCIES,
  UNITS,
  isBaseUnit,
  isCurrency,
  isEmissionUnit,
  isPerUnit,
  isUnit,
  unitsOf,
} from '../../src/quantity/units.js';

const NAMES = Object.keys(UNITS);

describe('UNITS', () => {
  test('each unit has its dimension and its exact size in the base unit: SI prefixes, 1 kWh = 3.6 MJ, 1 m³ = 1000 litres', () => {
    expect(Object.entries(UNITS).map(([name, { dimension, ratio }]) => [name, dimension, ratio])).toEqual([
      ['MJ', 'energy', '1'],
      ['GJ', 'energy', '1000'],
      ['TJ', 'energy', '1000000'],
      ['kWh', 'energy', '3.6'],
      ['MWh', 'energy', '3600'],
      ['GWh', 'energy', '3600000'],
      ['litre', 'volume', '1'],
      ['cubic-metre', 'volume', '1000'],
      ['kg', 'mass', '1'],
      ['tonne', 'mass', '1000'],
      ['km', 'distance', '1'],
      ['passenger-km', 'passenger-distance', '1'],
      ['vehicle-km', 'vehicle-distance', '1'],
      ['tonne-km', 'freight-distance', '1'],
      ['square-metre', 'area', '1'],
      ['square-metre-year', 'area-years', '1'],
      ['working-hour', 'working-time', '1'],
      ['meal', 'meal', '1'],
      ['piece', 'piece', '1'],
      ['kgCO2e', 'emissions', '1'],
      ['tCO2e', 'emissions', '1000'],
      ['kgCO2-biogenic', 'biogenic-co2', '1'],
      ['tCO2-biogenic', 'biogenic-co2', '1000'],
      ['accommodation-night', 'accommodation-night', '1'],
      ['client-day', 'client-day', '1'],
      ['place-day', 'place-day', '1'],
      ['room-night', 'room-night', '1'],
      ...['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF'].map((currency) => [currency, currency, '1']),
    ]);
  });
});

describe('isBaseUnit', () => {
  test('every name of the table is a unit', () => {
    expect(NAMES.filter((name) => !isBaseUnit(name))).toEqual([]);
  });

  test.each([
    '',
    't',
    'mt',
    'mwh',
    'KWH',
    'kwh',
    'Tonne',
    'm3',
    'eur',
    '€',
    'kgCO2e/kWh',
    'constructor',
    '__proto__',
    'toString',
  ])('%j is none', (text) => {
    expect(isBaseUnit(text)).toBe(false);
  });
});

describe('isCurrency', () => {
  test('the currencies are the seven of the table', () => {
    expect(NAMES.filter(isCurrency)).toEqual(['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF']);
    expect(CURRENCIES).toEqual(NAMES.filter(isCurrency));
    expect(isCurrency('JPY')).toBe(false);
  });
});

describe('isEmissionUnit', () => {
  test('kilograms and tonnes of CO2e are masses of greenhouse gases; biogenic CO2 and a mass of something else are not', () => {
    expect(NAMES.filter(isEmissionUnit)).toEqual(['kgCO2e', 'tCO2e']);
  });
});

describe('isPerUnit', () => {
  test('emissions are stated per any unit but emissions and biogenic CO2', () => {
    expect(NAMES.filter((name) => !isPerUnit(name))).toEqual(['kgCO2e', 'tCO2e', 'kgCO2-biogenic', 'tCO2-biogenic']);
  });

  test.each(['', 'kgCO2e/kWh', 'square-meter', 'Meal', 'constructor', '__proto__'])('%j is none', (text) => {
    expect(isPerUnit(text)).toBe(false);
  });
});

describe('unitsOf', () => {
  test('the units of several dimensions come in the order of the table', () => {
    expect(unitsOf(['mass', 'volume'])).toEqual(['litre', 'cubic-metre', 'kg', 'tonne']);
    expect(unitsOf(['client-day'])).toEqual(['client-day']);
    expect(unitsOf([])).toEqual([]);
  });
});

describe('isUnit', () => {
  test('a unit of the table is one, and so is an intensity per any of them that is no emission', () => {
    expect(NAMES.filter((name) => !isUnit(name))).toEqual([]);
    expect(NAMES.filter((name) => !isUnit(`kgCO2e/${name}`))).toEqual([
      'kgCO2e',
      'tCO2e',
      'kgCO2-biogenic',
      'tCO2-biogenic',
    ]);
  });

  test.each([
    'kgCO2-biogenic/kWh',
    'kgCO2e/',
    'tCO2e/kWh',
    'kgCO2e/kwh',
    'kgCO2e/kWh/EUR',
    'kgCO2e/constructor',
    'kg/kWh',
    'kgCO2e / kWh',
  ])('%j is none', (text) => {
    expect(isUnit(text)).toBe(false);
  });
});
