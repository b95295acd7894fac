import { seededRandom } from './random.mjs';

const YEARS = 7;
const MONTHS = 12;
const SITES = 150;
const FORMS = 7;

export const FACTORS = ['persons', 'nights per person', 'euros per night', 'price level', 'kilograms per euro'];

/** Five values of one cell in one year, with the decimals that such figures come with. All invented. */
function valuesOf(random) {
  return [
    random.decimalText(1, 400, 0),
    random.decimalText(10, 31, 4),
    random.decimalText(20, 90, 2),
    random.decimalText(0.8, 1.3, 4),
    random.decimalText(0.05, 0.6, 6),
  ];
}

/**
 * Seven years of 12 months, 150 sites and 7 forms of accommodation: for each year its cells with five values, no value shared
 * with another cell, so that nothing is saved by having seen it before.
 */
export function syntheticYears() {
  const random = seededRandom(2018);
  return Array.from({ length: YEARS }, () =>
    Array.from({ length: MONTHS * SITES * FORMS }, (_, index) => ({ key: `${index + 1}`, values: valuesOf(random) })),
  );
}

function tableOf(cells) {
  return { unit: 'kgCO2e', factors: FACTORS, cells };
}

/** Six tables, from each year to the next. */
export function yearSteps(years) {
  return years
    .slice(1)
    .map((year, step) =>
      tableOf(year.map(({ key, values }, index) => ({ key, before: years[step][index].values, after: values }))),
    );
}

/** One table of 88,200 cells: every year against the one after, the last against the first. */
export function oneTable(years) {
  const cells = years.flatMap((year, place) =>
    year.map(({ key, values }, index) => ({
      key: `${place + 1}/${key}`,
      before: values,
      after: years[(place + 1) % years.length][index].values,
    })),
  );
  return tableOf(cells);
}
