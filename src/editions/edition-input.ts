/** `Source` as an edition states it. */
export interface EditionSource {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly table?: string | undefined;
  readonly note?: string | undefined;
}

/** Fields of a factor that an edition states as data. Every figure is a decimal as text. */
export interface FactorFields {
  readonly id: string;
  readonly key: string;
  readonly method: string;
  readonly per: string;
  readonly co2e: string;
  readonly gwp: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly priceYear?: number | undefined;
  readonly priceBasis?: string | undefined;
  readonly vat?: string | undefined;
  readonly aviationNonCo2?: string | undefined;
  readonly part?: string | undefined;
  readonly region?: string | undefined;
  readonly gases?: { readonly [gas: string]: string | undefined } | undefined;
  readonly gasesStatedIn?: string | undefined;
  readonly calorificBasis?: string | undefined;
  readonly biogenicCo2?: string | undefined;
  readonly basis?: string | undefined;
  readonly note?: string | undefined;
}

/** A factor as `parseFactorSet` reads it. */
export interface FactorInput extends FactorFields {
  readonly source: EditionSource;
}

/** Properties of a fuel as `parseFactorSet` reads them. */
export interface FuelPropertiesInput {
  readonly fuel: string;
  readonly density?: string | undefined;
  readonly netCalorificValue?: string | undefined;
  readonly grossCalorificValue?: string | undefined;
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: EditionSource;
}

/** A rule of hauls as `parseFactorSet` reads it: ISO 3166-1 codes of two letters. */
export interface HaulRuleInput {
  readonly by: string;
  readonly home: readonly string[];
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/** A factor set as `parseFactorSet` reads it. */
export interface FactorSetInput {
  readonly id: string;
  readonly edition: string;
  readonly factors: readonly FactorInput[];
  readonly fuelProperties?: readonly FuelPropertiesInput[] | undefined;
  readonly haulRule?: HaulRuleInput | undefined;
}
