import { describe, expect, test } from 'vitest';
import { warningIssue } from '../../src/issue.js';
import type { FoldedLedger } from '../../src/ledger/folded-ledger.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import type { ClientDays } from '../../src/reception/client-days.js';
import { yearFigures } from '../../src/report/year-figures.js';
import { aLine, anInventory, deepFreeze, issuesOf } from '../support/builders.js';

const energy = { scope: 2, category: 'purchased-electricity', kind: 'purchased-electricity' } as const;
const boiler = aLine('2700', { id: 'boiler', scope: 1, category: 'stationary-combustion' });
const location = aLine('1000.5', { id: 'grid/location-based', ...energy, basis: 'location-based' });
const market = aLine('2500', { id: 'grid/market-based', ...energy, basis: 'market-based' });
const leased = { scope: 3, category: 'upstream-leased-assets', kind: 'purchased-heat' } as const;
const heat = [
  aLine('400', { id: 'heat/location-based', ...leased, basis: 'location-based' }),
  aLine('300', { id: 'heat/market-based', ...leased, basis: 'market-based' }),
];
const reception = aLine('52000', { id: 'reception', product: 'reception-services' });
const minors = aLine('8000', { id: 'minors', product: 'minors-services' });
const catering = aLine('0.000000000001', { id: 'catering', product: 'catering' });

const intensityOf = { name: 'reception', products: ['reception-services', 'minors-services'] };

/** A register whose counts of the year stand in January. */
function register(clientDays: number, accommodationNights: number): ClientDays {
  const months = Array.from({ length: 12 }, (_, index) => `2018-${String(index + 1).padStart(2, '0')}`);
  const rows = months.map((month, index) => ({
    site: 'oulu',
    month,
    form: 'institution',
    clientDays: index === 0 ? clientDays : 0,
    accommodationNights: index === 0 ? accommodationNights : 0,
    placeDays: 0,
  }));
  return orThrow(parseClientDays(rows));
}

function figuresOf(changes: Partial<Parameters<typeof yearFigures>[0]> = {}) {
  return yearFigures({ year: 2018, inventory: anInventory([boiler, reception]), warnings: [], ...changes });
}

