/** The XML of a workbook's parts: what is read, what is passed over, what is refused. */
import { describe, expect, test } from 'vitest';
import { readSharedStrings } from '../../../src/io/xlsx/shared-strings.js';
import { attributesOf } from '../../../src/io/xlsx/xml-names.js';
import { nextToken, xmlScan } from '../../../src/io/xlsx/xml-scan.js';
import { HiilitaseError } from '../../../src/outcome.js';
import { bytesOf } from '../../support/bytes.js';

/** What a part says, shortened: `<name>`, `</>`, texts; or why it is refused. */
function tokensOf(part: string | Uint8Array): string {
  try {
    const scan = xmlScan(typeof part === 'string' ? bytesOf(part) : part, 'part.xml', 'book.xlsx');
    let found = '';
    for (let token = nextToken(scan); token !== undefined; token = nextToken(scan)) {
      if (token.kind === 'open') {
        const attributes = [...attributesOf(scan, token.attributes)].map(([name, value]) => ` ${name}=${value}`);
        found += `<${token.space}|${token.name}${attributes.join('')}>`;
      } else found += token.kind === 'close' ? '</>' : token.text;
    }
    return found;
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    return error.issues.map(({ code, message }) => `${code}: ${message}`).join('\n');
  }
}

describe('parts that are read', () => {
  test.each<[string, string, string]>([
    ['elements, texts and attributes', '<a b="1" c=\'2 "\'>x<d/>y</a>', '<|a b=1 c=2 ">x<|d></>y</>'],
    ['a mark of UTF-8 and a declaration', '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<a/>', '\n<|a></>'],
    ['comments and instructions', '<!-- <b> --><?go x?><a><!--->--></a><!-- -->\n', '<|a></>\n'],
    ['references', '<a b="&lt;&#65;">&amp;&gt;&quot;&apos;&#x1F331;</a>', '<|a b=<A>&>"\'\u{1f331}</>'],
    ['literal text', '<a><![CDATA[<&]]></a>', '<|a><&</>'],
    ['line ends', '<a>1\r\n2\r3</a>', '<|a>1\n2\n3</>'],
    ['a greater-than sign in an attribute', '<a b="x>y"/>', '<|a b=x>y></>'],
    ['white space in tags', '<a\n b = "1" ></a >', '<|a b=1></>'],
    [
      'namespaces',
      '<p:a xmlns:p="u" xmlns="v"><b/><p:b xmlns:p="w"/></p:a>',
      '<u|a xmlns:p=u xmlns=v><v|b></><w|b xmlns:p=w></></>',
    ],
  ])('%s', (_, part, tokens) => {
    expect(tokensOf(part)).toBe(tokens);
  });

  test('parts longer than a piece, with marks and characters across its edges', () => {
    const cell = '<c r="A1"><v>1 \u00e4 &amp; 2</v></c>';
    for (const shift of [0, 5, 13, 21]) {
      const part = `<a>${' '.repeat(shift)}${cell.repeat(40_000)}</a>`;
      const tokens = `<|a>${' '.repeat(shift)}${'<|c r=A1><|v>1 \u00e4 & 2</></>'.repeat(40_000)}</>`;
      expect(tokensOf(part) === tokens).toBe(true);
    }
  });

  test('a comment may be long, as long as no cell is', () => {
    expect(tokensOf(`<a><!--${'-'.repeat(900_000)}x--></a>`)).toBe('<|a></>');
    expect(tokensOf(`<a><!--${'x'.repeat(3_000_000)}--></a>`)).toMatch(/^file-too-large: /);
    expect(tokensOf(`<a>${' '.repeat(3_000_000)}</a>`)).toMatch(/^file-too-large: /);
  });
});

