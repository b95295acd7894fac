import { addDays } from '../calendar/calendar-date.js';
import type { CalendarDate } from '../calendar/calendar-date.js';
import type { AccountMapping } from './account-mapping.js';

/**
 * The days from which on a mapping may say something else: every `validFrom`, and the day after every `validTo`, each once,
 * in order. Between two of them a rule or a table of sites holds on all days or on none.
 */
export function validityEdges({ rules, supplierSites = [] }: AccountMapping): readonly CalendarDate[] {
  const edges = [...rules, ...supplierSites].flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined ? [] : [addDays(validTo, 1)]),
  ]);
  return [...new Set(edges)].sort();
}
