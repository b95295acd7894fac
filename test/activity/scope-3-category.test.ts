import { describe, expect, test } from 'vitest';
import { SCOPE_3_CATEGORIES, SCOPE_3_CATEGORY_NAMES } from '../../src/activity/scope-3-category.js';

describe('SCOPE_3_CATEGORIES', () => {
  // GHG Protocol, Corporate Value Chain (Scope 3) Standard, table 5.3.
  test('the fifteen categories have the numbers of the standard', () => {
    expect(Object.entries(SCOPE_3_CATEGORIES)).toEqual([
      ['purchased-goods-and-services', 1],
      ['capital-goods', 2],
      ['fuel-and-energy-related-activities', 3],
      ['upstream-transportation-and-distribution', 4],
      ['waste-generated-in-operations', 5],
      ['business-travel', 6],
      ['employee-commuting', 7],
      ['upstream-leased-assets', 8],
      ['downstream-transportation-and-distribution', 9],
      ['processing-of-sold-products', 10],
      ['use-of-sold-products', 11],
      ['end-of-life-treatment-of-sold-products', 12],
      ['downstream-leased-assets', 13],
      ['franchises', 14],
      ['investments', 15],
    ]);
  });
});

describe('SCOPE_3_CATEGORY_NAMES', () => {
  test('the names come in the order of their numbers', () => {
    expect(SCOPE_3_CATEGORY_NAMES.map((name) => SCOPE_3_CATEGORIES[name])).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ]);
  });
});
