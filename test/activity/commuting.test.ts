import { describe, expect, test } from 'vitest';
import { commutingSchema, remoteWorkSchema } from '../../src/activity/commuting.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const timed = { id: 'c-1', kind: 'commuting', period: { from: '2021-01-01', to: '2021-12-31' }, mode: 'bus' };
const amount = { value: '125000', unit: 'passenger-km' };
const survey = { persons: '112.5', oneWay: { value: '8.4', unit: 'km' }, days: '210' };
const found = (input: unknown) => issuesOf(readWith(commutingSchema, input)).map(({ code, at }) => [code, at?.path]);

describe('commutingSchema', () => {
  test.each(['passenger-km', 'vehicle-km'] as const)('a distance in %s is read', (unit) => {
    const read = orThrow(readWith(commutingSchema, { ...timed, amount: { ...amount, unit } }));
    expect(read).toEqual({ ...timed, amount: quantity('125000', unit) });
  });

  test.each(['passenger-km', 'vehicle-km'])('a survey whose kilometres are %s is read', (per) => {
    const read = orThrow(readWith(commutingSchema, { ...timed, survey, per }));
    expect(JSON.parse(JSON.stringify(read))).toEqual({ ...timed, survey, per });
  });

  test('nobody, no way and no days are values', () => {
    const none = { persons: 0, oneWay: { value: '0', unit: 'km' }, days: 0 };
    expect(readWith(commutingSchema, { ...timed, survey: none, per: 'vehicle-km' }).ok).toBe(true);
  });

  test.each([
    ['both', { ...timed, amount, survey, per: 'vehicle-km' }],
    ['neither', timed],
  ])('it is a distance or a survey: %s is an issue', (value, input) => {
    expect(issuesOf(readWith(commutingSchema, input)).map(({ detail, at }) => [detail, at])).toEqual([
      [{ value, expected: 'amount or survey', nearest: [] }, { path: 'amount' }],
    ]);
  });

  test('a survey says whose kilometres it counts, a distance says so by its unit', () => {
    expect(found({ ...timed, survey })).toEqual([['missing-field', 'per']]);
    expect(found({ ...timed, amount, per: 'passenger-km' })).toEqual([['invalid-value', 'per']]);
    const issues = issuesOf(readWith(commutingSchema, { ...timed, amount, per: 'passenger-km' }));
    expect(issues.map(({ detail }) => detail)).toEqual([{ value: 'passenger-km', expected: 'no per', nearest: [] }]);
  });

  test.each([
    [{ mode: undefined }, 'missing-field', 'mode'],
    [{ mode: '' }, 'invalid-value', 'mode'],
    [{ amount: { value: '1', unit: 'km' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '-1', unit: 'passenger-km' } }, 'negative-amount', 'amount'],
    [{ distance: '1' }, 'unknown-key', 'distance'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...timed, amount, ...changes })).toEqual([[code, path]]);
  });

  test.each([
    [{ persons: undefined }, 'missing-field', 'survey.persons'],
    [{ persons: '-1' }, 'invalid-value', 'survey.persons'],
    [{ persons: 'all' }, 'invalid-number', 'survey.persons'],
    [{ oneWay: undefined }, 'missing-field', 'survey.oneWay'],
    [{ oneWay: { value: '-8.4', unit: 'km' } }, 'negative-amount', 'survey.oneWay'],
    [{ oneWay: { value: '8.4', unit: 'passenger-km' } }, 'unit-mismatch', 'survey.oneWay.unit'],
    [{ oneWay: '8.4' }, 'invalid-value', 'survey.oneWay'],
    [{ days: undefined }, 'missing-field', 'survey.days'],
    [{ days: '-210' }, 'invalid-value', 'survey.days'],
    [{ trips: '2' }, 'unknown-key', 'survey.trips'],
  ])('a survey with %o is refused: %s at %s', (changes, code, path) => {
    expect(found({ ...timed, survey: { ...survey, ...changes }, per: 'vehicle-km' })).toEqual([[code, path]]);
  });

  test('the kilometres of a survey are a passenger’s or a vehicle’s', () => {
    expect(found({ ...timed, survey, per: 'km' })).toEqual([['invalid-value', 'per']]);
  });

  test('an unknown key is named with the nearest', () => {
    const input = { ...timed, survey: { ...survey, person: '2' }, per: 'vehicle-km' };
    expect(issuesOf(readWith(commutingSchema, input)).map(({ detail }) => detail)).toEqual([
      { key: 'person', nearest: ['persons', 'days', 'oneWay'] },
    ]);
  });
});

describe('remoteWorkSchema', () => {
  const hours = { value: '1480.5', unit: 'working-hour' };
  const remote = { id: 'r-1', kind: 'remote-work', date: '2021-12-31', arrangement: 'remote-work', amount: hours };
  const faults = (changes: Record<string, unknown>) =>
    issuesOf(readWith(remoteWorkSchema, { ...remote, ...changes })).map(({ code, at }) => [code, at?.path]);

  test('hours worked at home are read', () => {
    expect(orThrow(readWith(remoteWorkSchema, remote))).toEqual({
      ...remote,
      amount: quantity('1480.5', 'working-hour'),
    });
  });

  test.each([
    [{ arrangement: undefined }, 'missing-field', 'arrangement'],
    [{ arrangement: '' }, 'invalid-value', 'arrangement'],
    [{ amount: undefined }, 'missing-field', 'amount'],
    [{ amount: { value: '-1', unit: 'working-hour' } }, 'negative-amount', 'amount'],
    [{ amount: { value: '200', unit: 'client-day' } }, 'unit-mismatch', 'amount.unit'],
    [{ amount: { value: '200', unit: 'hour' } }, 'unknown-unit', 'amount.unit'],
    [{ persons: '4' }, 'unknown-key', 'persons'],
  ])('%o is refused: %s at %s', (changes, code, path) => {
    expect(faults(changes)).toEqual([[code, path]]);
  });
});
