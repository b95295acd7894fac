import { notWellFormed } from './xml-buffer.js';
import type { XmlBuffer } from './xml-buffer.js';
import { resolvedText } from './xml-text.js';

const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/g;
const NAMESPACES_AT_MOST = 256;

/** The namespaces that hold inside an element, and the names that have been looked up in them. */
export interface XmlScope {
  readonly spaces: ReadonlyMap<string, string>;
  readonly names: Map<string, XmlName>;
}

/** A name with the namespace it belongs to, '' where it belongs to none. */
export interface XmlName {
  readonly space: string;
  readonly name: string;
}

/** Where nothing has been declared yet. */
export const NO_NAMESPACES: XmlScope = {
  spaces: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  names: new Map(),
};

/** The namespaces inside of an element with these attributes. */
export function innerScope(scan: XmlBuffer, outer: XmlScope, attributes: string): XmlScope {
  if (!attributes.includes('xmlns')) return outer;
  const spaces = new Map(outer.spaces);
  for (const [name, value] of attributesOf(scan, attributes)) {
    if (name === 'xmlns') spaces.set('', value);
    else if (name.startsWith('xmlns:')) spaces.set(name.slice(6), value);
  }
  if (spaces.size > NAMESPACES_AT_MOST) throw notWellFormed(scan, `it has more than ${NAMESPACES_AT_MOST} namespaces`);
  return { spaces, names: new Map() };
}

/** A name as it is written, resolved. */
export function resolvedName(scan: XmlBuffer, { spaces, names }: XmlScope, qualified: string): XmlName {
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

/** An attribute that belongs to one of these namespaces, whatever its prefix is called here: such as the `r:id` of a sheet. */
export function attributeIn(
  { spaces }: XmlScope,
  attributes: ReadonlyMap<string, string>,
  wanted: readonly string[],
  name: string,
): string | undefined {
  for (const [prefix, space] of spaces) {
    const value = wanted.includes(space) && prefix !== '' ? attributes.get(`${prefix}:${name}`) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
