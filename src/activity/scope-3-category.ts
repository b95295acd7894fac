/**
 * The fifteen scope 3 categories by name, with their numbers.
 * @see GHG Protocol, Corporate Value Chain (Scope 3) Standard, table 5.3
 */
export const SCOPE_3_CATEGORIES = {
  'purchased-goods-and-services': 1,
  'capital-goods': 2,
  'fuel-and-energy-related-activities': 3,
  'upstream-transportation-and-distribution': 4,
  'waste-generated-in-operations': 5,
  'business-travel': 6,
  'employee-commuting': 7,
  'upstream-leased-assets': 8,
  'downstream-transportation-and-distribution': 9,
  'processing-of-sold-products': 10,
  'use-of-sold-products': 11,
  'end-of-life-treatment-of-sold-products': 12,
  'downstream-leased-assets': 13,
  franchises: 14,
  investments: 15,
} as const;

/** The name of a scope 3 category. */
export type Scope3Category = keyof typeof SCOPE_3_CATEGORIES;

/** All fifteen names in the order of their numbers. */
// The keys of a constant table are its names; Object.keys only knows that they are texts.
export const SCOPE_3_CATEGORY_NAMES = Object.keys(SCOPE_3_CATEGORIES) as [Scope3Category, ...Scope3Category[]];
