import { allotByWeight } from '../allot-by-weight.js';
import { sumOf } from '../decimal-sum.js';
import type { Decimal } from '../decimal.js';
import type { EmissionLine } from '../emission/emission-line.js';
import type { Term, TermName } from '../emission/term.js';
import { UNITY, ratioTimes, roundedRatio } from '../exact-ratio.js';
import { collect, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { ClientDays } from './client-days.js';
import { NO_PART, siteAmong } from './emissions-by-part.js';
import { formWeights } from './form-shares.js';
import type { FormShares } from './form-shares.js';

/**
 * What lines of one form and source come to, step by step: each is the one before times one more term of the line. Steps are
 * rounded half-even to 12 decimals; `emissions` are the lines' own kilograms.
 */
export interface SteppedAmounts {
  /** In the unit bought: money as spent on the VAT basis of the factor, kilowatt-hours. */
  readonly amount: Decimal;
  /** The same in the currency of the factor. */
  readonly exchanged: Decimal;
  /** The same in prices of the factor's year. */
  readonly restated: Decimal;
  readonly emissions: Decimal;
}

/** Amounts of a form and source: what is bought, and in which unit. */
export interface SourceAmounts extends SteppedAmounts {
  readonly form: string;
  readonly source: string;
}

const STEPS = ['amount', 'exchanged', 'restated', 'emissions'] as const;
/** What belongs to the factor: how many kilograms a unit comes to, and how much of its price the factor counts. */
const OF_THE_FACTOR: readonly TermName[] = ['margin', 'factor', 'gwp'];

/**
 * Lines at sites of the register's rows as amounts by form and source; a site of several forms is parted by `formShares`. Lines
 * elsewhere are left to the caller.
 *
 * Issues: `form-ambiguous`.
 */
export function amountsBySource(
  lines: readonly EmissionLine[],
  rows: ClientDays,
  formShares: FormShares | undefined,
): Outcome<readonly SourceAmounts[]> {
  const siteOf = siteAmong(rows);
  const groups = new Map<string, EmissionLine[]>();
  for (const line of lines) {
    const site = siteOf(line);
    if (site === NO_PART) continue;
    const key = JSON.stringify([site, sourceOf(line)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [line]);
    else known.push(line);
  }
  const parted = collect([...groups].map(([key, own]) => partedAmounts(key, own, rows, formShares)));
  return parted.ok ? success(joined(parted.value.flat())) : parted;
}

/**
 * What was bought, and the unit that amounts of it are added up in: `reception-services, EUR`; `purchased-heat, kWh`. Upstream
 * lines stand on the same amounts as those of the energy itself; added up with them, each kilowatt-hour would count twice.
 */
function sourceOf({ product, kind, category, terms }: EmissionLine): string {
  const upstream = category === 'fuel-and-energy-related-activities' ? ', upstream' : '';
  return `${product ?? kind}${upstream}, ${unitOf(terms)}`;
}

function unitOf(terms: readonly Term[]): string {
  const amount = terms.find((term) => term.name === 'amount');
  const unit = terms.find((term) => term.name === 'unit');
  return unit?.to ?? amount?.unit ?? 'kgCO2e';
}

function partedAmounts(
  key: string,
  lines: readonly EmissionLine[],
  rows: ClientDays,
  formShares: FormShares | undefined,
): Outcome<readonly SourceAmounts[]> {
  const [site, source] = JSON.parse(key) as [string, string]; // written by amountsBySource
  const forms = formWeights(
    site,
    rows.filter((row) => row.site === site),
    formShares,
  );
  if (!forms.ok) return forms;
  const whole = totals(lines.map(stepsOf));
  const weights = forms.value.map(({ weight }) => weight);
  const parts = STEPS.map((step) => allotByWeight(whole[step], weights));
  return success(
    forms.value.flatMap(({ form, weight }, index) => {
      const [amount, exchanged, restated, emissions] = parts.map((values) => values[index]);
      // Every step was parted into one value for each form.
      const steps = { amount, exchanged, restated, emissions } as SteppedAmounts;
      return weight.isZero() ? [] : [{ form, source, ...steps }];
    }),
  );
}

function stepsOf({ terms, emissions }: EmissionLine): SteppedAmounts {
  return {
    amount: valueWithout(terms, ['exchange-rate', 'price', ...OF_THE_FACTOR]),
    exchanged: valueWithout(terms, ['price', ...OF_THE_FACTOR]),
    restated: valueWithout(terms, OF_THE_FACTOR),
    emissions: emissions.value,
  };
}

function valueWithout(terms: readonly Term[], left: readonly TermName[]): Decimal {
  const ratio = terms
    .filter(({ name }) => !left.includes(name))
    .reduce((done, { numerator, denominator }) => ratioTimes(done, numerator, denominator), UNITY);
  return roundedRatio(ratio);
}

function totals(amounts: readonly SteppedAmounts[]): SteppedAmounts {
  return {
    amount: sumOf(amounts.map(({ amount }) => amount)),
    exchanged: sumOf(amounts.map(({ exchanged }) => exchanged)),
    restated: sumOf(amounts.map(({ restated }) => restated)),
    emissions: sumOf(amounts.map(({ emissions }) => emissions)),
  };
}

/** Amounts of the same form and source added up, in ascending order of both. */
function joined(amounts: readonly SourceAmounts[]): readonly SourceAmounts[] {
  const groups = new Map<string, SourceAmounts[]>();
  for (const each of amounts) {
    const key = JSON.stringify([each.form, each.source]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [each]);
    else known.push(each);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const [form, source] = JSON.parse(key) as [string, string]; // written just above
      return { form, source, ...totals(own) };
    });
}
