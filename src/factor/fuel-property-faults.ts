import { describePeriod, reportingPeriod, sharedPeriod } from '../calendar/reporting-period.js';
import { errorIssue, locateIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { validityOf } from './factor-clashes.js';
import type { FuelProperties } from './fuel-property.js';

/** What is wrong with a list of fuel properties: a validity that ends before it begins, two records of one fuel on one day. */
export function fuelPropertyFaults(records: readonly FuelProperties[]): readonly Issue[] {
  const reversed = records.flatMap(({ validFrom, validTo }, index) =>
    reportingPeriod(validFrom, validTo).issues.map((issue) =>
      locateIssue(issue, { path: `fuelProperties.${index}.validTo` }),
    ),
  );
  return [...reversed, ...sameFuelTwice(records)];
}

function sameFuelTwice(records: readonly FuelProperties[]): readonly Issue[] {
  return records.flatMap((first, index) =>
    records.slice(index + 1).flatMap((second) => {
      if (first.fuel !== second.fuel) return [];
      const shared = sharedPeriod(validityOf(first), validityOf(second));
      return shared === undefined ? [] : [clash(first.fuel, describePeriod(shared))];
    }),
  );
}

function clash(fuel: string, days: string): Issue {
  const query = `properties of ${fuel} in ${days}`;
  const message = `Two records state the ${query}. Keep one, or part their validity.`;
  return errorIssue('factor-ambiguous', {
    message,
    detail: { query, ids: [fuel, fuel] },
    at: { path: 'fuelProperties' },
  });
}
