import { describe, expect, test } from 'vitest';
import { orThrow } from '../../src/outcome.js';
import { quantity } from '../../src/quantity/quantity.js';
import { parseClientDays } from '../../src/reception/client-days.js';
import { receptionIntensity } from '../../src/reception/reception-intensity.js';
import { aLine, anInventory, issuesOf } from '../support/builders.js';

/** A register of 2018 in which the year's counts stand in January and every other month counts zero. */
function registerOf2018(counts: { clientDays: number; accommodationNights: number; placeDays: number }) {
  const none = { clientDays: 0, accommodationNights: 0, placeDays: 0 };
  const months = Array.from({ length: 12 }, (_, index) => `2018-${String(index + 1).padStart(2, '0')}`);
  const rows = months.map((month, index) => ({
    site: 'oulu',
    month,
    form: 'institution',
    ...(index === 0 ? counts : none),
  }));
  return orThrow(parseClientDays(rows));
}

const reception = aLine('52000', { id: 'reception', product: 'reception-services' });
const catering = aLine('8000', { id: 'catering', product: 'catering' });

describe('receptionIntensity', () => {
  // ESRS-AR47: scope 1 of 10 t, scope 2 of 30 t or 12 t, scope 3 of 160 t, 20 000 nights.
  const energy = { scope: 2, category: 'purchased-electricity', kind: 'purchased-electricity' } as const;
  const published = anInventory([
    aLine('10000', { id: 'boiler', scope: 1, category: 'stationary-combustion' }),
    aLine('30000', { id: 'grid/location-based', ...energy, basis: 'location-based' }),
    aLine('12000', { id: 'grid/market-based', ...energy, basis: 'market-based' }),
    aLine('160000', { id: 'bought' }),
  ]);
  const nights = registerOf2018({ clientDays: 25000, accommodationNights: 20000, placeDays: 32000 });

  test.each([
    ['location-based', '10'],
    ['market-based', '9.1'],
  ] as const)('ESRS-AR47: kilograms per night, %s', (scope2, kilograms) => {
    const intensity = receptionIntensity(published, nights, { scope2, per: 'accommodation-night' });
    expect(orThrow(intensity)).toEqual(quantity(kilograms, 'kgCO2e/accommodation-night'));
  });

  test('each denominator gives a unit of its own', () => {
    const inventory = anInventory([reception]);
    const options = { scope2: 'location-based' } as const;
    expect([
      orThrow(receptionIntensity(inventory, nights, { ...options, per: 'accommodation-night' })),
      orThrow(receptionIntensity(inventory, nights, { ...options, per: 'client-day' })),
      orThrow(receptionIntensity(inventory, nights, { ...options, per: 'place-day' })),
    ]).toEqual([
      quantity('2.6', 'kgCO2e/accommodation-night'),
      quantity('2.08', 'kgCO2e/client-day'),
      quantity('1.625', 'kgCO2e/place-day'),
    ]);
  });

  test('`where` picks the emissions that are counted', () => {
    const options = { scope2: 'location-based', per: 'accommodation-night' } as const;
    const inventory = anInventory([reception, catering]);
    expect(orThrow(receptionIntensity(inventory, nights, options))).toEqual(
      quantity('3', 'kgCO2e/accommodation-night'),
    );
    const onlyReception = receptionIntensity(inventory, nights, {
      ...options,
      where: ({ product }) => product === 'reception-services',
    });
    expect(orThrow(onlyReception)).toEqual(quantity('2.6', 'kgCO2e/accommodation-night'));
  });

  test('the quotient is rounded once, half-even, to 12 decimals of a kilogram', () => {
    const register = registerOf2018({ clientDays: 3, accommodationNights: 2000000000000, placeDays: 0 });
    const options = { scope2: 'location-based' } as const;
    // 8000 ÷ 3 = 2666.666…; 1 ÷ 2·10¹² and 3 ÷ 2·10¹² lie exactly between two twelfth decimals.
    expect(orThrow(receptionIntensity(anInventory([catering]), register, { ...options, per: 'client-day' }))).toEqual(
      quantity('2666.666666666667', 'kgCO2e/client-day'),
    );
    const perNight = (kilograms: string) =>
      orThrow(
        receptionIntensity(anInventory([aLine(kilograms)]), register, { ...options, per: 'accommodation-night' }),
      );
    expect([perNight('1'), perNight('3')]).toEqual([
      quantity('0', 'kgCO2e/accommodation-night'),
      quantity('0.000000000002', 'kgCO2e/accommodation-night'),
    ]);
  });

  test('a year with no place kept has no emissions per place-day', () => {
    const register = registerOf2018({ clientDays: 1, accommodationNights: 1, placeDays: 0 });
    const outcome = receptionIntensity(anInventory([reception]), register, {
      scope2: 'location-based',
      per: 'place-day',
    });
    expect(issuesOf(outcome)).toEqual([
      {
        code: 'denominator-zero',
        severity: 'error',
        message: 'Emissions cannot be stated per place-day: there are 0 of them. Check the register for the period.',
        detail: { unit: 'place-day' },
      },
    ]);
  });

  test('a register that does not cover the inventory is an issue, and no ratio of the part that it covers', () => {
    const outcome = receptionIntensity(anInventory([reception]), nights.slice(0, 11), {
      scope2: 'location-based',
      per: 'client-day',
    });
    expect(issuesOf(outcome).map(({ code, detail }) => [code, detail])).toEqual([
      ['client-days-missing', { site: '', months: ['2018-12'] }],
    ]);
  });
});
