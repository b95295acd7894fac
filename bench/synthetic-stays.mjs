import { seededRandom } from './random.mjs';

const SITES = 200;
const FORMS = ['transit', 'institution', 'apartment', 'minors-unit', 'municipal-flat', 'private', 'detention'];
const DAYS_OF_STAYS = 2_400;
const LONGEST_STAY = 400;

/** 2018 to 2024: 84 months. */
export const STAYS_PERIOD = { from: '2018-01-01', to: '2024-12-31' };

/** Each site has clients in two forms. */
const formsOfSite = (number) => [FORMS[number % 7], FORMS[(number + 3) % 7]];

/** Sites open all the time, with places in their forms, as `parseSiteRegister` reads them. */
export function syntheticSites() {
  return Array.from({ length: SITES }, (_, index) => {
    const places = formsOfSite(index + 1).map((form) => ({ from: '2010-01-01', form, places: '150' }));
    return { site: `site-${index + 1}`, opened: '2010-01-01', places };
  });
}

function dateAfter(days) {
  return new Date(Date.UTC(2017, 9, 1 + days)).toISOString().slice(0, 10);
}

// Dates are made beforehand: the reader is measured, not the maker. Each record has texts of its own all the same.
const DATES = Array.from({ length: DAYS_OF_STAYS + LONGEST_STAY + 1 }, (_, days) => dateAfter(days));
const ownText = (text) => `${text.slice(0, 4)}${text.slice(4)}`;

/** Stays one after the other; one in twenty is still going on, every record has an id. The same for the same count everywhere. */
export function* syntheticStays(count) {
  const random = seededRandom(2_018);
  for (let index = 0; index < count; index += 1) {
    const day = random.whole(0, DAYS_OF_STAYS);
    const site = random.whole(1, SITES);
    const stay = {
      site: `site-${site}`,
      form: random.oneOf(formsOfSite(site)),
      arrival: ownText(DATES[day]),
      id: `stay-${index}`,
    };
    if (random.chance(0.95)) stay.departure = ownText(DATES[day + random.whole(0, LONGEST_STAY)]);
    yield stay;
  }
}
