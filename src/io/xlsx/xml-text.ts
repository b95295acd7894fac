const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([^;&\s]{1,32}))?;?/g;
const WHOLE_REFERENCE = /^&(?:#x[0-9a-fA-F]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);$/;

/**
 * Text of an XML file with its references resolved: the five named ones and numbers. `undefined` where there is another
 * reference, an ampersand alone, or a number that no character has.
 */
export function resolvedText(raw: string): string | undefined {
  if (!raw.includes('&')) return raw;
  const unknown: string[] = [];
  const text = raw.replaceAll(REFERENCE, (reference, hexadecimal?: string, decimal?: string, name?: string) => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const character = name === undefined ? characterOf(code) : NAMED.get(name);
    if (character !== undefined && WHOLE_REFERENCE.test(reference)) return character;
    unknown.push(reference);
    return '';
  });
  return unknown.length === 0 ? text : undefined;
}

/** The characters that XML 1.0 allows. */
function characterOf(code: number): string | undefined {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}

const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

/** Cell text with the escapes that workbooks write for characters XML cannot hold: `_x000D_` is a carriage return. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
