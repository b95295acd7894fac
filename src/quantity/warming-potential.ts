import { Decimal } from '../decimal.js';

/** The IPCC assessment reports whose 100-year warming potentials an inventory can be stated in. */
export const GWP_SETS = ['AR4', 'AR5', 'AR6'] as const;
export type GwpSet = (typeof GWP_SETS)[number];

/** Kilograms of CO2e per kilogram of a gas, by assessment report; a report that does not list the gas is absent. */
type Potentials = { readonly [S in GwpSet]?: string };

/**
 * The one table of 100-year warming potentials, without climate-carbon feedback. Methane whose origin is not known has the
 * reports' single value; AR6 states fossil and biogenic methane apart, AR4 and AR5 are used with their single value.
 * Figures: fixtures/editions/gwp100.csv (openclimatedata/globalwarmingpotentials, CC0-1.0; AR6 WG1 table 7.15).
 */
const POTENTIALS = {
  CO2: { AR4: '1', AR5: '1', AR6: '1' },
  CH4: { AR4: '25', AR5: '28', AR6: '27.9' },
  'CH4-fossil': { AR4: '25', AR5: '28', AR6: '29.8' },
  'CH4-biogenic': { AR4: '25', AR5: '28', AR6: '27' },
  N2O: { AR4: '298', AR5: '265', AR6: '273' },
  SF6: { AR4: '22800', AR5: '23500', AR6: '25200' },
  NF3: { AR4: '17200', AR5: '16100', AR6: '17400' },
  'HFC-23': { AR4: '14800', AR5: '12400', AR6: '14600' },
  'HFC-32': { AR4: '675', AR5: '677', AR6: '771' },
  'HFC-41': { AR5: '116', AR6: '135' },
  'HFC-125': { AR4: '3500', AR5: '3170', AR6: '3740' },
  'HFC-134': { AR5: '1120', AR6: '1260' },
  'HFC-134a': { AR4: '1430', AR5: '1300', AR6: '1530' },
  'HFC-143': { AR5: '328', AR6: '364' },
  'HFC-143a': { AR4: '4470', AR5: '4800', AR6: '5810' },
  'HFC-152a': { AR4: '124', AR5: '138', AR6: '164' },
  'HFC-161': { AR5: '4', AR6: '4.84' },
  'HFC-227ea': { AR4: '3220', AR5: '3350', AR6: '3600' },
  'HFC-236fa': { AR4: '9810', AR5: '8060', AR6: '8690' },
  'HFC-245fa': { AR4: '1030', AR5: '858', AR6: '962' },
  'HFC-365mfc': { AR4: '794', AR5: '804', AR6: '914' },
  'HFC-43-10mee': { AR4: '1640', AR5: '1650', AR6: '1600' },
  CF4: { AR4: '7390', AR5: '6630', AR6: '7380' },
  C2F6: { AR4: '12200', AR5: '11100', AR6: '12400' },
  C3F8: { AR4: '8830', AR5: '8900', AR6: '9290' },
  'c-C4F8': { AR4: '10300', AR5: '9540', AR6: '10200' },
  'HCFC-22': { AR4: '1810', AR5: '1760', AR6: '1960' },
  'HCFC-123': { AR4: '77', AR5: '79', AR6: '90.4' },
  'HCFC-141b': { AR4: '725', AR5: '782', AR6: '860' },
  'HCFC-142b': { AR4: '2310', AR5: '1980', AR6: '2300' },
} as const satisfies Record<string, Potentials>;

/** A greenhouse gas of the table. HFCs and HCFCs by number, perfluorocarbons by formula. */
export type Gas = keyof typeof POTENTIALS;

/** All gases, in the order of the table. */
// The keys of a constant table are its gases; Object.keys only knows that they are texts.
export const GASES = Object.keys(POTENTIALS) as [Gas, ...Gas[]];

/**
 * Whether a gas is counted in the scopes: the seven groups of the Kyoto Protocol. Gases of the Montreal Protocol (HCFCs)
 * are reported apart, in no total.
 *
 * @see GHG Protocol, Required Greenhouse Gases in Inventories (2013)
 */
export function isKyotoGas(gas: Gas): boolean {
  return !gas.startsWith('HCFC-');
}

/** Kilograms of CO2e per kilogram of a gas, or `undefined` where the report does not list it. */
export function warmingPotential(gas: Gas, set: GwpSet): Decimal | undefined {
  const potentials: Potentials = POTENTIALS[gas];
  const text = potentials[set];
  return text === undefined ? undefined : new Decimal(text);
}
