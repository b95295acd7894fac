import { monthsOf } from '../calendar/month.js';
import { Decimal, ONE } from '../decimal.js';
import { sumOf } from '../decimal-sum.js';
import { ratioTimes } from '../exact-ratio.js';
import type { Issue } from '../issue.js';
import { kilogramsPerEuro } from './kilograms-per-euro.js';
import { heldAgainst, notChecked, withoutNights } from './plausibility-findings.js';
import type { Subject } from './plausibility-findings.js';
import type { PlausibilityBound } from './plausibility-bounds.js';
import type { PlausibilityInput } from './plausibility-input.js';
import { bySite, energyAmounts, euroAmounts, idsOf, purchasesOf, sumOfAmounts } from './site-amounts.js';
import type { SiteAmount } from './site-amounts.js';

/** The findings of one bound over all sites, or over all products for kilograms per euro. */
export function implausibleRatios(bound: PlausibilityBound, input: PlausibilityInput): readonly Issue[] {
  switch (bound.ratio) {
    case 'kWh/square-metre-year':
      return energyPerArea(bound, input);
    case 'kWh/accommodation-night':
      return energyPerNight(bound, input);
    case 'EUR/accommodation-night':
      return eurosPerNight(bound, input);
    case 'kgCO2e/EUR':
      return kilogramsPerEuro(bound, input.inventory);
  }
}

function subjectOf(site: string, { period }: PlausibilityInput, records: readonly { readonly id: string }[]): Subject {
  return { site, period, activityIds: idsOf(records) };
}

const MONTHS_OF_A_YEAR = new Decimal(12);

/** Energy of a site ÷ (its floor area × its months in the register, or all of the period, in years). */
function energyPerArea(bound: PlausibilityBound, input: PlausibilityInput): readonly Issue[] {
  const { floorAreas = [], activities, period } = input;
  return bySite(energyAmounts(activities, period)).flatMap(([site, amounts]) => {
    const subject = subjectOf(site, input, amounts);
    const area = floorAreas.find((each) => each.site === site)?.area.value;
    if (area === undefined) return [notChecked(bound.ratio, subject, site === '' ? 'its site' : 'a floor area')];
    const months = new Decimal(monthsAtSite(site, input));
    return heldAgainst(bound, ratioTimes(sumOfAmounts(amounts), MONTHS_OF_A_YEAR, area.times(months)), subject);
  });
}

function monthsAtSite(site: string, { clientDays = [], period }: PlausibilityInput): number {
  const months = monthsOf(period);
  const open = new Set(clientDays.flatMap((row) => (row.site === site ? [row.month] : [])));
  const inRegister = months.filter((month) => open.has(month)).length;
  return inRegister === 0 ? months.length : inRegister;
}

/** Energy of a site of the register ÷ its nights. Offices and other sites without clients are passed over. */
function energyPerNight(bound: PlausibilityBound, input: PlausibilityInput): readonly Issue[] {
  return bySite(energyAmounts(input.activities, input.period)).flatMap(([site, amounts]) => {
    const nights = nightsAt(site, input);
    if (nights !== undefined) return perNight(bound, { site, nights, unit: 'kWh' }, amounts, input);
    return site === '' ? [notChecked(bound.ratio, subjectOf(site, input, amounts), 'its site')] : [];
  });
}

/** Euros of the named products at a site, without VAT ÷ its nights. */
function eurosPerNight(bound: PlausibilityBound, input: PlausibilityInput): readonly Issue[] {
  const { activities, products = [], period } = input;
  const { known, unknown } = euroAmounts(purchasesOf(activities, products, period));
  const open = unknown.map(({ missing, ...purchase }) =>
    notChecked(bound.ratio, subjectOf(purchase.site ?? '', input, [purchase]), missing),
  );
  const checked = bySite(known).flatMap(([site, amounts]) => {
    const nights = nightsAt(site, input);
    if (nights !== undefined) return perNight(bound, { site, nights, unit: 'EUR' }, amounts, input);
    const missing = site === '' ? 'its site' : 'rows of the site in the register';
    return [notChecked(bound.ratio, subjectOf(site, input, amounts), missing)];
  });
  return [...open, ...checked];
}

function perNight(
  bound: PlausibilityBound,
  { site, nights, unit }: { readonly site: string; readonly nights: Decimal; readonly unit: 'kWh' | 'EUR' },
  amounts: readonly SiteAmount[],
  input: PlausibilityInput,
): readonly Issue[] {
  const subject = subjectOf(site, input, amounts);
  const sum = sumOfAmounts(amounts);
  if (!nights.isZero()) return heldAgainst(bound, ratioTimes(sum, ONE, nights), subject);
  return sum.above === 0n ? [] : [withoutNights(sum, unit, subject)];
}

/** The nights of a site within the period; `undefined` for a site without rows there. */
function nightsAt(site: string, { clientDays = [], period }: PlausibilityInput): Decimal | undefined {
  const months = monthsOf(period);
  const rows = clientDays.filter((row) => row.site === site && months.includes(row.month));
  return rows.length === 0 ? undefined : sumOf(rows.map((row) => row.accommodationNights));
}
