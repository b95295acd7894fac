/** A table in the form in which PxWeb writes JSON-stat 2.0. All of its figures are invented. */

/** Dimensions of the table, in the order of its values unless a test turns them. */
export const DIMENSIONS = {
  Vuosi: { label: 'Year', codes: ['2019', '2020', '2021'] },
  Hyödyke: { label: 'Commodity', codes: ['0', '01'] },
  Tiedot: { label: 'Information', codes: ['pisteluku', 'vuosimuutos'] },
};
export type DimensionName = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES: readonly DimensionName[] = ['Vuosi', 'Hyödyke', 'Tiedot'];

/** Invented; written with zeros at the end and more digits than a double keeps, which must stay. */
const FIGURES: { readonly [cell: string]: string } = {
  '2019/0/pisteluku': '103.30',
  '2020/0/pisteluku': '103.6',
  '2021/0/pisteluku': '105.90000000000000000001',
  '2019/01/pisteluku': '99.5',
  '2020/01/pisteluku': '101',
  '2021/01/pisteluku': '102.25',
  '2019/0/vuosimuutos': '1.0',
  '2020/0/vuosimuutos': '0.3',
  '2021/0/vuosimuutos': '-2.2',
  '2020/01/vuosimuutos': '1.5',
  '2021/01/vuosimuutos': '1.2',
};

/** What a test writes otherwise. */
export interface TableText {
  readonly order?: readonly DimensionName[];
  readonly values?: 'list' | 'record';
  readonly index?: 'list' | 'record';
  readonly status?: 'list' | 'record';
}

/** The text of the table; values are put into it as digits, not through any number of JavaScript. */
export function tableText(written: TableText = {}): string {
  const { order = DIMENSION_NAMES, values = 'list', index = 'record', status = 'record' } = written;
  const cells = cellsIn(order);
  const figures = cells.map((name) => FIGURES[name]);
  const there = figures.flatMap((digits, place) => (digits === undefined ? [] : [`"${place}": ${digits}`]));
  const missing = figures.flatMap((digits, place) => (digits === undefined ? [`"${place}": ".."`] : []));
  const value =
    values === 'list' ? `[${figures.map((digits) => digits ?? 'null').join(', ')}]` : `{ ${there.join(', ')} }`;
  const statuses =
    status === 'record'
      ? `{ ${missing.join(', ')} }`
      : `[${figures.map((digits) => (digits === undefined ? '".."' : 'null')).join(', ')}]`;
  const head = {
    version: '2.0',
    class: 'dataset',
    label: 'Consumer price index, invented',
    source: 'Statistics Finland',
    updated: '2022-01-14T06:00:00Z',
    id: order,
    size: order.map((name) => DIMENSIONS[name].codes.length),
    dimension: Object.fromEntries(order.map((name) => [name, dimensionText(name, index)])),
    role: { time: ['Vuosi'], metric: ['Tiedot'] },
    note: ['* invented'],
    extension: { px: { tableid: 'invented', decimals: 1 } },
  };
  return `${JSON.stringify(head).slice(0, -1)}, "value": ${value}, "status": ${statuses}}`;
}

function dimensionText(name: DimensionName, index: 'list' | 'record') {
  const { label, codes } = DIMENSIONS[name];
  const places = Object.fromEntries(codes.map((code, place) => [code, place]));
  return {
    label,
    category: {
      // A list keeps its order; the keys of a record that look like numbers do not, which the places in it mend.
      index: index === 'list' ? codes : places,
      label: Object.fromEntries(codes.map((code) => [code, `${label} ${code}`])),
      ...(name === 'Tiedot' ? { unit: { pisteluku: { base: 'point', decimals: 1 }, vuosimuutos: { base: '%' } } } : {}),
    },
    extension: { show: 'code' },
  };
}

/** The cells in the order of the values, each as year/commodity/information. */
function cellsIn(order: readonly DimensionName[]): readonly string[] {
  let cells: readonly { readonly [name: string]: string }[] = [{}];
  for (const name of order)
    cells = cells.flatMap((cell) => DIMENSIONS[name].codes.map((code) => ({ ...cell, [name]: code })));
  return cells.map((cell) => DIMENSION_NAMES.map((name) => cell[name]).join('/'));
}