describe('yearFigures', () => {
  test('both bases stand side by side in totals, scopes and classes, and are never added', () => {
    const inventory = anInventory([boiler, location, market, ...heat, reception, catering]);
    const { total, byScope, byClass } = orThrow(figuresOf({ inventory }));
    expect(total).toEqual({ locationBased: '56.100500000000001', marketBased: '57.500000000000001' });
    expect(byScope).toEqual([
      { scope: 1, locationBased: '2.7', marketBased: '2.7' },
      { scope: 2, locationBased: '1.0005', marketBased: '2.5' },
      { scope: 3, locationBased: '52.400000000000001', marketBased: '52.300000000000001' },
    ]);
    expect(byClass).toEqual([
      { class: 'Scope 1', calculated: true, locationBased: '2.7', marketBased: '2.7' },
      { class: 'Scope 2', calculated: true, locationBased: '1.0005', marketBased: '2.5' },
      { class: 'Hankitun energian epäsuorat päästöt', calculated: false },
      {
        class: 'Hankinnat',
        calculated: true,
        locationBased: '52.000000000000001',
        marketBased: '52.000000000000001',
      },
      { class: 'Itselle vuokrattu omaisuus', calculated: true, locationBased: '0.4', marketBased: '0.3' },
      { class: 'Liikematkustus', calculated: false },
    ]);
  });

  test('a scope without lines is not there, and a class without lines has no figure', () => {
    const { byScope, byClass } = orThrow(figuresOf({ inventory: anInventory([reception]) }));
    expect(byScope.map(({ scope }) => scope)).toEqual([3]);
    expect(byClass.filter(({ calculated }) => !calculated)).toEqual(
      ['Scope 1', 'Scope 2', 'Hankitun energian epäsuorat päästöt', 'Itselle vuokrattu omaisuus', 'Liikematkustus'].map(
        (name) => ({ class: name, calculated: false }),
      ),
    );
  });

  test('a class whose lines sum to zero has been calculated', () => {
    const { byClass } = orThrow(
      figuresOf({ inventory: anInventory([aLine('5', { id: 'a' }), aLine('-5', { id: 'b' })]) }),
    );
    expect(byClass.filter(({ calculated }) => calculated)).toEqual([
      { class: 'Hankinnat', calculated: true, locationBased: '0', marketBased: '0' },
    ]);
  });

  test('the intensity counts the named purchases and nothing else, per night and per client-day', () => {
    const inventory = anInventory([boiler, location, market, reception, minors, catering]);
    const figures = orThrow(figuresOf({ inventory, clientDays: register(7000, 4000), intensityOf }));
    // 60 000 kg ÷ 4 000 and ÷ 7 000
    expect(figures).toMatchObject({
      intensityOf: 'reception',
      intensityEmissions: '60',
      denominators: { 'accommodation-night': '4000', 'client-day': '7000' },
      intensity: { 'kgCO2e/accommodation-night': '15', 'kgCO2e/client-day': '8.571428571429' },
    });
  });

  test.each([
    ['register', { intensityOf }],
    ['named purchases', { clientDays: register(1, 1) }],
  ])('without the %s there is no intensity, and no zero in its place', (_, changes) => {
    const keys = Object.keys(orThrow(figuresOf(changes)));
    expect(keys).toEqual(['year', 'total', 'byScope', 'byClass', 'warnings']);
  });

  test('the ledger is accounted for as text with all its digits', () => {
    const ledger: FoldedLedger = {
      mapping: 'accounts',
      activities: [],
      coverage: {
        rows: 5,
        amount: quantity('1500.10', 'EUR'),
        byTreatment: [
          { treatment: 'purchase', rows: 2, amount: quantity('1000.00', 'EUR') },
          { treatment: 'wage', rows: 1, amount: quantity('488', 'EUR') },
        ],
        unmapped: [
          { account: '9990', category: 'other', rows: 1, amount: quantity('12.34', 'EUR') },
          { account: '9991', rows: 1, amount: quantity('-0.24', 'EUR') },
        ],
      },
      replaced: [
        { kind: 'purchased-heat', site: 'oulu', month: '2018-01', rows: 1, amount: quantity('300', 'EUR') },
        { kind: 'flight', month: '2018-02', rows: 2, amount: quantity('0.5', 'EUR') },
      ],
    };
    expect(orThrow(figuresOf({ ledger })).coverage).toEqual({
      currency: 'EUR',
      rows: 5,
      amount: '1500.1',
      byTreatment: [
        { treatment: 'purchase', rows: 2, amount: '1000' },
        { treatment: 'wage', rows: 1, amount: '488' },
      ],
      unmapped: [
        { account: '9990', category: 'other', rows: 1, amount: '12.34' },
        { account: '9991', rows: 1, amount: '-0.24' },
      ],
      replaced: [
        { kind: 'purchased-heat', site: 'oulu', month: '2018-01', rows: 1, amount: '300' },
        { kind: 'flight', month: '2018-02', rows: 2, amount: '0.5' },
      ],
    });
  });

  test('warnings from before the inventory come first, then its own; none is lost', () => {
    const before = warningIssue('posting-repeated', { message: 'Twice.', detail: { rows: 1, first: ['row 3'] } });
    const own = warningIssue('activity-estimated', { message: 'Estimated.', detail: { basis: 'estimated' } });
    const inventory = anInventory([reception], { warnings: [own] });
    expect(orThrow(figuresOf({ inventory, warnings: [before] })).warnings).toEqual([before, own]);
  });

  test('a category that fits none of the six classes stands beside them, with a warning', () => {
    const waste = aLine('1500', { id: 'waste', category: 'waste-generated-in-operations' });
    const figures = orThrow(figuresOf({ inventory: anInventory([reception, waste, { ...waste, id: 'more' }]) }));
    expect(figures.outsideClasses).toEqual([
      { category: 'waste-generated-in-operations', locationBased: '3', marketBased: '3' },
    ]);
    expect(figures.byClass.filter(({ calculated }) => calculated)).toHaveLength(1);
    expect(figures.warnings).toMatchObject([
      { code: 'class-missing', severity: 'warning', detail: { category: 'waste-generated-in-operations' } },
    ]);
    expect(orThrow(figuresOf({ inventory: anInventory([reception]) }))).not.toHaveProperty('outsideClasses');
  });

  test('a category without a class that is counted on one basis is nothing on the other', () => {
    const commuting = aLine('1000', { id: 'commuting', category: 'employee-commuting', basis: 'market-based' });
    expect(orThrow(figuresOf({ inventory: anInventory([commuting]) })).outsideClasses).toEqual([
      { category: 'employee-commuting', locationBased: '0', marketBased: '1' },
    ]);
  });

  test('what stands outside the scopes is told apart and is in no total', () => {
    const pellets = aLine('1000', { id: 'pellets', biogenicCo2: quantity('18000', 'kgCO2-biogenic') });
    const leak = aLine('2000', { id: 'leak', category: 'franchises', outsideScopes: 'montreal-protocol-gases' });
    const figures = orThrow(figuresOf({ inventory: anInventory([pellets, leak]) }));
    expect(figures.total).toEqual({ locationBased: '1', marketBased: '1' });
    expect(figures.biogenicCo2).toEqual({ locationBased: '18', marketBased: '18' });
    expect(figures.montrealProtocolGases).toBe('2');
    expect(figures).not.toHaveProperty('outsideClasses');
    const without = orThrow(figuresOf({ inventory: anInventory([reception]) }));
    expect(without).not.toHaveProperty('biogenicCo2');
    expect(without).not.toHaveProperty('montrealProtocolGases');
  });

  test('a month that the register leaves out is one issue, although there are two denominators', () => {
    const outcome = figuresOf({ clientDays: register(1, 1).slice(0, 11), intensityOf });
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['client-days-missing', { site: '', months: ['2018-12'] }],
    ]);
  });

  test('denominators of zero are issues, both of them', () => {
    const outcome = figuresOf({ clientDays: register(0, 0), intensityOf });
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['denominator-zero', { unit: 'accommodation-night' }],
      ['denominator-zero', { unit: 'client-day' }],
    ]);
  });

  test('the figures survive JSON unchanged, and the inventory is left as it was', () => {
    const inventory = deepFreeze(anInventory([boiler, location, market, reception]));
    const figures = orThrow(figuresOf({ inventory, clientDays: register(7, 3), intensityOf }));
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });
});
