import { open } from 'node:fs/promises';
import { seededRandom } from '../random.mjs';

/**
 * A ledger in the form of the semicolon edition of the open purchase data of the State: 13 columns, decimal comma,
 * Finnish dates, UTF-8. Invented throughout. 60 products (categories, each on one of 25 accounts), 150 sites, 84 months,
 * 5 000 suppliers, 2 % credit notes; 5 % of the names of suppliers stand in quotation marks and 5 % hold letters beyond ASCII.
 * A site buys 12 of the products and is open for 12 to 84 of the months, so that there are some 90 000 groups; `spread: 'even'`
 * has every product at every site in every month instead: up to 756 000 groups.
 */
export const HEADER = [
  'lasku_id',
  'tili',
  'tiliointisumma',
  'tositepvm',
  'toimittaja_y_tunnus',
  'toimittaja_nimi',
  'hankintakategoria',
  'tuote_palveluryhma',
  'hankintayksikko_tunnus',
  'hankintayksikko',
  'ylaorganisaatio',
  'sektori',
  'kustannuspaikka',
];

const PRODUCTS = 60;
const ACCOUNTS = 25;
const SITES = 150;
const MONTHS = 84;
const SUPPLIERS = 5_000;
const PRODUCTS_OF_A_SITE = 12;
const DAYS = 28;
const LARGEST_IN_CENTS = 5_000_000;
const ROWS_AT_ONCE = 20_000;

const padded = (number, width) => String(number).padStart(width, '0');

export const accountOf = (product) => String(4_300 + 10 * (product % ACCOUNTS));

/** The layout of the file, as `parseLedgerLayout` reads it. */
export const LAYOUT = {
  id: 'synthetic-ledger',
  delimiter: 'semicolon',
  quoting: 'double-quote',
  encoding: 'utf-8',
  decimal: 'comma',
  thousands: 'none',
  dates: 'd.M.yyyy',
  columns: {
    account: 'tili',
    amount: 'tiliointisumma',
    date: 'tositepvm',
    category: 'hankintakategoria',
    site: 'kustannuspaikka',
  },
  ignored: [
    'lasku_id',
    'toimittaja_y_tunnus',
    'toimittaja_nimi',
    'tuote_palveluryhma',
    'hankintayksikko_tunnus',
    'hankintayksikko',
    'ylaorganisaatio',
    'sektori',
  ],
};

/** One rule for each account and category: a group of the ledger is an account, a category, a site and a month. */
export const MAPPING = {
  id: 'synthetic-mapping',
  currency: 'EUR',
  unmapped: 'refuse',
  rules: Array.from({ length: PRODUCTS }, (_, product) => ({
    id: `product-${padded(product, 2)}`,
    account: accountOf(product),
    category: categoryOf(product),
    treatment: 'purchase',
    product: `product-${padded(product, 2)}`,
    vat: 'excluded',
  })),
};

function categoryOf(product) {
  return `K${padded(product, 2)}`;
}

function supplierOf(number) {
  const code = `${padded(1_000_000 + 7 * number, 7)}-${number % 10}`;
  if (number % 20 === 3) return `${code};"Palvelu ""${number}"" Oy; Kuopio"`;
  if (number % 20 === 7) return `${code};Työ ja Hyvinvointi ${number} Ky`;
  return `${code};Majoituspalvelut ${number} Oy`;
}

/** What a row of a product holds between its category and its site. */
function groupOf(product) {
  return `Palveluryhma ${product};${padded(100 + (product % 7), 6)};Vastaanottopalvelut;Sisaministerio;Valtio`;
}

function siteOf(number, random) {
  const months = random.whole(12, MONTHS);
  const first = random.whole(0, MONTHS - months);
  const products = Array.from({ length: PRODUCTS_OF_A_SITE }, (_, index) => (number * 7 + index * 5) % PRODUCTS);
  return { name: `vastaanottokeskus-${padded(number, 3)}`, first, months, products };
}

function dateText(month, day) {
  return `${day}.${(month % 12) + 1}.${2_018 + Math.floor(month / 12)}`;
}

function amountText(cents) {
  const digits = padded(Math.abs(cents), 3);
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

const FRONTS = Array.from({ length: PRODUCTS }, (_, product) => accountOf(product));
const SUPPLIER_TEXTS = Array.from({ length: SUPPLIERS }, (_, number) => supplierOf(number));
const BACKS = Array.from({ length: PRODUCTS }, (_, product) => `${categoryOf(product)};${groupOf(product)}`);

function rowMaker(spread) {
  const random = seededRandom(20_261_124);
  const sites = Array.from({ length: SITES }, (_, number) => siteOf(number, random));
  const everything = Array.from({ length: PRODUCTS }, (_, product) => product);
  return (index) => {
    const site = random.oneOf(sites);
    const even = spread === 'even';
    const product = random.oneOf(even ? everything : site.products);
    const month = even ? random.whole(0, MONTHS - 1) : site.first + random.whole(0, site.months - 1);
    const cents = random.whole(1, LARGEST_IN_CENTS) * (random.chance(0.02) ? -1 : 1);
    const supplier = SUPPLIER_TEXTS[random.whole(0, SUPPLIERS - 1)];
    const date = dateText(month, random.whole(1, DAYS));
    return `L${100_000_000 + index};${FRONTS[product]};${amountText(cents)};${date};${supplier};${BACKS[product]};${site.name}\n`;
  };
}

/** Writes so many rows, in equal parts over the files; the same for the same count, files and spread on every machine. */
export async function writeLedger(paths, rows, spread = 'as-sites-buy') {
  const row = rowMaker(spread);
  for (const [part, path] of paths.entries()) {
    const first = Math.round((part * rows) / paths.length);
    const end = Math.round(((part + 1) * rows) / paths.length);
    const file = await open(path, 'w');
    await file.write(`${HEADER.join(';')}\n`);
    for (let from = first; from < end; from += ROWS_AT_ONCE) {
      const length = Math.min(ROWS_AT_ONCE, end - from);
      await file.write(Array.from({ length }, (_, index) => row(from + index)).join(''));
    }
    await file.close();
  }
}
