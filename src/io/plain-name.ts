import { isUnsuspicious } from '../ledger/suspicious-names.js';

/** The words for a total, as a pattern that engines with RE2 read too. */
export const TOTALS =
  /^(?:(?:kaikki |kaikki)?yhteensä|alayhteensä|väli-?summa|loppusumma|summa|(?:grand |sub-?)?total|totalt|delsumma|slutsumma|summa totalt)\s*:?$/iu;

/** Whether a name is the word for a total, which a row of postings is not; names that a layout lists are none. */
export function readsLikeTotal(name: string, namesLikeTotals: readonly string[]): boolean {
  return TOTALS.test(name) && !namesLikeTotals.includes(name);
}

/** Whether a row with this name needs no second look. */
export function isPlainName(name: string, namesLikeTotals: readonly string[]): boolean {
  return !readsLikeTotal(name, namesLikeTotals) && isUnsuspicious(name);
}
