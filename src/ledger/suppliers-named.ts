import type { AccountMapping } from './account-mapping.js';
import { cleanName } from './posting-name.js';

/** The suppliers that a mapping names, in rules or in tables of sites: for postings of all others the supplier decides nothing. */
export function suppliersNamed({ rules, supplierSites = [] }: AccountMapping): ReadonlySet<string> {
  const names = [...rules, ...supplierSites].flatMap(({ supplier }) =>
    supplier === undefined ? [] : [cleanName(supplier)],
  );
  return new Set(names);
}
