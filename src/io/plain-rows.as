// The inner loop of reading a ledger, in AssemblyScript: rows that are written in the plainest way are added up here, sixteen
// bytes at a time. It decides nothing that the TypeScript of byte-ledger.ts does not decide the same way, and it adds nothing
// to a dictionary: at the first row that is odd in any way, or holds a name or a combination that has not been seen, it
// stops, and TypeScript takes that row. All tables are those of the TypeScript files named beside them.
//
// Built into plain-rows-module.ts by `npm run build:kernel`; a test builds it again and compares the bytes.

// The control block: see scan-control.ts, which names the same places.
const CONTROL: usize = 64;

// @ts-ignore: decorator
@inline
function control(place: i32): i32 {
  return load<i32>(CONTROL + (<usize>place << 2));
}

// @ts-ignore: decorator
@inline
function setControl(place: i32, value: i32): void {
  store<i32>(CONTROL + (<usize>place << 2), value);
}

// @ts-ignore: decorator
@inline
function byteAt(at: i32): i32 {
  return <i32>load<u8>(<usize>at);
}

const AT = 0;
const TO = 1;
const ROWS = 2;
const DELIMITER = 3;
const QUOTE = 4;
const COLUMNS = 5;
const TARGETS = 6;
const EMPTY_END = 7;
const DECIMAL = 8;
const HYPHEN = 9;
const DAY_ORDER = 10;
const DAY_MARK = 11;
const SPANS = 12;
const ACCOUNTS = 13;
const SUPPLIERS = 17;
const SITES = 21;
const CATEGORIES = 25;
const SUPPLIER_KEYS = 29;
const COMBINATION_SLOTS = 30;
const COMBINATION_MASK = 31;
const COMBINATION_KEYS = 32;
const TIED = 33;
const SUMS = 34;
const SUMS_MASK = 35;
const SUMS_COUNT = 36;
const SUMS_AT_MOST = 37;
const COMPARED = 38;
const PREVIOUS = 39;
const PREVIOUS_KIND = 46;
const PREVIOUS_CENTS = 48;

// The places of fields in a scanned row: SCANNED of column-plan.ts. Starts and ends lie behind the control block.
const PLACES: usize = CONTROL + 256;
const ACCOUNT = 0;
const AMOUNT = 1;
const DATE = 2;
const SUPPLIER = 3;
const SITE = 4;
const CATEGORY = 5;
const INVOICE = 6;

// @ts-ignore: decorator
@inline
function startOf(field: i32): i32 {
  return load<i32>(PLACES + (<usize>field << 3));
}

// @ts-ignore: decorator
@inline
function endOf(field: i32): i32 {
  return load<i32>(PLACES + (<usize>field << 3) + 4);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const RECORD_AT_MOST = 1048576;
const LARGEST_SUM: f64 = 4503599627370496;
const CATEGORIES_AT_MOST: f64 = 131072;
const SUPPLIERS_AT_MOST: f64 = 262144;
const SITES_AT_MOST: f64 = 1048576;
const SPANS_AT_MOST: f64 = 4096;

/** Adds up the rows from `AT` on, up to the first that is not plain; `AT` is then its place. */
export function scan(): void {
  const to = control(TO);
  const delimiter = control(DELIMITER);
  const quote = control(QUOTE);
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineFeeds = i8x16.splat(<i8>LINE_FEED);
  const quotes = quote > 255 ? lineFeeds : i8x16.splat(<i8>quote);
  const targets = <usize>control(TARGETS);
  const last = control(COLUMNS) - 1;
  let row = control(AT);
  let rows = 0;
  let column = 0;
  let start = row;
  let quoted = false;
  let skip = -1;
  // The input has sixteen bytes of room behind it, so that a whole vector can always be loaded.
  for (let block = row; block < to; block += 16) {
    const bytes = v128.load(<usize>block);
    let marks = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, lineFeeds)), i8x16.eq(bytes, quotes)),
    );
    while (marks != 0) {
      const at = block + ctz(marks);
      marks &= marks - 1;
      if (at >= to) break;
      const byte = byteAt(at);
      if (byte == quote) {
        if (!quoted) {
          if (at != start) return stop(row, rows);
          quoted = true;
        } else if (at == skip) continue;
        else if (byteAt(at + 1) == quote) skip = at + 1;
        else {
          const next = byteAt(at + 1);
          const closes =
            next == delimiter ||
            next == LINE_FEED ||
            (next == CARRIAGE_RETURN && column == last && byteAt(at + 2) == LINE_FEED);
          if (!closes || at + 1 >= to) return stop(row, rows);
          quoted = false;
        }
        continue;
      }
      if (quoted) continue;
      if (byte == LINE_FEED) {
        if (column != last || at + 1 - row > RECORD_AT_MOST) return stop(row, rows);
        const end = at > start && byteAt(at - 1) == CARRIAGE_RETURN ? at - 1 : at;
        place(targets, column, start, end);
        if ((control(EMPTY_END) != 0 && end > start) || !addRow()) return stop(row, rows);
        rows += 1;
        column = 0;
        start = at + 1;
        row = start;
      } else {
        if (column == last) return stop(row, rows);
        place(targets, column, start, at);
        column += 1;
        start = at + 1;
      }
    }
  }
  stop(row, rows);
}

