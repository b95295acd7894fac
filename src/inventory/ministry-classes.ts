import type { EmissionLine, Scope2Basis } from '../emission/emission-line.js';
import { errorIssue } from '../issue.js';
import type { Issue } from '../issue.js';
import { failureOf, success } from '../outcome.js';
import type { Outcome } from '../outcome.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Inventory } from './inventory.js';
import { linesCounted, totalsBy } from './totals.js';

/**
 * The six classes in which the branch of the Finnish Ministry of the Interior reports, in its order and words.
 * @see Border Guard, climate actions 2021 (the published table of the same classes)
 */
export const MINISTRY_CLASSES = [
  'Scope 1',
  'Scope 2',
  'Hankitun energian epäsuorat päästöt',
  'Hankinnat',
  'Itselle vuokrattu omaisuus',
  'Liikematkustus',
] as const;
export type MinistryClass = (typeof MINISTRY_CLASSES)[number];

/** The class of a line, or `undefined` where it fits none of the six. */
export function ministryClass({
  scope,
  category,
}: Pick<EmissionLine, 'scope' | 'category'>): MinistryClass | undefined {
  if (scope === 1) return 'Scope 1';
  if (scope === 2) return 'Scope 2';
  switch (category) {
    case 'fuel-and-energy-related-activities':
      return 'Hankitun energian epäsuorat päästöt';
    case 'purchased-goods-and-services':
    case 'capital-goods':
      return 'Hankinnat';
    case 'upstream-leased-assets':
      return 'Itselle vuokrattu omaisuus';
    case 'business-travel':
      return 'Liikematkustus';
    default:
      return undefined;
  }
}

/** The emissions of one class, or the statement that nothing of it was calculated; never a zero in its place. */
export type ClassTotal =
  | { readonly class: MinistryClass; readonly calculated: true; readonly emissions: Quantity<'tCO2e'> }
  | { readonly class: MinistryClass; readonly calculated: false };

/**
 * The inventory in the Ministry's six classes, in their order. A class without a single line is `calculated: false`.
 *
 * Issues: `class-missing` for a category that fits none of the six.
 */
export function totalsByMinistryClass(inventory: Inventory, scope2: Scope2Basis): Outcome<readonly ClassTotal[]> {
  const homeless = new Set(
    linesCounted(inventory, { scope2 }).flatMap((line) => (ministryClass(line) === undefined ? [line.category] : [])),
  );
  if (homeless.size > 0) return failureOf([...homeless].map(noClass));
  const totals = totalsBy(inventory, { scope2 }, (line) => String(ministryClass(line)));
  return success(
    MINISTRY_CLASSES.map((name) => {
      const emissions = totals.get(name);
      return emissions === undefined
        ? { class: name, calculated: false }
        : { class: name, calculated: true, emissions };
    }),
  );
}

function noClass(category: string): Issue {
  const message = `The category ${category} fits none of the Ministry's six classes. Report it apart, or leave it out of this layout with a reason.`;
  return errorIssue('class-missing', { message, detail: { category } });
}
