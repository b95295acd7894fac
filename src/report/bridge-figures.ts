import { decimalText } from '../decimal.js';
import type { Decimal } from '../decimal.js';
import type { Issue } from '../issue.js';
import type { BridgedInventories, BridgedYear, MethodBridge } from '../reception/bridge-methods.js';
import { printedChange, printedNumber, printedPercent } from './printed-number.js';
import type { BridgeFigures } from './reception-report.js';

/**
 * Two methods side by side as plain data, with the text that says what the switch does, and what has to be known of the new
 * method's figures.
 */
export function bridgeFigures(bridge: MethodBridge, inventories: readonly BridgedInventories[]): BridgeFigures {
  return {
    switchYear: bridge.switchYear,
    baseYear: bridge.baseYear.year,
    years: bridge.years.map(({ year, spendBased, nightBased, gap, share, official }) => ({
      year,
      spendBased: decimalText(spendBased.value),
      nightBased: decimalText(nightBased.value),
      gap: decimalText(gap.value),
      ...(share === undefined ? {} : { share: decimalText(share) }),
      official,
      warnings: inventories.filter((each) => each.year === year).flatMap(newWarnings),
    })),
    text: describeBridge(bridge),
  };
}

function newWarnings({ spendBased, nightBased }: BridgedInventories): readonly Issue[] {
  const known = new Set(spendBased.warnings.map(({ message }) => message));
  return nightBased.warnings.filter(({ message }) => !known.has(message));
}

/**
 * What a change from spend-based to night-based figures does, in sentences: the official series, the gap in the year of the
 * switch, and what becomes of the base year. Tonnes with one decimal, half away from zero.
 *
 * @example describeBridge(bridge)
 */
export function describeBridge({ years, switchYear, baseYear }: MethodBridge): string {
  const first = years.find(({ year }) => year === switchYear);
  const gap = first === undefined ? '' : ` In ${switchYear} the new method gives ${comparison(first)}.`;
  const base = `The base year ${baseYear.year} is ${tonnes(baseYear.spendBased.value)} by the old method and ${tonnes(baseYear.nightBased.value)} by the new one, a restatement of ${signedTonnes(baseYear.gap.value)}${shareText(baseYear.share)} for a change of method, not of emissions.`;
  return `Until ${switchYear - 1} the official figures are spend-based, from ${switchYear} night-based; the two are never added or held against each other.${gap} ${base} From ${switchYear} on, targets are held against the base year by the new method.`;
}

function comparison({ spendBased, nightBased, gap, share }: BridgedYear): string {
  return `${tonnes(nightBased.value)} where the old one gives ${tonnes(spendBased.value)}, a gap of ${signedTonnes(gap.value)}${shareText(share)}`;
}

function shareText(share: Decimal | undefined): string {
  return share === undefined ? '' : ` (${printedPercent(share)})`;
}

function tonnes(value: Decimal): string {
  return `${printedNumber(value, 1)} t`;
}

function signedTonnes(value: Decimal): string {
  return `${printedChange(value, 1)} t`;
}