// @ts-ignore: decorator
@inline
function place(targets: usize, column: i32, start: i32, end: i32): void {
  const field = load<i32>(targets + (<usize>column << 2));
  if (field < 0) return;
  store<i32>(PLACES + (<usize>field << 3), start);
  store<i32>(PLACES + (<usize>field << 3) + 4, end);
}

function stop(at: i32, rows: i32): void {
  setControl(AT, at);
  setControl(ROWS, rows);
}

/** Adds the row whose fields have been placed: `false` where TypeScript has to take it. See foldRecord of byte-fold.ts. */
function addRow(): bool {
  const day = dayOf();
  const span = day < 0 ? -1 : load<i32>(<usize>control(SPANS) + (<usize>day << 2));
  if (span < 0) return false;
  const cents = centsOf();
  if (isNaN(cents)) return false;
  const account = numberOf(ACCOUNTS, ACCOUNT);
  const category = numberOf(CATEGORIES, CATEGORY);
  const supplier = numberOf(SUPPLIERS, SUPPLIER);
  const site = numberOf(SITES, SITE);
  if (account <= 0 || category < 0 || supplier < 0 || site < 0) return false;
  if (control(COMPARED) != 0 && isSuspect(account, category, supplier, site, day, cents)) return false;
  const supplierKey = load<i32>(<usize>control(SUPPLIER_KEYS) + (<usize>supplier << 2));
  const under = (<f64>account * CATEGORIES_AT_MOST + <f64>category) * SUPPLIERS_AT_MOST + <f64>supplierKey;
  const combination = combinationOf(under);
  if (combination < 0 || load<i32>(<usize>control(TIED) + (<usize>combination << 2)) != 0) return false;
  const key = (<f64>combination * SITES_AT_MOST + <f64>site) * SPANS_AT_MOST + <f64>span;
  if (!addPosting(key, cents, day)) return false;
  if (control(COMPARED) != 0) keep(account, category, supplier, site, day, cents);
  return true;
}

/** A row that may say the same as the one before it, or follows one that was read as text: see neighbouring-rows.ts. */
function isSuspect(account: i32, category: i32, supplier: i32, site: i32, day: i32, cents: f64): bool {
  const kind = control(PREVIOUS_KIND);
  if (kind == 0) return false;
  if (kind == 2) return true;
  return (
    cents == load<f64>(CONTROL + (<usize>PREVIOUS_CENTS << 2)) &&
    day == control(PREVIOUS + 4) &&
    supplier == control(PREVIOUS + 2) &&
    site == control(PREVIOUS + 3) &&
    account == control(PREVIOUS) &&
    category == control(PREVIOUS + 1)
  );
}

