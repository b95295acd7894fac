/** Whether an energy of fuel counts the heat of the steam in its flue gas (gross, higher heating value) or not (net). */
export const CALORIFIC_BASES = ['net', 'gross'] as const;
export type CalorificBasis = (typeof CALORIFIC_BASES)[number];
