import { z } from 'zod';
import { METER_KINDS } from '../activity/leased-premises.js';
import type { EmissionLine } from '../emission/emission-line.js';
import { textSchema } from '../reading.js';
import type { ClientDays } from './client-days.js';

/**
 * Which emissions are stated per night or day: what is bought for reception (the products are named), that and the energy of
 * the reception sites, or everything the agency reports.
 */
export type ReceptionNumerator =
  | { readonly selection: 'reception-purchases'; readonly products: readonly string[] }
  | { readonly selection: 'reception-purchases-and-premises'; readonly products: readonly string[] }
  | { readonly selection: 'whole-agency' };

const products = z.array(textSchema).min(1);

/** `ReceptionNumerator` as data. The type is written out: the lowest zod declares a discriminated union with other type arguments. */
export const receptionNumeratorSchema: z.ZodType<ReceptionNumerator> = z.discriminatedUnion('selection', [
  z.strictObject({ selection: z.literal('reception-purchases'), products }),
  z.strictObject({ selection: z.literal('reception-purchases-and-premises'), products }),
  z.strictObject({ selection: z.literal('whole-agency') }),
]);

const PREMISES_KINDS: readonly string[] = [...METER_KINDS, 'leased-premises'];

/**
 * The selection as a condition on lines, for `where`. Premises are the lines of purchased energy, of fuel burnt for heating
 * and of leased premises at sites of the register, their upstream lines included; offices are none of them.
 *
 * @example totalEmissions(inventory, { scope2: 'location-based', where: numeratorLines(numerator, register) })
 */
export function numeratorLines(numerator: ReceptionNumerator, register: ClientDays): (line: EmissionLine) => boolean {
  if (numerator.selection === 'whole-agency') return () => true;
  const named = new Set(numerator.products);
  const bought = ({ product }: EmissionLine) => product !== undefined && named.has(product);
  if (numerator.selection === 'reception-purchases') return bought;
  const sites = new Set(register.map(({ site }) => site));
  const premises = ({ kind, site }: EmissionLine) =>
    PREMISES_KINDS.includes(kind) && site !== undefined && sites.has(site);
  return (line) => bought(line) || premises(line);
}

/** What a figure counts, in words, to be printed with it. */
export function describeNumerator(numerator: ReceptionNumerator): string {
  switch (numerator.selection) {
    case 'reception-purchases':
      return `purchases of ${numerator.products.join(', ')}`;
    case 'reception-purchases-and-premises':
      return `purchases of ${numerator.products.join(', ')}, and the energy of the reception sites`;
    case 'whole-agency':
      return 'everything the organisation reports';
  }
}
