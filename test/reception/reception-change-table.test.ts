import { describe, expect, test } from 'vitest';
import { Decimal, decimalText } from '../../src/decimal.js';
import { fraction } from '../../src/emission/term.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { receptionChangeTable } from '../../src/reception/reception-change-table.js';
import type { TableRatio } from '../../src/reception/reception-change-table.js';
import type { ReceptionChangeOptions, ReceptionSide } from '../../src/reception/reception-side.js';
import { aLine, codesOf, issuesOf } from '../support/builders.js';
import { aSide } from '../support/reception-side.js';

const OPTIONS: ReceptionChangeOptions = {
  scope2: 'location-based',
  numerator: { selection: 'whole-agency' },
  per: 'accommodation-night',
};
const tableOf = (before: ReceptionSide, after: ReceptionSide, options = OPTIONS) =>
  receptionChangeTable(before, after, options);
const texts = (ratios: readonly TableRatio[] | undefined) =>
  ratios?.map(({ numerator, denominator }) => `${decimalText(numerator)}/${decimalText(denominator)}`);
const cellsOf = (before: ReceptionSide, after: ReceptionSide, options = OPTIONS) =>
  orThrow(tableOf(before, after, options)).table.cells;

const before = aSide(2018, [
  { site: 'oulu', form: 'institution', nights: 300, euros: 900 },
  { site: 'kemi', form: 'apartment', nights: 100, euros: 200 },
]);
const after = aSide(2020, [
  { site: 'oulu', form: 'institution', nights: 200, euros: 720 },
  { site: 'kemi', form: 'apartment', nights: 300, euros: 600 },
]);

