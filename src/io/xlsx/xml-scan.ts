import { lookAhead, notWellFormed, takeUntil, xmlBuffer } from './xml-buffer.js';
import type { XmlBuffer } from './xml-buffer.js';
import { resolvedText } from './xml-text.js';

const TAG_AT_MOST = 2 ** 16;
const DEPTH_AT_MOST = 200;
const TAG = /<(?:\/([\w.:-]+)\s*|([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?))>/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/g;
const ENCODING = /\sencoding\s*=\s*["']([^"']*)["']/;

/** The namespaces that hold inside an element, and the names that have been looked up in them. */
interface Scope {
  readonly spaces: ReadonlyMap<string, string>;
  readonly names: Map<string, XmlName>;
}

/** A name with the namespace it belongs to, '' where it belongs to none. */
export interface XmlName {
  readonly space: string;
  readonly name: string;
}

/** The beginning of an element. */
export interface XmlElement extends XmlName {
  readonly kind: 'open';
  readonly attributes: string;
}

export type XmlToken = XmlElement | { readonly kind: 'close' } | { readonly kind: 'text'; readonly text: string };

/** A part that is read token by token. Comments and instructions to programs are passed over; a DOCTYPE is refused. */
export interface XmlScan extends XmlBuffer {
  readonly open: { readonly qualified: string; readonly scope: Scope }[];
  /** The element that has just begun is also at its end. */
  endsAtOnce: boolean;
  ended: boolean;
}

const CLOSE: XmlToken = { kind: 'close' };
const NO_NAMESPACES: Scope = {
  spaces: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  names: new Map(),
};

/** A part from its first character on. */
export function xmlScan(bytes: Uint8Array, part: string, source: string): XmlScan {
  const scan = { ...xmlBuffer(bytes, part, source), open: [], endsAtOnce: false, ended: false };
  lookAhead(scan, TAG_AT_MOST);
  if (!scan.text.startsWith('<?xml ')) return scan;
  const declaration = takeUntil(scan, '?>') ?? '';
  const encoding = ENCODING.exec(declaration)?.[1] ?? 'UTF-8';
  if (encoding.toUpperCase() !== 'UTF-8') throw notWellFormed(scan, `it is declared as ${encoding}, not as UTF-8`);
  return scan;
}

/** The next token; `undefined` at the end of the part, when its root has been closed. */
export function nextToken(scan: XmlScan): XmlToken | undefined {
  if (scan.endsAtOnce) {
    scan.endsAtOnce = false;
    return closed(scan);
  }
  for (;;) {
    lookAhead(scan, TAG_AT_MOST);
    if (scan.at >= scan.text.length) {
      checkEnd(scan);
      return undefined;
    }
    if (scan.text.charCodeAt(scan.at) !== 60) return textToken(scan);
    const second = scan.text[scan.at + 1];
    if (second === '?') passOver(scan, '<?', '?>');
    else if (second !== '!') return tagToken(scan);
    else if (scan.text.startsWith('<!--', scan.at)) passOver(scan, '<!--', '-->');
    else if (scan.text.startsWith('<![CDATA[', scan.at)) return literalText(scan);
    else throw notWellFormed(scan, 'it has a DOCTYPE, which no workbook has');
  }
}

function checkEnd(scan: XmlScan): void {
  if (scan.open.length > 0 || !scan.ended) throw notWellFormed(scan, 'it ends before its root element does');
}

function passOver(scan: XmlScan, opening: string, mark: string): void {
  scan.at += opening.length;
  if (takeUntil(scan, mark) === undefined) throw notWellFormed(scan, 'a comment or an instruction in it has no end');
}

function literalText(scan: XmlScan): XmlToken {
  scan.at += '<![CDATA['.length;
  const text = takeUntil(scan, ']]>');
  if (text === undefined || scan.open.length === 0) throw notWellFormed(scan, 'text in it has no end, or no element');
  return { kind: 'text', text };
}

function textToken(scan: XmlScan): XmlToken {
  const raw = takeUntil(scan, '<');
  if (raw !== undefined) scan.at -= 1;
  const rest = raw ?? takeRest(scan);
  const text = resolvedText(rest.includes('\r') ? rest.replaceAll(/\r\n?/g, '\n') : rest);
  if (text === undefined) throw notWellFormed(scan, 'it has an entity of its own, or an ampersand alone');
  if (scan.open.length === 0 && text.trim() !== '')
    throw notWellFormed(scan, 'text stands outside of its root element');
  return { kind: 'text', text };
}

function takeRest(scan: XmlScan): string {
  const rest = scan.text.slice(scan.at);
  scan.at = scan.text.length;
  return rest;
}

function tagToken(scan: XmlScan): XmlToken {
  TAG.lastIndex = scan.at;
  const match = TAG.exec(scan.text);
  if (match === null) throw notWellFormed(scan, 'a tag in it cannot be read');
  scan.at = TAG.lastIndex;
  const [, closing, qualified = '', attributes = '', slash] = match;
  if (closing !== undefined) return closed(scan, closing);
  if (scan.ended) throw notWellFormed(scan, 'it has more than one root element');
  if (scan.open.length >= DEPTH_AT_MOST) throw notWellFormed(scan, `its elements lie ${DEPTH_AT_MOST} deep`);
  const scope = scopeOf(scan, attributes);
  scan.open.push({ qualified, scope });
  scan.endsAtOnce = slash === '/';
  return { kind: 'open', ...resolvedName(scan, scope, qualified), attributes };
}

function closed(scan: XmlScan, name?: string): XmlToken {
  const last = scan.open.pop();
  if (last === undefined || (name !== undefined && last.qualified !== name)) {
    throw notWellFormed(scan, `</${String(name)}> closes what is not open`);
  }
  scan.ended = scan.open.length === 0;
  return CLOSE;
}

function scopeOf(scan: XmlScan, attributes: string): Scope {
  const outer = scan.open.at(-1)?.scope ?? NO_NAMESPACES;
  if (!attributes.includes('xmlns')) return outer;
  const spaces = new Map(outer.spaces);
  for (const [name, value] of attributesOf(scan, attributes)) {
    if (name === 'xmlns') spaces.set('', value);
    else if (name.startsWith('xmlns:')) spaces.set(name.slice(6), value);
  }
  return { spaces, names: new Map() };
}

function resolvedName(scan: XmlScan, { spaces, names }: Scope, qualified: string): XmlName {
  const known = names.get(qualified);
  if (known !== undefined) return known;
  const colon = qualified.indexOf(':');
  const prefix = colon === -1 ? '' : qualified.slice(0, colon);
  const space = spaces.get(prefix) ?? (prefix === '' ? '' : undefined);
  if (space === undefined) throw notWellFormed(scan, `the prefix ${prefix} stands for nothing`);
  const resolved = { space, name: qualified.slice(colon + 1) };
  if (spaces !== NO_NAMESPACES.spaces) names.set(qualified, resolved);
  return resolved;
}

/** The attributes of an element, by the names as they are written. */
export function attributesOf(scan: XmlBuffer, attributes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(attributes); match !== null; match = ATTRIBUTE.exec(attributes)) {
    const [, name = '', double, single = ''] = match;
    const value = resolvedText(double ?? single);
    if (value === undefined) throw notWellFormed(scan, 'an attribute has an entity of its own, or an ampersand alone');
    if (found.has(name)) throw notWellFormed(scan, `the attribute ${name} stands twice in one tag`);
    found.set(name, value);
  }
  return found;
}

/** An attribute that belongs to a namespace, whatever its prefix is called here: such as the `r:id` of a sheet. */
export function attributeIn(
  scan: XmlScan,
  attributes: ReadonlyMap<string, string>,
  spaces: readonly string[],
  name: string,
): string | undefined {
  const scope = scan.open.at(-1)?.scope ?? NO_NAMESPACES;
  for (const [prefix, space] of scope.spaces) {
    const value = spaces.includes(space) && prefix !== '' ? attributes.get(`${prefix}:${name}`) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
