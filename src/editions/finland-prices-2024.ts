import data from './data/finland-prices-2024.json' with { type: 'json' };
import { deepFrozen } from './deep-frozen.js';
import type { EditionSource } from './edition-input.js';
import type { EditionAbout } from './edition.js';

/** A table of years, as `parsePriceIndex` and `parseExchangeRates` read it. */
export interface YearTableInput {
  readonly [year: string]: string;
}

/** A price index as `parsePriceIndex` reads it. */
export interface PriceIndexInput {
  readonly id: string;
  readonly currency: string;
  readonly source: EditionSource;
  readonly index: YearTableInput;
}

/** Exchange rates as `parseExchangeRates` reads them. */
export interface ExchangeRatesInput {
  readonly id: string;
  readonly source: EditionSource;
  readonly base: string;
  readonly rates: { readonly [currency: string]: YearTableInput };
}

/** A rate of VAT and the days it was in force, both included. Without `validTo` it was in force when it was read. */
export interface VatRate {
  readonly country: string;
  /** What it is the rate of; a class keeps its name when its rate changes. */
  readonly rateClass: string;
  /** A share: `0.24` is 24 %. */
  readonly rate: string;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly source: EditionSource;
  readonly note?: string | undefined;
}

/**
 * Consumer prices of Finland, 2015 = 100, yearly averages 2010-2024, derived from annual changes.
 *
 * @example
 * import { orThrow, parsePriceIndex } from 'hiilitase';
 * import { priceIndex } from 'hiilitase/editions/finland-prices-2024';
 * const prices = orThrow(parsePriceIndex(priceIndex));
 */
export const priceIndex: PriceIndexInput = deepFrozen(data.priceIndex);

/** Consumer prices of the United States (CPI-U), yearly averages 2010 and 2015-2024. */
export const usPriceIndex: PriceIndexInput = deepFrozen(data.usPriceIndex);

/** US dollars for one euro, yearly averages of the European Central Bank 2010-2024. */
export const exchangeRates: ExchangeRatesInput = deepFrozen(data.exchangeRates);

/** Rates of VAT in Finland by class and day, in the order of the classes. */
export const vatRates: readonly VatRate[] = deepFrozen(data.vatRates);

/** Publisher, licence, attribution, and what the edition leaves out. */
export const about: EditionAbout = deepFrozen(data.about);