function keep(account: i32, category: i32, supplier: i32, site: i32, day: i32, cents: f64): void {
  setControl(PREVIOUS, account);
  setControl(PREVIOUS + 1, category);
  setControl(PREVIOUS + 2, supplier);
  setControl(PREVIOUS + 3, site);
  setControl(PREVIOUS + 4, day);
  setControl(PREVIOUS + 5, startOf(INVOICE));
  setControl(PREVIOUS + 6, endOf(INVOICE));
  setControl(PREVIOUS_KIND, 1);
  store<f64>(CONTROL + (<usize>PREVIOUS_CENTS << 2), cents);
}

// Amounts: see centsOfBytes of amount-bytes.ts.

function centsOf(): f64 {
  let at = startOf(AMOUNT);
  let end = endOf(AMOUNT);
  if (byteAt(at) == control(QUOTE)) {
    at += 1;
    end -= 1;
  }
  const negative = at < end && byteAt(at) == control(HYPHEN);
  if (negative) at += 1;
  const first = at;
  let value: i64 = 0;
  while (at < end) {
    const digit = byteAt(at) - 48;
    if (<u32>digit > 9) break;
    value = value * 10 + <i64>digit;
    at += 1;
    if (at - first > 13) return NaN;
  }
  if (at == first) return NaN;
  value *= 100;
  if (at < end) {
    if (byteAt(at) != control(DECIMAL)) return NaN;
    const tenths = byteAt(at + 1) - 48;
    if (at + 1 >= end || <u32>tenths > 9) return NaN;
    value += <i64>(tenths * 10);
    if (at + 2 < end) {
      const last = byteAt(at + 2) - 48;
      if (at + 3 != end || <u32>last > 9) return NaN;
      value += <i64>last;
    }
  }
  return <f64>(negative ? -value : value);
}

// Days: see dayOfBytes of day-bytes.ts.

function dayOf(): i32 {
  let from = startOf(DATE);
  let to = endOf(DATE);
  if (byteAt(from) == control(QUOTE)) {
    from += 1;
    to -= 1;
  }
  const mark = control(DAY_MARK);
  if (control(DAY_ORDER) == 2) return yearFirst(from, to, mark);
  const second = from + (byteAt(from + 1) == mark ? 2 : 3);
  const year = second + (byteAt(second + 1) == mark ? 2 : 3);
  if (to - year != 4 || byteAt(second - 1) != mark || byteAt(year - 1) != mark) return -1;
  const one = digits(from, second - 1);
  const other = digits(second, year - 1);
  const years = years4(year);
  return control(DAY_ORDER) == 0 ? dayCode(years, other, one) : dayCode(years, one, other);
}

function yearFirst(from: i32, to: i32, mark: i32): i32 {
  const step = mark == 0 ? 0 : 1;
  if (to - from != 8 + 2 * step) return -1;
  const month = from + 4 + step;
  const day = month + 2 + step;
  if (step == 1 && (byteAt(from + 4) != mark || byteAt(month + 2) != mark)) return -1;
  return dayCode(years4(from), digits(month, month + 2), digits(day, day + 2));
}

function years4(at: i32): i32 {
  const century = digits(at, at + 2);
  const year = digits(at + 2, at + 4);
  return century < 0 || year < 0 ? -1 : century * 100 + year;
}

/** A number of one or two digits, or -1. */
function digits(from: i32, to: i32): i32 {
  const first = byteAt(from) - 48;
  if (<u32>first > 9) return -1;
  if (to - from == 1) return first;
  const second = byteAt(from + 1) - 48;
  return <u32>second > 9 ? -1 : first * 10 + second;
}

function dayCode(year: i32, month: i32, day: i32): i32 {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return -1;
  return (year - 1990) * 372 + (month - 1) * 31 + day - 1;
}

// Names: see numberOfBytes of byte-dictionary.ts.

// @ts-ignore: decorator
@inline
function mixed(hash: u32, word: u32): u32 {
  const product = (hash ^ word) * 0x85ebca6b;
  return product ^ (product >> 15);
}

function hashOf(from: i32, to: i32): u32 {
  let hash = <u32>(to - from);
  if (to - from < 4) {
    for (let at = from; at < to; at += 1) hash = mixed(hash, <u32>byteAt(at));
    return hash;
  }
  const lastWord = to - 4;
  for (let at = from; at < lastWord; at += 4) hash = mixed(hash, load<u32>(<usize>at));
  return mixed(hash, load<u32>(<usize>lastWord));
}

