import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { amountSchema, commonShape, isWhole, spanOf } from '../../src/activity/common-fields.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { readWith } from '../../src/reading.js';
import { issuesOf } from '../support/builders.js';

const common = z.strictObject(commonShape);

describe('commonShape', () => {
  test('an id is enough, and everything else an activity can say of itself is read', () => {
    expect(orThrow(readWith(common, { id: 'a' }))).toEqual({ id: 'a' });
    const full = {
      id: 'a',
      date: '2021-05-04',
      period: { from: '2021-01-01', to: '2021-12-31' },
      site: 'oulu',
      supplier: 'Yksi Oy',
      reference: 'invoice 4711',
      note: 'read by hand',
      tags: ['kitchen'],
      basis: 'estimated',
      operation: 'joint-office',
    };
    expect(orThrow(readWith(common, full))).toEqual(full);
  });

  test.each(['measured', 'estimated', 'assumed'])('a figure may be %s', (basis) => {
    expect(orThrow(readWith(common, { id: 'a', basis }))).toEqual({ id: 'a', basis });
  });

  test('every fault has its place', () => {
    const faulty = {
      id: '',
      date: '4.5.2021',
      period: { from: '2021-01-01' },
      site: ' oulu',
      supplier: 7,
      reference: '',
      note: null,
      tags: ['ok', ''],
      basis: 'guessed',
      operation: '',
    };
    expect(issuesOf(readWith(common, faulty)).map(({ code, at }) => [at?.path, code])).toEqual([
      ['id', 'invalid-value'],
      ['date', 'invalid-date'],
      ['period.to', 'missing-field'],
      ['site', 'invalid-value'],
      ['supplier', 'invalid-value'],
      ['reference', 'invalid-value'],
      ['note', 'invalid-value'],
      ['tags.1', 'invalid-value'],
      ['basis', 'invalid-value'],
      ['operation', 'invalid-value'],
    ]);
  });
});

describe('spanOf', () => {
  test('a period is its own span, and a date is a span of one day', () => {
    const period = { from: '2021-01-01', to: '2021-12-31' };
    expect(spanOf({ period })).toEqual(period);
    expect(spanOf({ date: '2021-05-04' })).toEqual({ from: '2021-05-04', to: '2021-05-04' });
  });
});

describe('isWhole', () => {
  const period = { from: '2021-01-01', to: '2021-12-31' };
  const date = '2021-05-04';

  test('all days of a period, and the one day of a date, are the whole', () => {
    expect(isWhole({ period }, { ...period })).toBe(true);
    expect(isWhole({ date }, { from: date, to: date })).toBe(true);
  });

  test.each([
    [{ period }, { from: '2021-01-02', to: '2021-12-31' }],
    [{ period }, { from: '2021-01-01', to: '2021-12-30' }],
    [{ date }, { from: '2021-05-03', to: date }],
    [{ date }, { from: date, to: '2021-05-05' }],
  ])('of %o, %o is not the whole', (timing, part) => {
    expect(isWhole(timing, part)).toBe(false);
  });
});

describe('amountSchema', () => {
  const schema = amountSchema('volume', 'mass');

  test.each(['0', '-0', '300.5'])('%s litres is an amount', (value) => {
    expect(orThrow(readWith(schema, { value, unit: 'litre' }))).toEqual(quantity(value, 'litre'));
  });

  test('a negative one is an issue: only purchases may be credited', () => {
    expect(issuesOf(readWith(schema, { value: '-300.50', unit: 'litre' }))).toEqual([
      {
        code: 'negative-amount',
        severity: 'error',
        message: '-300.5 litre is negative; only purchases may be (credit notes). Correct the reading or take it out.',
        detail: { value: '-300.5', unit: 'litre' },
      },
    ]);
  });

  test('a unit of another dimension does not fit', () => {
    expect(issuesOf(readWith(schema, { value: '1', unit: 'km' })).map(({ code }) => code)).toEqual(['unit-mismatch']);
  });
});
