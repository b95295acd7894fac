/** Whether a price holds value added tax. Every purchase and every spend-based factor states it. */
export const VAT_BASES = ['excluded', 'included'] as const;
export type VatBasis = (typeof VAT_BASES)[number];
