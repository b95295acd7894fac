import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfInstant } from '../../src/calendar/day-of-instant.js';
import { orThrow } from '../../src/outcome.js';
import { issuesOf } from '../support/builders.js';

const dayIn = (zone: string, text: string, as: 'moment' | 'end' = 'moment') => dayOfInstant(text, { zone, as });
const reasonsOf = (text: unknown, zone = 'Europe/Helsinki', as: 'moment' | 'end' = 'moment') =>
  issuesOf(dayOfInstant(text, { zone, as })).map(({ code, detail }) => [code, 'reason' in detail ? detail.reason : '']);

describe('dayOfInstant', () => {
  test.each([
    ['Europe/Helsinki', '2024-12-31T21:59:59Z', '2024-12-31'],
    ['Europe/Helsinki', '2024-12-31T22:00:00Z', '2025-01-01'],
    ['Europe/Helsinki', '2024-12-31T22:00Z', '2025-01-01'],
    ['Europe/Helsinki', '2024-12-31T23:59:59.999+02:00', '2024-12-31'],
    ['Europe/Helsinki', '2025-01-01T00:30+03:00', '2024-12-31'],
    ['Europe/Helsinki', '2024-12-31T23:30', '2024-12-31'],
    ['Pacific/Apia', '2021-01-01T09:59Z', '2021-01-01'],
    ['Pacific/Apia', '2021-01-01T10:00Z', '2021-01-02'],
    ['America/New_York', '2021-01-01T03:00:00-02:00', '2021-01-01'],
    ['America/New_York', '2021-01-01T04:00:00Z', '2020-12-31'],
    ['Asia/Kathmandu', '2021-01-01T18:15Z', '2021-01-02'],
  ])('in %s, %s lies in %s', (zone, text, day) => {
    expect(orThrow(dayIn(zone, text))).toBe(day);
  });

  test.each([
    ['2024-12-31T24:00:00', '2024-12-31'],
    ['2025-01-01T00:00:00', '2024-12-31'],
    ['2024-12-31T22:00:00Z', '2024-12-31'],
    ['2025-01-01T00:00:01', '2025-01-01'],
    ['2024-12-31T23:45', '2024-12-31'],
  ])('a period that ends at %s ends with %s', (text, day) => {
    expect(orThrow(dayIn('Europe/Helsinki', text, 'end'))).toBe(day);
  });

  test('a time that the clocks left out, or showed twice, is an issue; with its offset the latter is read', () => {
    expect(reasonsOf('2025-03-30T03:30:00')).toEqual([['invalid-date', 'no-such-time']]);
    expect(reasonsOf('2025-10-26T03:30:00')).toEqual([['invalid-date', 'time-came-twice']]);
    expect(orThrow(dayIn('Europe/Helsinki', '2025-10-26T03:30:00+03:00'))).toBe('2025-10-26');
    expect(orThrow(dayIn('Europe/Helsinki', '2025-03-30T02:59:59'))).toBe('2025-03-30');
    expect(orThrow(dayIn('Europe/Helsinki', '2025-03-30T04:00:00'))).toBe('2025-03-30');
    // Samoa left a whole day out when it went over the date line.
    expect(reasonsOf('2011-12-30T12:00:00', 'Pacific/Apia')).toEqual([['invalid-date', 'no-such-time']]);
  });

  test.each([
    ['2024-12-31', 'syntax'],
    ['2024-12-31 22:00', 'syntax'],
    ['2024-12-31T24:00:00', 'syntax'],
    ['2024-12-31T25:00', 'syntax'],
    ['2024-12-31T22:60', 'syntax'],
    ['2024-12-31T22:00:60', 'syntax'],
    ['2024-12-31T22:00+2', 'syntax'],
    ['2024-02-30T22:00Z', 'not-real'],
    ['1989-12-31T22:00Z', 'out-of-range'],
    ['2100-12-31T23:00Z', 'out-of-range'],
    [new Date(0), 'type'],
    [undefined, 'type'],
  ])('%s is no instant: %s', (input, reason) => {
    expect(reasonsOf(input)).toEqual([['invalid-date', reason]]);
  });

  test('a zone that the platform does not know is an issue with the nearest ones', () => {
    expect(issuesOf(dayIn('Europe/Helsinky', '2024-12-31T22:00Z'))).toMatchObject([
      { code: 'invalid-value', detail: { value: 'Europe/Helsinky' }, at: { path: 'zone' } },
    ]);
    expect(issuesOf(dayIn('Europe/Helsinky', '2024-12-31T22:00Z')).map(({ message }) => message)).toEqual([
      expect.stringContaining('Did you mean Europe/Helsinki'),
    ]);
  });

  test('in UTC every instant lies in the day that it names, and its end in the same one except at midnight', () => {
    const instant = fc.date({ min: new Date('1990-01-02'), max: new Date('2100-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, (date) => {
        const text = date.toISOString();
        expect(orThrow(dayIn('UTC', text))).toBe(text.slice(0, 10));
        const seconds = Math.floor(date.getTime() / 1_000) * 1_000;
        const before = new Date(seconds - 1).toISOString().slice(0, 10);
        expect(orThrow(dayIn('UTC', text, 'end'))).toBe(before);
      }),
    );
  });
});
