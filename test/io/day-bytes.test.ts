import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCalendarDate } from '../../src/calendar/calendar-date.js';
import { DAY_CODES, dateOfCode, dayCode, dayForm, dayOfBytes } from '../../src/io/day-bytes.js';
import { ledgerLayoutSchema, parseLedgerLayout } from '../../src/io/ledger-layout.js';
import type { LedgerLayout } from '../../src/io/ledger-layout.js';
import { canonicalDate } from '../../src/io/local-text.js';
import { orThrow } from '../../src/outcome.js';
import { bytesOf } from '../support/bytes.js';
import { layoutOf } from '../support/ledger-files.js';

const FORMS = ledgerLayoutSchema.shape.dates.options;
const layoutWith = (dates: string): LedgerLayout => orThrow(parseLedgerLayout(layoutOf({ dates })));
const codeOf = (text: string, layout: LedgerLayout) => {
  const bytes = bytesOf(`;${text};1.2.2021`);
  return dayOfBytes(bytes, 1, 1 + bytesOf(text).length, dayForm(layout));
};

describe('dayOfBytes', () => {
  test.each(FORMS)('%s: a code is the date of its text, and a text it leaves alone may be anything', (dates) => {
    const layout = layoutWith(dates);
    const text = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '.', '/', '-', 'x'), maxLength: 11 });
    fc.assert(
      fc.property(text, (written) => {
        const code = codeOf(written, layout);
        if (code >= 0) expect(dateOfCode(code)).toBe(canonicalDate(written, layout));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(FORMS)('%s: every day from 1990 to 2100 is read, and earlier days have smaller codes', (dates) => {
    const layout = layoutWith(dates);
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const codes = [one, other].map((date) => codeOf(written(date, dates), layout));
        expect(codes.map(dateOfCode)).toEqual([one, other].map((date) => date.toISOString().slice(0, 10)));
        expect(Math.sign((codes[0] ?? 0) - (codes[1] ?? 0))).toBe(
          Math.sign(Math.floor(one.getTime() / 86_400_000) - Math.floor(other.getTime() / 86_400_000)),
        );
      }),
    );
  });

  test.each([
    [
      'd.M.yyyy',
      ['1.13.2021', '32.1.2021', '0.1.2021', '1.0.2021', '1.1.1989', '1.1.2101', '1.1.21', '111.1.2021', ''],
    ],
    ['yyyy-MM-dd', ['2021-1-05', '2021/01/05', '2021-01-5', '20210105', '2021-01/05']],
    ['yyyyMMdd', ['2021-01-05', '2021015', '2O210105']],
    ['M/d/yyyy', ['13/1/2021']],
  ])('%s: what is written otherwise is left to be read as text', (dates, texts) => {
    const layout = layoutWith(dates);
    expect(texts.map((text) => codeOf(text, layout))).toEqual(texts.map(() => -1));
  });
});

/** A day as its form writes it, without leading zeros where the form has none. */
function written(date: Date, dates: string): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const two = (number: number) => String(number).padStart(2, '0');
  const parts = { yyyy: String(year), MM: two(month), dd: two(day), M: String(month), d: String(day) };
  return dates.replaceAll(/yyyy|MM|dd|M|d/g, (part) => parts[part as keyof typeof parts]);
}

test('a code is no promise that its day exists: that is asked once for each', () => {
  expect(parseCalendarDate(dateOfCode(dayCode(2021, 2, 30))).ok).toBe(false);
  expect([dayCode(1990, 1, 1), dayCode(2100, 12, 31)]).toEqual([0, DAY_CODES - 1]);
});