describe('receptionChangeTable', () => {
  test('a cell is nights × share × euros per night × exchange × price step × factor', () => {
    const { table, apart } = orThrow(tableOf(before, after));
    expect(table.factors).toEqual([
      'accommodation-nights',
      'share of the form',
      'amount per accommodation-night',
      'exchange rate',
      'price level',
      'emission factor',
    ]);
    expect(table.cells.map(({ key }) => key)).toEqual([
      'apartment, reception-services, EUR',
      'institution, reception-services, EUR',
    ]);
    // 900 € of 2018 are 990 € of 2019; 720 € of 2020 are 660 €. Both at 0.3 kg.
    expect(texts(table.cells[1]?.before)).toEqual(['400/1', '300/400', '900/300', '900/900', '990/900', '297/990']);
    expect(texts(table.cells[1]?.after)).toEqual(['500/1', '200/500', '720/200', '720/720', '660/720', '198/660']);
    expect(apart).toEqual([
      { term: 'outside-reception', before: quantity(0, 'kgCO2e'), after: quantity(0, 'kgCO2e') },
      { term: 'without-nights', before: quantity(0, 'kgCO2e'), after: quantity(0, 'kgCO2e') },
    ]);
  });

  test('money in another currency is a source of its own, and its exchange rate a factor', () => {
    const dollars = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 300, dollars: 500 }]);
    const [cell] = cellsOf(dollars, dollars);
    expect(cell?.key).toBe('institution, reception-services, USD');
    expect(texts(cell?.before)).toEqual(['300/1', '300/300', '500/300', '400/500', '440/400', '132/440']);
  });

  test('a form that comes or goes takes the other year’s values, so that its change is one of its share', () => {
    const gone = aSide(2020, [{ site: 'oulu', form: 'institution', nights: 200, euros: 720 }]);
    const [apartment] = cellsOf(before, gone);
    expect(texts(apartment?.after)).toEqual(['200/1', '0/200', '200/100', '200/200', '220/200', '66/220']);
  });

  test('a source without emissions in a year has nothing per night there, and the other year’s steps', () => {
    const free = aSide(2020, [
      { site: 'oulu', form: 'institution', nights: 200, euros: 720 },
      { site: 'kemi', form: 'apartment', nights: 300 },
    ]);
    const [apartment] = cellsOf(before, free);
    expect(texts(apartment?.after)).toEqual(['500/1', '300/500', '0/300', '200/200', '220/200', '66/220']);
  });

  test('energy is counted in the unit of its factor, without currency or prices', () => {
    const electricity = {
      id: 'el',
      kind: 'purchased-electricity',
      date: '2018-02-01',
      site: 'oulu',
      grid: 'oulu',
      contractHolder: 'landlord',
      amount: { value: '2', unit: 'MWh' },
    };
    const lit = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 100 }], [electricity]);
    const [cell] = cellsOf(lit, lit);
    expect(cell?.key).toBe('institution, purchased-electricity, kWh');
    expect(texts(cell?.before)).toEqual(['100/1', '100/100', '2000/100', '2000/2000', '2000/2000', '400/2000']);
  });

  test('lines of no site of the register, and of a form without a night, stand apart', () => {
    const rows = [
      { site: 'oulu', form: 'institution', nights: 300, euros: 900 },
      { site: 'kemi', form: 'private', nights: 0, euros: 100 },
    ];
    const office = {
      id: 'office',
      kind: 'purchase',
      date: '2018-05-04',
      site: 'head-office',
      product: 'reception-services',
      amount: { value: '10', unit: 'EUR' },
      vat: 'excluded',
    };
    const { table, apart } = orThrow(tableOf(aSide(2018, rows, [office]), after));
    expect(table.cells.map(({ key }) => key)).toEqual([
      'apartment, reception-services, EUR',
      'institution, reception-services, EUR',
    ]);
    expect(apart.map(({ before: { value } }) => decimalText(value))).toEqual(['3.3', '33']);
  });

  test('credits beyond what was bought are an issue that names the cell', () => {
    const credit = aSide(2020, [{ site: 'oulu', form: 'institution', nights: 200, euros: '-5' }]);
    const [issue] = issuesOf(tableOf(before, credit));
    expect(issue).toMatchObject({
      code: 'negative-factor',
      detail: { value: '-1.375' },
      at: { path: 'institution, reception-services, EUR' },
    });
  });

  test('a line that has no amount of its own is counted in kilograms', () => {
    const given = aLine('12', { site: 'oulu', kind: 'supplier-reported', terms: [] });
    const side = { ...before, inventory: { ...before.inventory, lines: [given] } };
    expect(cellsOf(side, side).map(({ key }) => key)).toEqual(['institution, supplier-reported, kgCO2e']);
  });

  test('upstream lines of an energy are a source of their own, so that its kilowatt-hours count once', () => {
    const amount = { name: 'amount', ...fraction(new Decimal(100)), unit: 'kWh' } as const;
    const energy = { site: 'oulu', kind: 'purchased-heat', terms: [amount] } as const;
    const lines = [
      aLine('20', { ...energy, id: 'h', category: 'purchased-heat' }),
      aLine('3', { ...energy, id: 'h/losses', category: 'fuel-and-energy-related-activities' }),
    ];
    const side = { ...before, inventory: { ...before.inventory, lines } };
    expect(cellsOf(side, side).map(({ key, before: values }) => [key, texts(values)?.[2], texts(values)?.[5]])).toEqual(
      [
        ['institution, purchased-heat, kWh', '100/300', '20/100'],
        ['institution, purchased-heat, upstream, kWh', '100/300', '3/100'],
      ],
    );
  });

  test('a purchase of nothing is no cell', () => {
    const nothing = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 300, euros: 0 }]);
    expect(cellsOf(nothing, nothing)).toEqual([]);
  });

  test('a year without a night, a register with a hole and a site of two forms are issues', () => {
    const empty = aSide(2018, [{ site: 'oulu', form: 'institution', nights: 0, euros: 900 }]);
    expect(codesOf(tableOf(empty, after))).toEqual(['denominator-zero']);
    expect(codesOf(tableOf({ ...before, register: [] }, after))).toEqual(['client-days-missing']);
    const two = aSide(2018, [
      { site: 'oulu', form: 'institution', nights: 300, euros: 900 },
      { site: 'oulu', form: 'apartment', nights: 100 },
    ]);
    expect(codesOf(tableOf(two, after))).toEqual(['form-ambiguous']);
    const formShares = { rule: 'by-count', per: 'accommodation-night' } as const;
    const cells = cellsOf(two, after, { ...OPTIONS, formShares });
    // 900 €, 990 € of 2019 and 297 kg in the ratio of 100 to 300 nights.
    expect(texts(cells[0]?.before)).toEqual(['400/1', '100/400', '225/100', '225/225', '247.5/225', '74.25/247.5']);
  });
});
