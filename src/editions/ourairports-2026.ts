import { airportLines } from './data/ourairports-2026.js';

/** Where an airport lies. Degrees are decimal text exactly as published, north and east positive. */
export interface Airport {
  /** Three capital letters, once in the table. */
  readonly iata: string;
  /** ISO 3166-1 code of two letters as the publisher assigns it; Kosovo has the user-assigned `XK`. */
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
}

/** What the table is, whose it is, and what it does not hold. */
export interface AboutAirports {
  readonly title: string;
  readonly publisher: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly attribution: string;
  readonly retrieved: string;
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

const COUNTRY = 'AAA '.length;
const LATITUDE = 'AAA CC '.length;

/**
 * The airports of the world that have an IATA code and either scheduled service or a size of medium or large, in the
 * order of their codes, as OurAirports had them on 13 June 2026. Nothing in it can be changed.
 *
 * @example
 * const positions = new Map(airports.map((airport) => [airport.iata, airport]));
 * positions.get('HEL')   // { iata: 'HEL', country: 'FI', latitude: '60.318363', longitude: '24.963341' }
 */
export const airports: readonly Airport[] = Object.freeze(airportLines.split('\n').map(airportOf));

/**
 * Title, publisher, licence, how the table was come by, and what was left out of it.
 *
 * @example about.licence   // 'Unlicense'
 */
export const about: AboutAirports = Object.freeze({
  title: 'OurAirports open data, airports.csv of 13 June 2026',
  publisher: 'OurAirports (David Megginson and contributors)',
  licence: 'Unlicense',
  attribution: 'Airport positions from OurAirports (ourairports.com), in the public domain. No credit is required.',
  retrieved:
    'Read on 24 November 2026 in an unchanged copy of airports.csv, sha256 1cdae9ac…bd77, the file of commit 9b0d49e8 of ' +
    'davidmegginson/ourairports-data.',
  leftOut: leftOut([
    ['airports without an IATA code', 'travel records name airports by it'],
    ['small airports, heliports and seaplane bases without scheduled service', 'no tickets are sold to them'],
    [
      'airports closed by 13 June 2026, such as Berlin-Tegel (TXL)',
      'the publisher takes the code from a closed airport',
    ],
    [
      'earlier meanings of a code that was moved or given again',
      'the table is the state of one day: IST is the new airport',
    ],
    ['codes of cities, such as LON', 'they name several airports and no position'],
    ['names, heights and runways', 'distances need none of them'],
  ]),
});

/** Code and country have fixed widths; a blank parts the degrees. */
function airportOf(line: string): Airport {
  const blank = line.indexOf(' ', LATITUDE);
  return Object.freeze({
    iata: line.slice(0, COUNTRY - 1),
    country: line.slice(COUNTRY, LATITUDE - 1),
    latitude: line.slice(LATITUDE, blank),
    longitude: line.slice(blank + 1),
  });
}

function leftOut(rows: readonly (readonly [what: string, why: string])[]): AboutAirports['leftOut'] {
  return Object.freeze(rows.map(([what, why]) => Object.freeze({ what, why })));
}
