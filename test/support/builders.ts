/** Small, complete records for tests: every one can be overridden field by field. */
import type { Activity } from '../../src/activity/activity.js';
import { parseActivities } from '../../src/activity/parse-activities.js';
import { calendarYear } from '../../src/calendar/reporting-period.js';
import type { CalculationContext } from '../../src/emission/calculation-context.js';
import type { EmissionLine } from '../../src/emission/emission-line.js';
import { fraction } from '../../src/emission/term.js';
import type { FactorSet } from '../../src/factor/emission-factor.js';
import { parseFactorSet } from '../../src/factor/parse-factor-set.js';
import type { InventoryInput } from '../../src/inventory/calculate-inventory.js';
import type { Inventory } from '../../src/inventory/inventory.js';
import type { Issue } from '../../src/issue.js';
import { orThrow } from '../../src/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { decimalText } from '../../src/decimal.js';
import { quantity } from '../../src/quantity/quantity.js';

/** The codes of an outcome's issues, in their order. */
export function codesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.issues.map(({ code }) => code);
}

/** The issues of an outcome that must have failed. */
export function issuesOf(outcome: Outcome<unknown>): readonly Issue[] {
  if (outcome.ok) throw new Error('The outcome has a value; it was expected to fail.');
  return outcome.issues;
}

/** A line of so many kilograms, as one amount: scope 3, purchased goods and services, unless told otherwise. */
export function aLine(kilograms: string, changes: Partial<EmissionLine> = {}): EmissionLine {
  const emissions = quantity(kilograms, 'kgCO2e');
  return {
    id: 'line-1',
    activityId: 'activity-1',
    kind: 'purchase',
    scope: 3,
    category: 'purchased-goods-and-services',
    method: 'spend-based',
    period: calendarYear(2018),
    terms: [{ name: 'amount', ...fraction(emissions.value), unit: 'kgCO2e' }],
    emissions,
    ...changes,
  };
}

/** The inventory of 2018 that consists of the given lines. */
export function anInventory(lines: readonly EmissionLine[], changes: Partial<Inventory> = {}): Inventory {
  return {
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    period: calendarYear(2018),
    gwp: 'AR5',
    factors: { id: 'invented', edition: '1' },
    lines,
    warnings: [],
    ...changes,
  };
}

/** The value, frozen in all its depth: a function that changes its input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key));
  return Object.freeze(value);
}

/** A source that says itself that it is invented. */
export const SOURCE = { title: 'Invented values', publisher: 'nobody', licence: 'none: invented' };

/** A factor as data: 0.096 kg per kWh of the grid FI in 2021, unless told otherwise. */
export function aFactorRow(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'fi-grid-2021',
    key: 'FI',
    method: 'location-based',
    per: 'kWh',
    co2e: '0.096',
    gwp: 'AR5',
    validFrom: '2021-01-01',
    validTo: '2021-12-31',
    source: SOURCE,
    ...changes,
  };
}

/** A spend-based factor as data: 0.3 kg per euro of 2019 without VAT, from 2015 to 2029, unless told otherwise. */
export function aSpendFactorRow(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return aFactorRow({
    id: 'reception-2019',
    key: 'reception-services',
    method: 'spend-based',
    per: 'EUR',
    co2e: '0.3',
    priceYear: 2019,
    priceBasis: 'purchaser',
    vat: 'excluded',
    validFrom: '2015-01-01',
    validTo: '2029-12-31',
    ...changes,
  });
}

/** A factor set as data. */
export function aFactorSetRow(...factors: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { id: 'invented', edition: '1', factors };
}

/** The factor set of the given factor rows, read. */
export function aFactorSet(...factors: readonly unknown[]): FactorSet {
  return orThrow(parseFactorSet(aFactorSetRow(...factors)));
}

/** An activity as data: 120 000 kWh of the grid FI over 2021 under the reporter's contract, unless told otherwise. */
export function anActivityRow(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'e-1',
    kind: 'purchased-electricity',
    period: { from: '2021-01-01', to: '2021-12-31' },
    grid: 'FI',
    amount: { value: '120000', unit: 'kWh' },
    contractHolder: 'reporter',
    ...changes,
  };
}

/** A purchase as data: 1 000 euros of reception services without VAT on 4 May 2021, unless told otherwise. */
export function aPurchaseRow(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'p-1',
    kind: 'purchase',
    date: '2021-05-04',
    product: 'reception-services',
    amount: { value: '1000', unit: 'EUR' },
    vat: 'excluded',
    ...changes,
  };
}

/** The activity of a row, read. */
export function anActivity<K extends Activity['kind']>(
  row: Readonly<Record<string, unknown>>,
  kind: K,
): Extract<Activity, { kind: K }> {
  const [activity] = orThrow(parseActivities([{ kind, ...row }]));
  if (activity?.kind !== kind) throw new Error(`One ${kind} was expected.`);
  return activity as Extract<Activity, { kind: K }>; // the kind was looked at
}

/** What 2021 is calculated with, stated with AR5: the given factor rows, and whatever else is told. */
export function aContext(factors: readonly unknown[], changes: Partial<CalculationContext> = {}): CalculationContext {
  return { period: calendarYear(2021), factors: aFactorSet(...factors), gwp: 'AR5', ...changes };
}

/** What an inventory of 2021 is calculated from: the given activity and factor rows, and whatever else is told. */
export function anInventoryInput(
  rows: readonly unknown[],
  factors: readonly unknown[],
  changes: Partial<InventoryInput> = {},
): InventoryInput {
  return {
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    ...aContext(factors),
    activities: orThrow(parseActivities(rows)),
    ...changes,
  };
}

/** Id and kilograms of every line, as text with all digits, in their order. */
export function kilogramsOf(lines: readonly EmissionLine[]): readonly (readonly [string, string])[] {
  return lines.map(({ id, emissions }) => [id, decimalText(emissions.value)]);
}

/** The terms of a line as text: name, numerator and denominator. */
export function termsOfLine(line: EmissionLine | undefined): readonly (readonly [string, string, string])[] {
  const terms = line?.terms ?? [];
  return terms.map(({ name, numerator, denominator }) => [name, decimalText(numerator), decimalText(denominator)]);
}
