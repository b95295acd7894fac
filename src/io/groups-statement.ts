import type { CalendarDate } from '../calendar/calendar-date.js';
import type { ReportingPeriod } from '../calendar/reporting-period.js';
import type { AccountMapping } from '../ledger/account-mapping.js';
import type { MinorUnitScale } from '../ledger/minor-units.js';
import { validityEdges } from '../ledger/validity-edges.js';
import type { DialectWords } from './sql-dialect.js';

/** A statement and its parameters in order: `$1` or `{p1:Date32}` is the first one. */
export interface SqlStatement {
  readonly text: string;
  readonly values: readonly CalendarDate[];
}

/** The rows of a ledger as SQL expressions over `from`. */
export interface PostingsSource {
  readonly from: string;
  /** Field of a posting -> expression of its name, in the order of the columns. */
  readonly names: readonly (readonly [field: string, expression: string])[];
  readonly day: string;
  readonly amount: string;
  /** Why an amount cannot be added up, as text that no number has the form of; `null` where it can. */
  readonly amountFault: string;
  /** Stated where amounts are whole minor units. */
  readonly scale?: MinorUnitScale;
}

/** What is grouped, for which mapping, and of which days. */
export interface GroupsQuery {
  readonly source: PostingsSource;
  readonly mapping: AccountMapping;
  /** Rows of other days are not read. */
  readonly only?: ReportingPeriod | undefined;
}

/**
 * The statement that adds up postings into the groups that `ledgerFromGroups` takes. Rows that cannot be added up are no
 * part of a sum: they make groups of their own, whose day or amount is text that is refused. Everything comes back as text.
 */
export function groupsStatement({ source, mapping, only }: GroupsQuery, words: DialectWords): SqlStatement {
  const bounds = only === undefined ? [] : [only.from, only.to];
  const edges = edgesInsideMonths(mapping);
  const names = source.names.map(([field, expression]) => ({ field, posted: `"posted_${field}"`, expression }));
  const lines = [
    'SELECT',
    ...names.map(({ field, posted }) => `  ${posted} AS "${field}",`),
    `  ${words.dayText('MIN("posted_day")')} AS "first",`,
    `  ${words.dayText('MAX("posted_day")')} AS "last",`,
    `  ${words.text('COUNT(*)')} AS "rows",`,
    `  COALESCE(MIN("amount_fault"), ${words.text('SUM("posted_amount")')}) AS "amount"${source.scale === undefined ? '' : ','}`,
    ...(source.scale === undefined ? [] : [`  ${words.text(String(source.scale))} AS "scale"`]),
    'FROM (',
    ...postings(source, names),
    ...(only === undefined ? [] : [`  ${daysOf(source, words)}`]),
    ') AS p',
    'GROUP BY',
    ...names.map(({ posted }) => `  ${posted},`),
    '  EXTRACT(YEAR FROM "posted_day"),',
    '  EXTRACT(MONTH FROM "posted_day"),',
    ...(edges.length === 0 ? [] : [`  ${sideOf(edges, bounds.length, words)},`]),
    '  "amount_fault" IS NOT NULL',
  ];
  return { text: `${lines.join('\n')}\n`, values: [...bounds, ...edges] };
}

/** Groups are parted by month already: only edges inside of one part them again. */
function edgesInsideMonths(mapping: AccountMapping): readonly CalendarDate[] {
  return validityEdges(mapping).filter((edge) => !edge.endsWith('-01'));
}

function postings(
  source: PostingsSource,
  names: readonly { readonly posted: string; readonly expression: string }[],
): readonly string[] {
  return [
    '  SELECT',
    ...names.map(({ posted, expression }) => `    ${expression} AS ${posted},`),
    `    ${source.day} AS "posted_day",`,
    `    ${source.amount} AS "posted_amount",`,
    `    ${source.amountFault} AS "amount_fault"`,
    `  FROM ${source.from}`,
  ];
}

/** A row without a day belongs to no period, and is shown with every one. */
function daysOf({ day }: PostingsSource, words: DialectWords): string {
  return `WHERE ${day} IS NULL OR (${day} >= ${words.dayParameter(1)} AND ${day} <= ${words.dayParameter(2)})`;
}

/** How many of the edges lie before a day or on it. */
function sideOf(edges: readonly CalendarDate[], parametersBefore: number, words: DialectWords): string {
  const sides = edges.map(
    (_, place) => `WHEN "posted_day" < ${words.dayParameter(parametersBefore + place + 1)} THEN ${place}`,
  );
  return `CASE ${sides.join(' ')} ELSE ${edges.length} END`;
}