describe('parts that are refused', () => {
  test.each<[string, string, RegExp]>([
    ['a DOCTYPE', '<!DOCTYPE z [<!ENTITY x "y">]><a>&x;</a>', /DOCTYPE/],
    ['an entity of its own', '<a>&x;</a>', /entity of its own/],
    ['an entity of its own in an attribute', '<a b="&x;"/>', /an attribute has an entity/],
    ['an inherited word as an entity', '<a>&constructor;</a>', /entity of its own/],
    ['an ampersand alone', '<a>x & y</a>', /ampersand alone/],
    ['a reference without an end', '<a>&amp</a>', /ampersand alone/],
    ['a character that is none', '<a>&#0;</a>', /ampersand alone/],
    ['half a character', '<a>&#xD800;</a>', /ampersand alone/],
    ['a number past all characters', '<a>&#x110000;</a>', /ampersand alone/],
    ['an attribute twice', '<a b="1" b="2"/>', /b stands twice/],
    ['an attribute without quotation marks', '<a b=1/>', /a tag in it cannot be read/],
    ['a tag without an end', '<a', /a tag in it cannot be read/],
    ['elements that cross', '<a><b></a></b>', /closes what is not open/],
    ['an end without a beginning', '</a>', /closes what is not open/],
    ['no end', '<a><b></b>', /ends before its root/],
    ['nothing', '', /ends before its root/],
    ['two roots', '<a/><b/>', /more than one root/],
    ['text behind the root', '<a/>x', /text stands outside/],
    ['text before the root', 'x<a/>', /text stands outside/],
    ['literal text without an end', '<a><![CDATA[x', /text in it has no end/],
    ['literal text outside', '<![CDATA[x]]><a/>', /text in it has no end/],
    ['a comment without an end', '<a/><!-- x', /has no end/],
    ['a prefix that stands for nothing', '<p:a/>', /prefix p stands for nothing/],
    ['another encoding', '<?xml version="1.0" encoding="UTF-16"?><a/>', /declared as UTF-16/],
    [
      'namespaces without an end',
      `<a${Array.from({ length: 300 }, (_, index) => ` xmlns:n${index}="u"`).join('')}/>`,
      /more than 256 namespaces/,
    ],
    ['elements without a floor', '<a>'.repeat(300), /200 deep/],
  ])('%s', (_, part, said) => {
    const answer = tokensOf(part);
    expect(answer).toMatch(said);
    expect(answer).toMatch(/^file-syntax: The file cannot be read: its part part.xml /);
  });

  test('bytes that are no UTF-8, in the middle or at the end', () => {
    expect(tokensOf(Uint8Array.from([60, 97, 62, 0xff, 60, 47, 97, 62]))).toMatch(/not UTF-8/);
    expect(tokensOf(Uint8Array.from([60, 97, 47, 62, 0xc3]))).toMatch(/not UTF-8/);
  });
});

/** Milliseconds that a part may take which is made to be slow, on a slow machine; backtracking would take hours. */
const A_WHILE = 5000;

test.each<[string, string]>([
  ['blanks in a tag', `<a${' '.repeat(1_000_000)}`],
  ['blanks behind a name', `<a b${' '.repeat(1_000_000)}<`],
  ['a name without an end', `<${'a'.repeat(1_000_000)}`],
  ['attributes without an end', `<a${' b="1"'.repeat(150_000)}<`],
  ['an attribute without an end', `<a b="${'x'.repeat(1_000_000)}`],
  ['ampersands', `<a>${'&'.repeat(1_000_000)}</a>`],
  ['references without an end', `<a>${'&#1'.repeat(300_000)}</a>`],
  ['marks of comments', `<a>${'<!--'.repeat(200_000)}</a>`],
])('%s do not hold up the reading', (_, part) => {
  const start = performance.now();
  expect(tokensOf(part)).toMatch(/^file-syntax: /);
  expect(performance.now() - start).toBeLessThan(A_WHILE);
});

describe('the table of texts', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const stringsOf = (inside: string, root = 'sst') =>
    readSharedStrings(xmlScan(bytesOf(`<x:${root} xmlns:x="${MAIN}" xmlns:o="other">${inside}</x:${root}>`), 'p', 'b'));

  test('elements of other namespaces and elements inside of texts are passed over', () => {
    const strings = stringsOf(
      '<o:si><o:t>no</o:t></o:si><x:si><x:t>a<o:b>no</o:b>c</x:t><o:t>no</o:t></x:si><x:extLst/>',
    );
    expect(strings).toEqual(['ac']);
  });

  test('another root, and text between elements, are refused', () => {
    expect(() => stringsOf('', 'other')).toThrow('its root element is not sst');
    expect(() => stringsOf('x')).toThrow('text stands between elements');
  });
});
