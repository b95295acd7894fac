import Engine from 'publicodes';
import { MODEL } from './peer-model.mjs';

const { locationFactor, marketFactor, productFactor, indexOfFactorYear, indexOfSpendYear } = MODEL;

// A rule for each line and each total. Fewer rules were not faster, and units cost nothing that could be measured.
const rules = {
  electricity: { unité: 'kWh', valeur: 0 },
  spend: { unité: 'EUR', valeur: 0 },
  'energy location': `electricity * ${locationFactor} kgCO2e/kWh`,
  'energy market': `electricity * ${marketFactor} kgCO2e/kWh`,
  purchases: `spend * ${indexOfFactorYear} / ${indexOfSpendYear} * ${productFactor} kgCO2e/EUR`,
  'total location': 'energy location + purchases',
  'total market': 'energy market + purchases',
};

// The engine is built once; its optional checks are off, and situations are given as numbers, the cheapest to read.
const engine = new Engine(rules, {
  warn: {
    cyclicReferences: false,
    experimentalRules: false,
    unitConversion: false,
    deprecatedSyntax: false,
    situationIssues: false,
  },
});

export function situationsAsNumbers(situations) {
  return situations.map(({ electricity, spend }) => ({ electricity: Number(electricity), spend: Number(spend) }));
}

/** Pairs of kilograms, in the order of the situations. */
export function evaluate(situations) {
  return situations.map((situation) => {
    engine.setSituation(situation);
    return [engine.evaluate('total location').nodeValue, engine.evaluate('total market').nodeValue];
  });
}
