/**
 * The detail that travels with each issue code: the values a form or a script needs to act without reading the message.
 * Codes are stable; a new code is an addition, a renamed one is a breaking change.
 */
export interface IssueDetails {
  // Reading values
  'invalid-number': { value: string; reason: NumberFault };
  'invalid-date': {
    value: string;
    reason: 'syntax' | 'not-real' | 'out-of-range' | 'type' | 'no-such-time' | 'time-came-twice';
  };
  'invalid-period': { from: string; to: string };
  'invalid-value': { value: string; expected: string; nearest: readonly string[] };
  'missing-field': { field: string };
  'unknown-key': { key: string; nearest: readonly string[] };
  'unknown-kind': { kind: string; nearest: readonly string[] };
  'unknown-unit': { unit: string; nearest: readonly string[] };
  'unit-mismatch': { from: string; to: string; allowed: readonly string[] };
  'negative-amount': { value: string; unit: string };
  'duplicate-id': { id: string; rows: readonly number[] };
  // Factors, prices, rates
  'factor-not-found': { query: string; nearest: readonly string[] };
  'factor-ambiguous': { query: string; ids: readonly string[] };
  'factor-incomplete': { id: string; field: string };
  'factor-assumed': { id: string; note: string };
  'factor-gwp-differs': { id: string; factorGwp: string; inventoryGwp: string };
  'factor-extended': { id: string; validFrom: string; validTo: string; reason: string };
  'factor-set-clash': { sets: readonly string[]; field: string };
  'warming-potential-missing': { id: string; gas: string; gwp: string };
  'calorific-basis-missing': { fuel: string; options: readonly string[] };
  'calorific-basis-not-stated': { id: string };
  'price-index-missing': { currency: string; product: string; years: readonly number[] };
  'price-index-ambiguous': { currency: string; product: string; ids: readonly string[] };
  'price-margin-ambiguous': { product: string; ids: readonly string[] };
  'price-basis-unsupported': { id: string; priceBasis: string };
  'exchange-rate-missing': { from: string; to: string; year: number };
  'vat-rate-missing': { from: string; to: string };
  // Calculating
  'aviation-non-co2-not-stated': { options: readonly string[] };
  'residual-mix-missing': { grid: string; period: string };
  'upstream-missing': { keys: readonly string[] };
  'instrument-outside-validity': { instrument: string; period: string; nearest: readonly string[] };
  'instrument-unused': { instrument: string; left: string; unit: string };
  'instrument-not-accepted': { instrument: string; criteria: readonly string[] };
  'margin-left-out': { margin: string; share: string; count: number; first: string };
  'estimate-replaced': { period: string; by: readonly string[] };
  'estimate-overlaps': { period: string; by: readonly string[]; missing: readonly string[] };
  'airport-unknown': { airport: string; nearest: readonly string[] };
  'haul-not-decided': { from: string; to: string };
  'statement-gwp-differs': { statedGwp: string; inventoryGwp: string };
  'operation-unknown': { operation: string; nearest: readonly string[] };
  'operation-not-consolidated': { operation: string; count: number; first: string };
  'activity-outside-period': { count: number; first: string };
  'activity-cut': { kept: string; whole: string };
  'activity-estimated': { basis: string };
  'inventories-differ': { field: string; position: number };
  'exclusion-contradicted': { what: string; activityIds: readonly string[] };
  // Ledgers
  'posting-unmapped': { account: string; category: string; rows: number; amount: string };
  'posting-rule-tie': { account: string; rules: readonly string[] };
  'posting-outside-period': { date: string; period: string };
  'posting-repeated': { rows: number; first: readonly string[] };
  'ledgers-differ': { field: string; position: number };
  'control-total-differs': { what: 'rows' | 'sum'; expected: string; found: string };
  'name-mixes-scripts': { name: string; scripts: readonly string[] };
  'name-garbled': { name: string };
  'posting-not-replaced': { activityKind: string; site: string; month: string; rows: number; amount: string };
  'shares-not-one': { supplier: string; sum: string };
  'supplier-sites-overlap': { supplier: string };
  'replacement-activity-unknown': { replacement: string; activity: string; nearest: readonly string[] };
  'replacement-activity-unfit': { replacement: string; activity: string; reason: 'kind' | 'site' | 'days' };
  'replacement-uncovered': { replacement: string; activityKind: string; days: readonly string[] };
  'replacement-shares-above-one': {
    product: string;
    site: string;
    period: string;
    sum: string;
    replacements: readonly string[];
  };
  'replacement-touches-nothing': { replacement: string; nearest: readonly string[] };
  'replacement-leaves-days': { activity: string; days: readonly string[] };
  'more-issues': { count: number };
  // Changes
  'negative-factor': { value: string };
  'zero-factor': { key: string };
  'steps-do-not-follow': { step: number; reason: string };
  // Denominators, targets, classes
  'denominator-zero': { unit: string };
  'night-service-missing': { form: string };
  'form-ambiguous': { site: string; forms: readonly string[] };
  'client-days-missing': { site: string; months: readonly string[] };
  'client-days-repeated': { site: string; month: string; form: string; rows: readonly number[] };
  'implausible-ratio': {
    ratio: string;
    site: string;
    product: string;
    period: string;
    value: string;
    bound: string;
    activityIds: readonly string[];
  };
  'ratio-not-checked': { ratio: string; site: string; missing: string; activityIds: readonly string[] };
  'amount-without-nights': {
    site: string;
    period: string;
    amount: string;
    unit: string;
    activityIds: readonly string[];
  };
  'invoice-month-missing': { site: string; product: string; months: readonly string[]; activityIds: readonly string[] };
  'spend-jump': {
    site: string;
    from: string;
    to: string;
    before: string;
    after: string;
    times: string;
    activityIds: readonly string[];
  };
  'supplier-return-not-asked': { return: string; site: string; quantity: string; nearest: readonly string[] };
  'supplier-return-outside-period': { return: string; period: string; days: string };
  'supplier-returns-overlap': { site: string; quantity: string; returns: readonly string[]; period: string };
  'supplier-return-missing': { site: string; quantity: string; coveredDays: number; openDays: number };
  'supplier-return-unfilled': { site: string; quantity: string; reason: 'too-few-sites' | 'denominator-zero' };
  'client-days-when-closed': { site: string; month: string; opened: string; closed?: string };
  'client-days-only-grow': { site: string; form: string; months: readonly string[] };
  'nights-above-places': { site: string; form: string; months: readonly string[] };
  'place-days-too-many': { site: string; month: string; form: string; placeDays: string; most: string };
  'places-when-closed': { site: string; form: string; from: string; opened: string; closed?: string };
  'places-repeated': { form: string; from: string };
  'places-missing': { site: string; form: string };
  'site-not-registered': { site: string; nearest: readonly string[] };
  'stay-when-closed': { site: string; arrival: string; departure?: string; opened: string; closed?: string };
  'period-not-whole-months': { from: string; to: string };
  'target-milestones': { reason: string };
  'target-base-missing': { baseYear: number };
  'target-year-before-base': { year: number; baseYear: number };
  'target-path-undefined': { year: number };
  'class-missing': { category: string };
  // Files
  'file-unreadable': { file: string; reason: string };
  'file-syntax': { file: string; reason: string };
  'file-too-large': { limit: string };
  'file-end-open': { file: string };
  'total-row': { name: string };
  'rows-hidden': { rows: number; first: number };
  'amounts-as-text': { rows: number; first: number };
  'rows-rejected': { read: number; rejected: number };
  // A wrong program: only ever inside a thrown HiilitaseError
  'program-error': { reason: string };
}

