import { Decimal } from '../decimal.js';
import { printedChange, printedNumber } from './printed-number.js';
import type { BridgeFigures, ChangeFigures, FormTable, ReceptionReport, ReturnFigures } from './reception-report.js';
import { NOT_CALCULATED, shown, table } from './text-table.js';
import type { TableRow } from './text-table.js';

/** What is said of reception, as text for a terminal: years, forms, causes of change, the two methods. */
export function renderReception(report: ReceptionReport): readonly string[] {
  return [
    `Reception: ${report.counted}; ${report.scope2}.`,
    ...table(yearRows(report)),
    ...report.byForm.flatMap((forms) => [
      '',
      `kgCO2e/${forms.per} by form; ${forms.formShares}.`,
      ...table(formRows(forms)),
    ]),
    ...report.changes.flatMap((change) => ['', ...changeLines(change)]),
    ...(report.bridge === undefined ? [] : ['', ...bridgeLines(report.bridge)]),
    ...(report.returns === undefined ? [] : ['', ...returnLines(report.returns)]),
    '',
  ];
}

function yearRows({ years }: ReceptionReport): readonly TableRow[] {
  const row = (label: string, cell: (year: ReceptionReport['years'][number]) => string): TableRow => ({
    label,
    cells: years.map(cell),
  });
  const header = row('', ({ year }) => String(year));
  const oneOff = row('One-off purchases, shown apart, t', (year) => shown(year.oneOff, 1));
  return [
    header,
    row('Emissions without one-off purchases, t', (year) => shown(year.emissions, 1)),
    ...(years.some((year) => year.oneOff !== '0') ? [oneOff] : []),
    row('  kgCO2e/accommodation-night', (year) => shown(year.intensity['kgCO2e/accommodation-night'], 3)),
    row('  kgCO2e/client-day', (year) => shown(year.intensity['kgCO2e/client-day'], 3)),
    row('  kgCO2e/place-day', (year) => shown(year.intensity['kgCO2e/place-day'], 3)),
    row('  accommodation-nights', (year) => shown(year.days['accommodation-night'], 0)),
    row('  client-days', (year) => shown(year.days['client-day'], 0)),
    row('  place-days', (year) => shown(year.days['place-day'], 0)),
    row('  places not slept in, % of place-days', ({ readinessShare: share }) => percent(share)),
  ];
}

function percent(share: string | undefined): string {
  return share === undefined ? NOT_CALCULATED : printedNumber(new Decimal(share).times(100), 1);
}

function formRows({ years }: FormTable): readonly TableRow[] {
  const forms = [...new Set(years.flatMap(({ parts }) => parts.map(({ form }) => form)))].sort();
  return [
    { label: '', cells: years.map(({ year }) => String(year)) },
    ...forms.map((name) => ({
      label: `  ${name}`,
      cells: years.map(({ parts }) => shown(parts.find(({ form }) => form === name)?.intensity, 3)),
    })),
  ];
}

function changeLines({ per, method, causes, before, after, from, to, text }: ChangeFigures): readonly string[] {
  const moved = causes.filter(({ endToEnd, yearByYear }) => endToEnd !== '0' || yearByYear !== '0');
  const level = (label: string, tonnes: string): TableRow => ({
    label,
    cells: [printedNumber(new Decimal(tonnes), 1), printedNumber(new Decimal(tonnes), 1)],
  });
  return [
    ...table([
      { label: `Why it moved, ${from} to ${to}, t; ${method}, per ${per}`, cells: ['end to end', 'by year'] },
      level(`  ${from}`, before),
      ...moved.map(({ name, endToEnd, yearByYear }) => ({
        label: `  ${name}`,
        cells: [printedChange(new Decimal(endToEnd), 1), printedChange(new Decimal(yearByYear), 1)],
      })),
      level(`  ${to}`, after),
    ]),
    text,
  ];
}

function bridgeLines({ years, text }: BridgeFigures): readonly string[] {
  return [
    ...table([
      { label: 'Both methods side by side, t', cells: years.map(({ year }) => String(year)) },
      { label: '  spend-based', cells: years.map(({ spendBased }) => shown(spendBased, 1)) },
      { label: '  night-based', cells: years.map(({ nightBased }) => shown(nightBased, 1)) },
      { label: '  gap', cells: years.map(({ gap }) => printedChange(new Decimal(gap), 1)) },
      {
        label: '  gap, % of spend-based',
        cells: years.map(({ share }) =>
          share === undefined ? NOT_CALCULATED : printedChange(new Decimal(share).times(100), 1),
        ),
      },
    ]),
    text,
  ];
}

const STATUSES = ['measured', 'annualised', 'gap-filled', 'unfilled'] as const;

function returnLines({ year, status, silent, money, total }: ReturnFigures): readonly string[] {
  const quantities = [...new Set(status.map(({ quantity }) => quantity))];
  const count = (wanted: string, quantity: string) =>
    String(status.filter((one) => one.status === wanted && one.quantity === quantity).length);
  return [
    `Supplier returns of ${year}: sites by quantity and status; silent: ${silent.length === 0 ? 'none' : silent.join(', ')}.`,
    ...table([
      { label: '', cells: quantities },
      ...STATUSES.map((wanted) => ({ label: `  ${wanted}`, cells: quantities.map((name) => count(wanted, name)) })),
    ]),
    ...table(
      money.flatMap(({ currency, purchases, kept, replaced }) => [
        { label: `Purchases, ${currency}`, cells: [shown(purchases, 2)] },
        { label: '  replaced by returns', cells: [shown(replaced, 2)] },
        { label: '  kept', cells: [shown(kept, 2)] },
      ]),
    ),
    ...table([
      { label: `Total of ${year} by spend alone, t`, cells: [shown(total.spendAlone, 1)] },
      { label: `Total of ${year} with the returns, t`, cells: [shown(total.withReturns, 1)] },
    ]),
  ];
}
