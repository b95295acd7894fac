import { createHash } from 'node:crypto';

/**
 * What every reader of the ledger has to come to: one line for each category, site and month with its rows and cents, in
 * order, and a hash over all of them. Equal hashes are equal figures, digit for digit.
 */
export function groupLine({ category, site, month, rows, cents }) {
  return `${category};${site};${month};${rows};${cents}`;
}

/** The hash of the lines and how many there are. */
export function resultOf(lines) {
  const hash = createHash('sha256');
  for (const line of lines.sort()) hash.update(`${line}\n`);
  return { groups: lines.length, hash: hash.digest('hex').slice(0, 16) };
}

/** What this process has used so far: processor seconds of all its threads, and the most memory it held. */
export function used() {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  return { cpu: (user + system) / 1e6, megabytes: (maxRSS * 1_024) / 1e6 };
}

/** Prints what the parent reads. */
export function report(result) {
  console.log(JSON.stringify(result));
}
