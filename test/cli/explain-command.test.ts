import { describe, expect, test } from 'vitest';
import { USAGE } from '../../src/cli/usage.js';
import { captured } from '../support/captured.js';
import { ENERGY, PROJECT, writeProject } from '../support/small-project.js';

const HEAD = 'A small agency. Case: invented for tests.';

/** What explain prints of a line of the small project, as lines. */
async function explained(line: string, changes: Readonly<Record<string, unknown>> = {}): Promise<readonly string[]> {
  const { code, out, error } = await captured('explain', line, await writeProject(changes));
  expect([code, error]).toEqual([0, []]);
  return out.flatMap((text) => text.split('\n'));
}

describe('explain', () => {
  test('a line of the ledger is followed to its rows, which add up to its amount', async () => {
    expect(await explained('reception-services/koivula/2018-01/excluded')).toEqual([
      HEAD,
      'reception-services/koivula/2018-01/excluded',
      '  purchase, scope 3, purchased-goods-and-services, spend-based, product reception-services, site koivula, 2018-01-01..2018-01-31',
      '  129000       amount: EUR',
      '  × 102 ÷ 100  price: from prices of 2018 to prices of 2019 (fi-cpi)',
      '  × 0.3        factor: kgCO2e/EUR, reception-2019 (nobody, Illustrative values)',
      '  = 129000 × 102 × 0.3 ÷ 100',
      '  = 39474 kgCO2e',
      '  3 ledger rows by rule reception of accounts, in all 129000 EUR:',
      '    ledgers/2018.tsv, row 2: 2018-01-05, account 4300, supplier Yksi Oy, 124000 EUR',
      '    ledgers/2018.tsv, row 3: 2018-01-31, account 4300, supplier Yksi Oy, 6000 EUR',
      '    ledgers/2018.tsv, row 4: 2018-01-31, account 4310, supplier not named, -1000 EUR',
    ]);
  });

  test('a row that falls on several sites shows the part that was counted', async () => {
    expect((await explained('reception-services/lehto/2018-02/excluded')).slice(-2)).toEqual([
      '  1 ledger row by rule reception of accounts, in all 400 EUR:',
      '    ledgers/2018.tsv, row 5: 2018-02-01, account 4300, supplier Kaksi Oy, 400 EUR (a share of 1000.00)',
    ]);
  });

  test('rows of another year are read from the file of that year', async () => {
    expect((await explained('reception-services/koivula/2021-06/excluded')).slice(-2)).toEqual([
      '  1 ledger row by rule reception of accounts, in all 53000 EUR:',
      '    ledgers/2021.csv, row 2: 2021-06-30, account 4300, supplier Yksi "Oy", 53000 EUR',
    ]);
  });

  test('a line of an activity says where it was read, and the warnings of its factor', async () => {
    expect(await explained('electricity-2018/market-based')).toEqual([
      HEAD,
      'electricity-2018/market-based',
      '  purchased-electricity, scope 2, purchased-electricity, market-based (residual-mix), site koivula, 2018-01-01..2018-12-31',
      '  10000   amount: kWh',
      '  × 0.25  factor: kgCO2e/kWh, mix (nobody, Illustrative values)',
      '  = 10000 × 0.25',
      '  = 2500 kgCO2e',
      '  read from energy.json, row 2',
      '  warning: The factor mix is assumed: a guess. [factor-assumed]',
    ]);
  });

  test('the warnings of other activities and factors are not printed with it', async () => {
    expect((await explained('electricity-2018/location-based')).slice(-1)).toEqual(['  read from energy.json, row 2']);
  });

  test('the warnings of the activity itself are printed with file and row', async () => {
    const estimated = ENERGY.map((activity) => ({ ...activity, basis: 'estimated' }));
    expect((await explained('heat-2018/location-based', { 'energy.json': estimated })).slice(-2)).toEqual([
      '  read from energy.json, row 1',
      '  warning: energy.json, row 1, activity heat-2018: The amount is estimated, not measured. [activity-estimated]',
    ]);
  });

  const purchase = {
    id: 'bought',
    kind: 'purchase',
    date: '2018-05-04',
    product: 'catering',
    amount: { value: '10', unit: 'EUR' },
    vat: 'excluded',
  };
  const folded = { mapping: 'accounts', rules: ['food'], group: 'catering/-/2018-05/excluded', rows: 1 };

  test('a purchase that was read from a file of activities is not looked for in the ledger', async () => {
    expect((await explained('bought', { 'fuel.json': [purchase] })).slice(-1)).toEqual([
      '  read from fuel.json, row 1',
    ]);
  });

  test('a purchase folded elsewhere, in a project without a ledger, says where it was read', async () => {
    const { ledger, ...without } = PROJECT;
    expect(ledger.mapping).toBe('mapping.json');
    const changes = { 'hiilitase.json': without, 'fuel.json': [{ ...purchase, folded }] };
    expect((await explained('bought', changes)).slice(-1)).toEqual(['  read from fuel.json, row 1']);
  });

  test('an unknown line is called wrongly, and the nearest ones are named', async () => {
    const { code, out, error } = await captured('explain', 'oil-2019', await writeProject());
    expect([code, out, error.length]).toEqual([2, [], 1]);
    expect(error.join()).toMatch(/^There is no line "oil-2019"\. Did you mean oil-2018, /);
    expect(error.join()).toContain(USAGE);
  });

  test('in a project without lines there is nothing near', async () => {
    const { ledger, ...without } = PROJECT;
    expect(ledger.mapping).toBe('mapping.json');
    const path = await writeProject({ 'hiilitase.json': { ...without, activities: [] } });
    expect((await captured('explain', 'oil-2018', path)).error).toEqual([`There is no line "oil-2018".\n\n${USAGE}`]);
  });

  test('bad data stop it as they stop the figures: in the project', async () => {
    const { code, error } = await captured('explain', 'oil-2018', await writeProject({ 'factors.json': undefined }));
    expect([code, error.slice(-1)]).toEqual([3, ['1 issue; nothing was written.']]);
  });

  test('bad data stop it as they stop the figures: in the ledger', async () => {
    const path = await writeProject({ 'ledgers/2021.csv': 'account;amount\n' });
    const { code, error } = await captured('explain', 'oil-2018', path);
    expect(code).toBe(3);
    expect(error[0]).toMatch(/^error: ledgers\/2021\.csv: The file cannot be read: the column "date" is missing; /);
  });
});
