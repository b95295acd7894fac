import { notWellFormed } from './xml-buffer.js';
import { nextToken } from './xml-scan.js';
import type { XmlElement, XmlScan } from './xml-scan.js';

/** The namespaces of one vocabulary: that of Excel's usual files, and that of its strict ones. */
export const SHEET_SPACES = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
] as const;
export const LINK_SPACES = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
] as const;
export const PACKAGE_SPACES = ['http://schemas.openxmlformats.org/package/2006/relationships'] as const;

/** Enters the root element of a part, which has to be the one that is named. */
export function enterRoot(scan: XmlScan, spaces: readonly string[], name: string): XmlElement {
  let token = nextToken(scan);
  while (token?.kind === 'text') token = nextToken(scan);
  if (token?.kind !== 'open' || token.name !== name || !spaces.includes(token.space)) {
    throw notWellFormed(scan, `its root element is not ${name}`);
  }
  return token;
}

/**
 * The elements of these namespaces right inside the one that has been entered, up to its end. What the caller does not read
 * of an element is passed over, and so are elements of other namespaces.
 */
export function* childrenOf(scan: XmlScan, spaces: readonly string[]): Generator<XmlElement, void, undefined> {
  for (;;) {
    const token = nextToken(scan);
    if (token === undefined || token.kind === 'close') return;
    if (token.kind === 'text') {
      if (token.text.trim() !== '') throw notWellFormed(scan, 'text stands between elements');
      continue;
    }
    const depth = scan.open.length;
    if (spaces.includes(token.space)) yield token;
    leave(scan, depth);
  }
}

/** Reads on until the element that lies so deep has ended. */
function leave(scan: XmlScan, depth: number): void {
  while (scan.open.length >= depth && nextToken(scan) !== undefined);
}

/** The text right inside the element that has been entered, up to its end. */
export function textInside(scan: XmlScan): string {
  let text = '';
  const depth = scan.open.length;
  for (;;) {
    const token = nextToken(scan);
    if (token === undefined || (token.kind === 'close' && scan.open.length < depth)) return text;
    if (token.kind === 'text' && scan.open.length === depth) text += token.text;
  }
}

/** Reads what is left of a part, which has to end well. */
export function readToEnd(scan: XmlScan): void {
  while (nextToken(scan) !== undefined);
}
