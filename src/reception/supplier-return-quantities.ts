import { z } from 'zod';
import { CONTRACT_HOLDERS } from '../activity/common-fields.js';
import type { ContractHolder } from '../activity/common-fields.js';
import { quantitySchema } from '../quantity/quantity.js';
import { UNITS } from '../quantity/units.js';
import type { Dimension, UnitOf } from '../quantity/units.js';
import { textSchema } from '../reading.js';

interface Electricity {
  readonly unit: UnitOf<'energy'>;
  readonly grid: string;
  readonly contractHolder: ContractHolder;
}
interface Heat {
  readonly unit: UnitOf<'energy'>;
  readonly network: string;
  readonly contractHolder: ContractHolder;
}
interface Fuel {
  readonly unit: UnitOf<'volume' | 'mass'>;
  readonly fuel: string;
  readonly contractHolder: ContractHolder;
}
interface Water {
  readonly unit: UnitOf<'volume'>;
  readonly service: 'supply' | 'treatment';
}
interface Waste {
  readonly unit: UnitOf<'mass'>;
  readonly material: string;
  readonly treatment: string;
}
interface Menu {
  readonly menu: string;
}
interface Taxi {
  readonly unit: UnitOf<'passenger-distance' | 'vehicle-distance'>;
  readonly mode: string;
}
interface Laundry {
  readonly unit: UnitOf<'mass'>;
  readonly service: string;
}

/**
 * The quantities of a supplier return, with the field names and units of the activity each becomes. `V` is what stands
 * beside them: the value in a return, nothing in the list of what is asked.
 */
export interface ReturnQuantities<V extends object> {
  readonly electricity?: (Electricity & V) | undefined;
  readonly heat?: (Heat & V) | undefined;
  readonly fuels?: readonly (Fuel & V)[] | undefined;
  readonly water?: readonly (Water & V)[] | undefined;
  readonly waste?: readonly (Waste & V)[] | undefined;
  /** Counted in meals, without a unit of their own. */
  readonly meals?: readonly (Menu & V)[] | undefined;
  readonly taxi?: (Taxi & V) | undefined;
  readonly laundry?: (Laundry & V) | undefined;
}

/** One quantity of a return: the kind of activity it becomes, that kind's own fields, its unit. */
export type Measure =
  | (Electricity & { readonly kind: 'purchased-electricity' })
  | (Heat & { readonly kind: 'purchased-heat' })
  | (Fuel & { readonly kind: 'stationary-combustion' })
  | (Water & { readonly kind: 'water' })
  | (Waste & { readonly kind: 'waste' })
  | (Menu & { readonly kind: 'meals'; readonly unit: 'meal' })
  | (Taxi & { readonly kind: 'ground-travel' })
  | (Laundry & { readonly kind: 'laundry' });

const unitSchema = <D extends Dimension>(...dimensions: readonly D[]) => quantitySchema(dimensions).shape.unit;
const contractHolder = z.enum(CONTRACT_HOLDERS);
const ENERGY = unitSchema('energy');
const MASS = unitSchema('mass');

/** The quantities as data, each with the given fields besides its own. */
export function quantitiesShape<S extends z.ZodRawShape>(more: S) {
  const entry = <T extends z.ZodRawShape>(own: T) => z.strictObject({ ...more, ...own });
  const listOf = <T extends z.ZodRawShape>(own: T) => z.optional(z.array(entry(own)));
  return {
    electricity: z.optional(entry({ unit: ENERGY, grid: textSchema, contractHolder })),
    heat: z.optional(entry({ unit: ENERGY, network: textSchema, contractHolder })),
    fuels: listOf({ unit: unitSchema('volume', 'mass'), fuel: textSchema, contractHolder }),
    water: listOf({ unit: unitSchema('volume'), service: z.enum(['supply', 'treatment']) }),
    waste: listOf({ unit: MASS, material: textSchema, treatment: textSchema }),
    meals: listOf({ menu: textSchema }),
    taxi: z.optional(entry({ unit: unitSchema('passenger-distance', 'vehicle-distance'), mode: textSchema })),
    laundry: z.optional(entry({ unit: MASS, service: textSchema })),
  };
}

/** The quantities one by one, in the order of the return's fields. */
export function measuresOf<V extends object>(quantities: ReturnQuantities<V>): readonly (Measure & V)[] {
  const { electricity, heat, fuels = [], water = [], waste = [], meals = [], taxi, laundry } = quantities;
  const kind = <K extends Measure['kind'], T>(name: K, entries: readonly T[]) =>
    entries.map((entry) => ({ kind: name, ...entry }));
  return [
    ...kind('purchased-electricity', electricity === undefined ? [] : [electricity]),
    ...kind('purchased-heat', heat === undefined ? [] : [heat]),
    ...kind('stationary-combustion', fuels),
    ...kind('water', water),
    ...kind('waste', waste),
    ...meals.map((entry) => ({ kind: 'meals' as const, unit: 'meal' as const, ...entry })),
    ...kind('ground-travel', taxi === undefined ? [] : [taxi]),
    ...kind('laundry', laundry === undefined ? [] : [laundry]),
  ];
}

/** What a quantity is called in ids, statuses and messages: `electricity`, `waste/mixed/incineration`. */
export function measureName(measure: Measure): string {
  return partsOfName(measure)
    .map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F'))
    .join('/');
}

function partsOfName(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'purchased-electricity':
      return ['electricity'];
    case 'purchased-heat':
      return ['heat'];
    case 'stationary-combustion':
      return ['fuel', measure.fuel];
    case 'water':
      return ['water', measure.service];
    case 'waste':
      return ['waste', measure.material, measure.treatment];
    case 'meals':
      return ['meals', measure.menu];
    case 'ground-travel':
      return ['taxi', measure.mode];
    case 'laundry':
      return ['laundry', measure.service];
  }
}

/** What is the same quantity at every site: its name and its dimension, whatever grid, network or contract it comes by. */
export function quantityKey(measure: Measure): string {
  return `${measureName(measure)} ${UNITS[measure.unit].dimension}`;
}

/** Grid or network, and whose contract it is: what a site's returns have to say as they were asked. */
export function contractOf(measure: Measure): string {
  switch (measure.kind) {
    case 'purchased-electricity':
      return `grid ${measure.grid}, contract of the ${measure.contractHolder}`;
    case 'purchased-heat':
      return `network ${measure.network}, contract of the ${measure.contractHolder}`;
    case 'stationary-combustion':
      return `contract of the ${measure.contractHolder}`;
    default:
      return '';
  }
}
