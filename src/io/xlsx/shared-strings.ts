import type { XmlScan } from './xml-scan.js';
import { unescapedText } from './xml-text.js';
import { childrenOf, enterRoot, readToEnd, SHEET_SPACES, textInside } from './xml-walk.js';

/** The texts that cells name by number. */
export function readSharedStrings(scan: XmlScan): readonly string[] {
  enterRoot(scan, SHEET_SPACES, 'sst');
  const strings: string[] = [];
  for (const { name } of childrenOf(scan, SHEET_SPACES)) if (name === 'si') strings.push(richText(scan));
  readToEnd(scan);
  return strings;
}

/**
 * The text of the element that has been entered: its own, or that of its runs one after the other. How it is pronounced
 * (phonetic runs) is no part of it. White space is kept whether or not it is marked as to be kept.
 */
export function richText(scan: XmlScan): string {
  let text = '';
  for (const { name } of childrenOf(scan, SHEET_SPACES)) {
    if (name === 't') text += textInside(scan);
    else if (name === 'r') {
      for (const part of childrenOf(scan, SHEET_SPACES)) if (part.name === 't') text += textInside(scan);
    }
  }
  return unescapedText(text);
}
