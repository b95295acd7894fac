const PLAIN_NAME = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
const OTHER_SPACES = /[\u00a0\u2007\u202f\u2009]/g;

/**
 * A name as postings are grouped by it: without white space at its ends, no-break and thin spaces as plain ones, composed
 * letters (NFC). Two spellings that look the same are one supplier, site, category or account.
 *
 * @example cleanName('Turun\u00a0kaupunki ')  // 'Turun kaupunki'
 */
export function cleanName(text: string): string {
  return PLAIN_NAME.test(text) ? text : text.replaceAll(OTHER_SPACES, ' ').trim().normalize('NFC');
}
