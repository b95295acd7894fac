/** One unit: what it measures, and how many of its dimension's base unit it is, as an exact decimal. */
function unit<const D extends string>(dimension: D, ratio = '1') {
  return { dimension, ratio } as const;
}

/**
 * The one table of units. Names are spelled out and case-sensitive: `tonne`, never `t`; `MWh`, never `mwh`.
 * Each currency is a dimension of its own, and so is each of the four denominators of reception: units of different
 * dimensions convert only through an exchange rate or a register, never here.
 * Base units: MJ, litre, kg, km, passenger-km, vehicle-km, tonne-km, square-metre, kgCO2e. Biogenic CO2 is
 * weighed in units of its own, since it stands outside the scopes and must not be added to them. 1 kWh = 3.6 MJ exactly (SI).
 */
export const UNITS = {
  MJ: unit('energy'),
  GJ: unit('energy', '1000'),
  TJ: unit('energy', '1000000'),
  kWh: unit('energy', '3.6'),
  MWh: unit('energy', '3600'),
  GWh: unit('energy', '3600000'),
  litre: unit('volume'),
  'cubic-metre': unit('volume', '1000'),
  kg: unit('mass'),
  tonne: unit('mass', '1000'),
  km: unit('distance'),
  'passenger-km': unit('passenger-distance'),
  'vehicle-km': unit('vehicle-distance'),
  'tonne-km': unit('freight-distance'),
  'square-metre': unit('area'),
  'square-metre-year': unit('area-years'),
  'working-hour': unit('working-time'),
  meal: unit('meal'),
  piece: unit('piece'),
  kgCO2e: unit('emissions'),
  tCO2e: unit('emissions', '1000'),
  'kgCO2-biogenic': unit('biogenic-co2'),
  'tCO2-biogenic': unit('biogenic-co2', '1000'),
  'accommodation-night': unit('accommodation-night'),
  'client-day': unit('client-day'),
  'place-day': unit('place-day'),
  'room-night': unit('room-night'),
  EUR: unit('EUR'),
  USD: unit('USD'),
  GBP: unit('GBP'),
  SEK: unit('SEK'),
  NOK: unit('NOK'),
  DKK: unit('DKK'),
  CHF: unit('CHF'),
} as const;

/** A unit of measure of the table. */
export type BaseUnit = keyof typeof UNITS;
/** What a unit measures; quantities convert within one dimension only. */
export type Dimension = (typeof UNITS)[BaseUnit]['dimension'];
/** The dimension of a unit. */
export type DimensionOf<U extends BaseUnit> = (typeof UNITS)[U]['dimension'];
/** All units of a dimension. */
export type UnitOf<D extends Dimension> = { [U in BaseUnit]: DimensionOf<U> extends D ? U : never }[BaseUnit];
/** A mass of greenhouse gases weighed together. */
export type EmissionUnit = UnitOf<'emissions'>;
/** A mass of CO2 from biomass, outside the scopes. */
export type BiogenicUnit = UnitOf<'biogenic-co2'>;
/** Every unit that emissions can be stated per. */
export type PerUnit = Exclude<BaseUnit, EmissionUnit | BiogenicUnit>;
/** A ratio's unit is a unit like any other: kilograms of CO2e per one of something. */
export type IntensityUnit = `kgCO2e/${PerUnit}`;
/** Any unit a quantity can have. */
export type Unit = BaseUnit | IntensityUnit;

/** The currencies of the table (ISO 4217), all with two decimals. */
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF'] as const satisfies readonly BaseUnit[];
export type Currency = (typeof CURRENCIES)[number];

/** Whether a text is a unit of the table. Inherited names (`constructor`) are not. */
export function isBaseUnit(text: string): text is BaseUnit {
  return Object.hasOwn(UNITS, text);
}

/** Whether a unit is a currency. */
export function isCurrency(text: string): text is Currency {
  return CURRENCIES.some((currency) => currency === text);
}

/** Whether a unit is a mass of CO2e. */
export function isEmissionUnit(text: string): text is EmissionUnit {
  return text === 'kgCO2e' || text === 'tCO2e';
}

/** Names of the units of the given dimensions, in the order of the table. */
export function unitsOf(dimensions: readonly Dimension[]): readonly BaseUnit[] {
  // The keys of a constant table are its units; Object.keys only knows that they are texts.
  return (Object.keys(UNITS) as BaseUnit[]).filter((name) => dimensions.includes(UNITS[name].dimension));
}

/** Whether a unit is one that emissions can be stated per. */
export function isPerUnit(text: string): text is PerUnit {
  return isBaseUnit(text) && !['emissions', 'biogenic-co2'].includes(UNITS[text].dimension);
}

const RATIO = /^kgCO2e\/(.+)$/;

/** Whether a text is a unit at all, intensities included. */
export function isUnit(text: string): text is Unit {
  const per = RATIO.exec(text)?.[1];
  return per === undefined ? isBaseUnit(text) : isPerUnit(per);
}
