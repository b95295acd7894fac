// Two centres in 2021: what opening one of them took, told apart from running both. Everything here is invented.
import {
  calculateInventory,
  calendarYear,
  foldLedger,
  formatQuantity,
  orThrow,
  parseAccountMapping,
  parseFactorSet,
  totalEmissions,
} from 'hiilitase';
import type { EmissionLine } from 'hiilitase';

const source = { title: 'Illustrative values', publisher: 'nobody', licence: 'none: invented' };
const furniture = { account: '4500', treatment: 'purchase', product: 'furniture', vat: 'included', vatRate: '0.24' };
const mapping = orThrow(
  parseAccountMapping({
    id: 'accounts',
    currency: 'EUR',
    unmapped: 'refuse',
    rules: [
      { id: 'replacements', ...furniture },
      { id: 'opening', ...furniture, category: 'opening', tags: ['start-up'] },
      // This provider charges no VAT: the same account, another rate.
      { id: 'exempt', ...furniture, supplier: 'An association', vatRate: '0' },
    ],
  }),
);
const postings = [
  { row: 2, account: '4500', amount: '2480.00', date: '2021-04-15', site: 'koivula', category: 'opening' },
  { row: 3, account: '4500', amount: '620.00', date: '2021-04-20', site: 'koivula' },
  { row: 4, account: '4500', amount: '300.00', date: '2021-04-20', site: 'rantala', supplier: 'An association' },
];
const factors = orThrow(
  parseFactorSet({
    id: 'illustrative',
    edition: '1',
    factors: [
      {
        id: 'furniture-2021',
        key: 'furniture',
        method: 'spend-based',
        per: 'EUR',
        co2e: '0.4',
        gwp: 'AR5',
        priceYear: 2021,
        priceBasis: 'purchaser',
        vat: 'excluded',
        validFrom: '2021-01-01',
        validTo: '2021-12-31',
        source,
      },
    ],
  }),
);
const ledger = orThrow(await foldLedger(postings, mapping));
const inventory = orThrow(
  calculateInventory({
    organisation: 'An agency',
    boundary: { consolidation: 'operational-control', exclusions: [] },
    period: calendarYear(2021),
    activities: ledger.activities,
    factors,
    gwp: 'AR5',
  }),
);

const isStartUp = ({ tags = [] }: EmissionLine) => tags.includes('start-up');
const print = (name: string, where: (line: EmissionLine) => boolean) =>
  console.log(
    `${name}: ${formatQuantity(totalEmissions(inventory, { scope2: 'location-based', where }), { decimalPlaces: 3 })}`,
  );
print('opening', isStartUp);
print('running', (line) => !isStartUp(line));
for (const { id } of inventory.lines) console.log(id);
