import { describe, expect, test } from 'vitest';
import { SCOPE_3_CATEGORY_NAMES } from '../../src/activity/scope-3-category.js';
import { MINISTRY_CLASSES, ministryClass, totalsByMinistryClass } from '../../src/inventory/ministry-classes.js';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { aLine, anInventory, issuesOf } from '../support/builders.js';

describe('MINISTRY_CLASSES', () => {
  test('are the six of the Ministry, in its order and words', () => {
    expect(MINISTRY_CLASSES).toEqual([
      'Scope 1',
      'Scope 2',
      'Hankitun energian epäsuorat päästöt',
      'Hankinnat',
      'Itselle vuokrattu omaisuus',
      'Liikematkustus',
    ]);
  });
});

describe('ministryClass', () => {
  test('scopes 1 and 2 are classes of their own, whatever the category', () => {
    expect(ministryClass({ scope: 1, category: 'mobile-combustion' })).toBe('Scope 1');
    expect(ministryClass({ scope: 1, category: 'stationary-combustion' })).toBe('Scope 1');
    expect(ministryClass({ scope: 2, category: 'purchased-heat' })).toBe('Scope 2');
    expect(ministryClass({ scope: 2, category: 'purchased-electricity' })).toBe('Scope 2');
  });

  test('scope 3 goes by category: 1 and 2 are purchases, 3, 6 and 8 their own, the others fit none', () => {
    const classes = SCOPE_3_CATEGORY_NAMES.map((category) => ministryClass({ scope: 3, category }));
    expect(classes).toEqual([
      'Hankinnat',
      'Hankinnat',
      'Hankitun energian epäsuorat päästöt',
      undefined,
      undefined,
      'Liikematkustus',
      undefined,
      'Itselle vuokrattu omaisuus',
      ...Array.from({ length: 7 }, () => undefined),
    ]);
  });
});

describe('totalsByMinistryClass', () => {
  const energy = { scope: 2, category: 'purchased-electricity', kind: 'purchased-electricity' } as const;
  const lines = [
    aLine('1000', { category: 'capital-goods' }),
    aLine('500'),
    aLine('30', { ...energy, basis: 'location-based' }),
    aLine('40', { ...energy, basis: 'market-based' }),
    aLine('0', { scope: 1, category: 'mobile-combustion', kind: 'mobile-combustion' }),
  ];

  test('a class without a line is not calculated, and a class of zero is zero', () => {
    expect(orThrow(totalsByMinistryClass(anInventory(lines), 'market-based'))).toEqual([
      { class: 'Scope 1', calculated: true, emissions: quantity('0', 'tCO2e') },
      { class: 'Scope 2', calculated: true, emissions: quantity('0.04', 'tCO2e') },
      { class: 'Hankitun energian epäsuorat päästöt', calculated: false },
      { class: 'Hankinnat', calculated: true, emissions: quantity('1.5', 'tCO2e') },
      { class: 'Itselle vuokrattu omaisuus', calculated: false },
      { class: 'Liikematkustus', calculated: false },
    ]);
  });

  test('the basis is the one asked for', () => {
    const [, scope2] = orThrow(totalsByMinistryClass(anInventory(lines), 'location-based'));
    expect(scope2).toEqual({ class: 'Scope 2', calculated: true, emissions: quantity('0.03', 'tCO2e') });
  });

  test('an empty inventory has calculated nothing, and says so six times', () => {
    const classes = orThrow(totalsByMinistryClass(anInventory([]), 'market-based'));
    expect(classes).toEqual(MINISTRY_CLASSES.map((name) => ({ class: name, calculated: false })));
  });

  test('every category that fits none is an issue, once', () => {
    const homeless = ['employee-commuting', 'franchises', 'employee-commuting'] as const;
    const all = [...lines, ...homeless.map((category) => aLine('1', { category }))];
    expect(issuesOf(totalsByMinistryClass(anInventory(all), 'market-based'))).toMatchObject([
      { code: 'class-missing', severity: 'error', detail: { category: 'employee-commuting' } },
      { code: 'class-missing', severity: 'error', detail: { category: 'franchises' } },
    ]);
  });
});
