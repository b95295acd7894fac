import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../src/decimal.js';
import {
  calculateInventory,
  collect,
  parseActivities,
  parseExchangeRates,
  parseFactorSet,
  parsePriceIndex,
  totalEmissions,
} from '../src/index.js';
import type { AviationNonCo2, GwpSet, Inventory, Issue, Outcome, ReportingPeriod } from '../src/index.js';

interface ExpectedIssue {
  readonly code: string;
  readonly row?: number;
  readonly path?: string;
}

/** A worked example as an analyst writes it; see fixtures/worked-examples/README.md. */
interface WorkedExample {
  readonly title: string;
  readonly period: ReportingPeriod;
  readonly gwp: GwpSet;
  readonly aviationNonCo2?: AviationNonCo2;
  readonly residualMix?: 'grid-average';
  readonly activities: readonly unknown[];
  readonly factors: readonly unknown[];
  readonly priceIndices?: readonly unknown[];
  readonly exchangeRates?: unknown;
  readonly expected: {
    readonly lines?: readonly { readonly id: string; readonly emissions: string }[];
    readonly totals?: Readonly<Partial<Record<'location-based' | 'market-based', string>>>;
    readonly warnings?: readonly string[];
    readonly issues?: readonly ExpectedIssue[];
  };
}

const folder = fileURLToPath(new URL('../fixtures/worked-examples/', import.meta.url));
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) => readdirSync(`${folder}${kind}`).map((file) => `${kind}/${file}`))
  .sort()
  .map((name) => ({ name, example: JSON.parse(readFileSync(folder + name, 'utf8')) as WorkedExample }));

function calculate(example: WorkedExample): Outcome<Inventory> {
  const { period, gwp, aviationNonCo2, residualMix } = example;
  const activities = parseActivities(example.activities);
  const factors = parseFactorSet({ id: 'example', edition: '1', factors: example.factors });
  const priceIndices = collect((example.priceIndices ?? []).map(parsePriceIndex));
  const exchangeRates = example.exchangeRates === undefined ? undefined : parseExchangeRates(example.exchangeRates);
  const read = collect<unknown>([
    activities,
    factors,
    priceIndices,
    ...(exchangeRates === undefined ? [] : [exchangeRates]),
  ]);
  if (!read.ok) return read;
  if (!activities.ok || !factors.ok || !priceIndices.ok) throw new Error('read is a failure where one of them is');
  return calculateInventory({
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    period,
    gwp,
    aviationNonCo2,
    residualMix,
    activities: activities.value,
    factors: factors.value,
    priceIndices: priceIndices.value,
    exchangeRates: exchangeRates?.ok === true ? exchangeRates.value : undefined,
  });
}

/** An issue as far as the example states it. */
function stated({ code, at }: Issue, expected: ExpectedIssue | undefined): ExpectedIssue {
  return {
    code,
    ...(expected?.row === undefined || at?.row === undefined ? {} : { row: at.row }),
    ...(expected?.path === undefined || at?.path === undefined ? {} : { path: at.path }),
  };
}

describe('worked examples', () => {
  test.each(examples)('$name: $example.title', ({ name, example }) => {
    const { expected } = example;
    const outcome = calculate(example);
    if (expected.issues !== undefined) {
      expect(name).toMatch(/\/failure-/);
      expect(outcome.ok).toBe(false);
      expect(outcome.issues.map((issue, index) => stated(issue, expected.issues?.[index]))).toEqual(expected.issues);
      return;
    }
    expect(name).toMatch(/\/success-/);
    if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('\n'));
    const inventory = outcome.value;
    const lines = inventory.lines.map(({ id, emissions }) => ({ id, emissions: decimalText(emissions.value) }));
    expect(lines).toEqual(expected.lines?.map(({ id, emissions }) => ({ id, emissions })));
    for (const scope2 of ['location-based', 'market-based'] as const) {
      const total = expected.totals?.[scope2];
      if (total !== undefined) expect(decimalText(totalEmissions(inventory, { scope2 }).value)).toBe(total);
    }
    expect(inventory.warnings.map(({ code }) => code).sort()).toEqual([...(expected.warnings ?? [])].sort());
  });

  test.runIf(spawnSync('python3', ['--version']).status === 0)(
    'an independent program comes to the same lines and totals from the workings',
    () => {
      const run = spawnSync('python3', [`${folder}oracle.py`], { encoding: 'utf8' });
      expect(`${run.stdout}${run.stderr}`).toMatch(/^\d+ examples, 0 faults\n$/);
      expect(run.status).toBe(0);
    },
  );
});