/** The number of a name that has been seen; 0 for an empty cell; -1 otherwise. */
function numberOf(dictionary: i32, field: i32): i32 {
  const from = startOf(field);
  const to = endOf(field);
  if (from == to) return 0;
  const hash = hashOf(from, to);
  const slots = <usize>control(dictionary);
  const mask = <u32>control(dictionary + 1);
  const entries = <usize>control(dictionary + 2);
  let slot = hash & mask;
  while (true) {
    const found = load<i32>(slots + (<usize>slot << 2)) - 1;
    if (found < 0) return -1;
    const entry = entries + (<usize>found << 4);
    if (load<u32>(entry) == hash && isEntry(entry, <usize>control(dictionary + 3), from, to)) return load<i32>(entry + 12);
    slot = (slot + 1) & mask;
  }
}

function isEntry(entry: usize, kept: usize, from: i32, to: i32): bool {
  const start = kept + <usize>load<i32>(entry + 4);
  const length = to - from;
  if (load<i32>(entry + 8) - load<i32>(entry + 4) != length) return false;
  if (length < 4) {
    for (let at = 0; at < length; at += 1) if (load<u8>(start + <usize>at) != load<u8>(<usize>(from + at))) return false;
    return true;
  }
  const lastWord = length - 4;
  for (let at = 0; at < lastWord; at += 4) {
    if (load<u32>(start + <usize>at) != load<u32>(<usize>(from + at))) return false;
  }
  return load<u32>(start + <usize>lastWord) == load<u32>(<usize>(from + lastWord));
}

// Combinations and sums: see number-table.ts and posting-sums.ts.

// @ts-ignore: decorator
@inline
function hashOfKey(key: f64): u32 {
  const whole = <u64>key;
  const product = (<u32>(whole >> 26) * 0x9e3779b1) ^ (<u32>(whole & 0x3ffffff) * 0x85ebca6b);
  return product ^ (product >> 15);
}

function combinationOf(key: f64): i32 {
  const slots = <usize>control(COMBINATION_SLOTS);
  const mask = <u32>control(COMBINATION_MASK);
  const keys = <usize>control(COMBINATION_KEYS);
  let slot = hashOfKey(key) & mask;
  while (true) {
    const place = load<i32>(slots + (<usize>slot << 2)) - 1;
    if (place < 0 || load<f64>(keys + (<usize>place << 3)) == key) return place;
    slot = (slot + 1) & mask;
  }
}

/** Adds a posting to its group, which is made where there is none; `false` where the table or the sum has no room. */
function addPosting(key: f64, cents: f64, day: i32): bool {
  const sums = <usize>control(SUMS);
  const mask = <u32>control(SUMS_MASK);
  let slot = hashOfKey(key) & mask;
  let group = sums + (<usize>slot << 5);
  let found = load<f64>(group);
  while (found != key && found != -1) {
    slot = (slot + 1) & mask;
    group = sums + (<usize>slot << 5);
    found = load<f64>(group);
  }
  if (found != key) return addGroup(group, key, cents, day);
  const sum = load<f64>(group + 8) + cents;
  if (sum > LARGEST_SUM || sum < -LARGEST_SUM) return false;
  store<f64>(group + 8, sum);
  store<f64>(group + 16, load<f64>(group + 16) + 1);
  if (day < load<i32>(group + 24)) store<i32>(group + 24, day);
  if (day > load<i32>(group + 28)) store<i32>(group + 28, day);
  return true;
}

function addGroup(group: usize, key: f64, cents: f64, day: i32): bool {
  const count = control(SUMS_COUNT);
  if (count >= control(SUMS_AT_MOST)) return false;
  setControl(SUMS_COUNT, count + 1);
  store<f64>(group, key);
  store<f64>(group + 8, cents);
  store<f64>(group + 16, 1);
  store<i32>(group + 24, day);
  store<i32>(group + 28, day);
  return true;
}
