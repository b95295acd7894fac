import fc from 'fast-check';
import { dateAfter, decimals } from '../arbitraries.js';

/** A row of a table; `fine` is its amount with more decimals, where a test wants that. */
export interface TableRow {
  readonly account?: string | undefined;
  readonly category?: string | undefined;
  readonly supplier?: string | undefined;
  readonly site?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly fine?: string | undefined;
}

/** Names that engines fold together or stumble over: case, accents, composition, spaces, quotes, emoji, backslashes. */
const NAMES = [
  undefined,
  '',
  'Yksi Oy',
  'yksi oy',
  'YKSI OY',
  'Yksi\u00a0Oy ',
  'Ääni "Oy"',
  'A\u0308a\u0308ni "Oy"',
  'ääni "oy"',
  "O'Brien; -- Ltd",
  'a\\b\\',
  '🐻 Oy',
  'straße',
  'strasse',
  '$1 {p1:Date}',
];

const name = fc.constantFrom(...NAMES);

/** Credits, zeros, sums past 2^53 cents. */
const amount = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(decimals(4, 2), decimals(14, 2), fc.constantFrom('0.00', '0.01', '90071992547409.93')),
  )
  .map((parts) => parts.join(''));

const DAYS_OF_THE_TEST = 75;

/** Rows of April to July 2021, around the days on which the mapping of the tests changes. */
export const randomRows: fc.Arbitrary<readonly TableRow[]> = fc.array(
  fc.record({
    account: fc.constantFrom('4300', '4399', '4400', '4500', '9990', ' 4300', 'tili ö'),
    category: fc.constantFrom(undefined, '', 'ALV 14 %', 'alv 14 %', 'ALV\u00a014 %'),
    supplier: name,
    site: fc.constantFrom(undefined, 'oulu', 'Oulu'),
    date: fc.oneof(
      fc.integer({ min: 0, max: DAYS_OF_THE_TEST }).map((days) => dateAfter('2021-04-28', days)),
      fc.constantFrom('2021-05-14', '2021-05-15', '2021-06-09', '2021-06-10', '2021-06-20', '2021-06-21'),
    ),
    amount,
  }),
  { maxLength: 40 },
);
