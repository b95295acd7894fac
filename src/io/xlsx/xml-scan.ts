import { lookAhead, notWellFormed, takeUntil, xmlBuffer } from './xml-buffer.js';
import type { XmlBuffer } from './xml-buffer.js';
import { innerScope, NO_NAMESPACES, resolvedName } from './xml-names.js';
import type { XmlName, XmlScope } from './xml-names.js';
import { resolvedText } from './xml-text.js';

const TAG_AT_MOST = 2 ** 16;
const DEPTH_AT_MOST = 200;
const TAG = /<(?:\/([\w.:-]+)\s*|([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?))>/y;
const ENCODING = /\sencoding\s*=\s*["']([^"']*)["']/;

/** The beginning of an element. */
export interface XmlElement extends XmlName {
  readonly kind: 'open';
  readonly attributes: string;
}

export type XmlToken = XmlElement | { readonly kind: 'close' } | { readonly kind: 'text'; readonly text: string };

/** A part that is read token by token. Comments and instructions to programs are passed over; a DOCTYPE is refused. */
export interface XmlScan extends XmlBuffer {
  readonly open: { readonly qualified: string; readonly scope: XmlScope }[];
  /** The element that has just begun is also at its end. */
  endsAtOnce: boolean;
  ended: boolean;
}

const CLOSE: XmlToken = { kind: 'close' };
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
  const scope = innerScope(scan, scan.open.at(-1)?.scope ?? NO_NAMESPACES, attributes);
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