/** Why a text or value is not one of the numbers the library reads. */
export type NumberFault = 'type' | 'syntax' | 'not-finite' | 'out-of-range' | 'too-precise' | 'unsafe-float';

/** The stable name of a kind of issue; `switch (issue.code)` narrows `issue.detail`. */
export type IssueCode = keyof IssueDetails;

/** Where the value stands: file or set, 1-based row in the array or file, path inside the record, the activity it belongs to. */
export interface IssueLocation {
  readonly source?: string;
  readonly row?: number;
  readonly path?: string;
  readonly activityId?: string;
}

/** One issue of the code `C`. */
export interface IssueOf<C extends IssueCode> {
  readonly code: C;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly detail: IssueDetails[C];
  readonly at?: IssueLocation;
}

/**
 * Something wrong with the data, or something the reader of a figure must know, as a plain record.
 * An `error` means that there is no figure; a `warning` travels with the figure and is printed with it.
 */
export type Issue = { [C in IssueCode]: IssueOf<C> }[IssueCode];

/** What an issue says: the message names what is wrong and what to do next; the location is added by whoever knows it. */
export interface IssueText<C extends IssueCode> {
  readonly message: string;
  readonly detail: IssueDetails[C];
  readonly at?: IssueLocation;
}

/** An issue that stops the figure. */
export function errorIssue<C extends IssueCode>(code: C, text: IssueText<C>): Issue {
  // The generic record is one member of the union by construction; TypeScript cannot see it through the type parameter.
  return { code, severity: 'error', ...text } as IssueOf<C> as Issue;
}

/** An issue that travels with the figure. */
export function warningIssue<C extends IssueCode>(code: C, text: IssueText<C>): Issue {
  // As in errorIssue: correlated union, built in one place.
  return { code, severity: 'warning', ...text } as IssueOf<C> as Issue;
}

/** The same issue with more of its location known; what the issue already says of itself is kept. */
export function locateIssue(issue: Issue, at: IssueLocation): Issue {
  return { ...issue, at: { ...at, ...issue.at } };
}

/** The location as people read it, for example `purchases-2018.tsv, row 12, field amount`; empty when nothing is known. */
export function describeLocation(at: IssueLocation | undefined): string {
  if (at === undefined) return '';
  const parts = [
    at.source,
    at.row === undefined ? undefined : `row ${at.row}`,
    at.activityId === undefined ? undefined : `activity ${at.activityId}`,
    at.path === undefined ? undefined : `field ${at.path}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** One line of text for an issue: severity, place, message, code. */
export function describeIssue(issue: Issue): string {
  const place = describeLocation(issue.at);
  return `${issue.severity}: ${place === '' ? '' : `${place}: `}${issue.message} [${issue.code}]`;
}
