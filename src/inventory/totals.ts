import type { EmissionLine, Scope2Basis } from '../emission/emission-line.js';
import type { Decimal } from '../decimal.js';
import { addToSum, emptySum, thousandthOf } from '../decimal-sum.js';
import { quantityOf } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Inventory } from './inventory.js';

/** Which lines a total counts. The basis has no default: the two ways of counting purchased energy are never added up. */
export interface TotalOptions {
  readonly scope2: Scope2Basis;
  /** Absent: all lines. */
  readonly where?: (line: EmissionLine) => boolean;
}

/**
 * The lines that count under a basis: those of that basis, whatever their scope, and all that have none; without the gases
 * that are reported outside the scopes.
 */
export function linesCounted(inventory: Inventory, options: TotalOptions): readonly EmissionLine[] {
  return inventory.lines.filter((line) => isCounted(line, options));
}

function isCounted(line: EmissionLine, { scope2, where }: TotalOptions): boolean {
  return (
    line.outsideScopes === undefined &&
    (line.basis === undefined || line.basis === scope2) &&
    (where === undefined || where(line))
  );
}

/** The exact sum of lines in tonnes. */
export function tonnesOf(lines: readonly EmissionLine[]): Quantity<'tCO2e'> {
  return quantityOf(inTonnes(lines.map(({ emissions }) => emissions.value)), 'tCO2e');
}

/** The exact sum of kilograms, as tonnes. */
export function inTonnes(kilograms: readonly Decimal[]): Decimal {
  const sum = emptySum();
  for (const value of kilograms) addToSum(sum, value);
  return thousandthOf(sum);
}

/**
 * The exact sum of an inventory's lines in tonnes of CO2e.
 *
 * @example totalEmissions(inventory, { scope2: 'market-based', where: (line) => line.scope === 3 })
 */
export function totalEmissions(inventory: Inventory, options: TotalOptions): Quantity<'tCO2e'> {
  return tonnesOf(linesCounted(inventory, options));
}

/**
 * The same total split by any key of a line; whatever the key, the parts add up to `totalEmissions` digit for digit.
 * Keys come in ascending order (numbers by size, texts by code unit).
 *
 * @example totalsBy(inventory, { scope2: 'location-based' }, (line) => line.scope)
 */
export function totalsBy<K extends string | number>(
  inventory: Inventory,
  options: TotalOptions,
  key: (line: EmissionLine) => K,
): ReadonlyMap<K, Quantity<'tCO2e'>> {
  const groups = new Map<K, Decimal[]>();
  for (const line of inventory.lines) {
    if (!isCounted(line, options)) continue;
    const name = key(line);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line.emissions.value]);
    else group.push(line.emissions.value);
  }
  const totals = new Map<K, Quantity<'tCO2e'>>();
  for (const [name, kilograms] of inOrderOfKeys(groups)) totals.set(name, quantityOf(inTonnes(kilograms), 'tCO2e'));
  return totals;
}

function inOrderOfKeys<K extends string | number, V>(groups: ReadonlyMap<K, V>): Iterable<readonly [K, V]> {
  let before: K | undefined;
  for (const name of groups.keys()) {
    if (before !== undefined && name < before) return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    before = name;
  }
  return groups;
}
