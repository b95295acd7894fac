import { unreadable } from '../file-faults.js';
import { attributesOf } from './xml-names.js';
import { xmlScan } from './xml-scan.js';
import type { XmlScan } from './xml-scan.js';
import { childrenOf, enterRoot, PACKAGE_SPACES, readToEnd } from './xml-walk.js';
import { quoted } from './zip-directory.js';
import type { Archive } from './zip-directory.js';
import { bytesOfMember } from './zip-member.js';

/** What one part of a workbook says of another: its kind and the name of its member. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  /** The member; `undefined` where it lies outside of the file. */
  readonly member: string | undefined;
}

/** A part of a workbook, ready to be read. */
export async function partOf(archive: Archive, name: string): Promise<XmlScan> {
  const member = archive.members.get(name);
  if (member === undefined) {
    throw unreadable(archive.source, `it has no part ${quoted(name)}. It is no workbook (.xlsx), or not whole`);
  }
  return xmlScan(await bytesOfMember(archive, member), name, archive.source);
}

/** The relationships of a part; '' are those of the whole file. */
export async function relationshipsOf(archive: Archive, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const scan = await partOf(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  enterRoot(scan, PACKAGE_SPACES, 'Relationships');
  const found = new Map<string, Relationship>();
  for (const { name, attributes } of childrenOf(scan, PACKAGE_SPACES)) {
    if (name !== 'Relationship') continue;
    const given = attributesOf(scan, attributes);
    const id = given.get('Id') ?? '';
    if (found.has(id)) throw unreadable(archive.source, `it has two relationships ${quoted(id)}`);
    const external = given.get('TargetMode') === 'External';
    const target = given.get('Target') ?? '';
    const kind = (given.get('Type') ?? '').split('/').at(-1) ?? '';
    found.set(id, { id, kind, member: external ? undefined : memberNamed(target, folder) });
  }
  readToEnd(scan);
  return [...found.values()];
}

/** The member that a target names, as seen from a folder; `undefined` where it leaves the file. */
function memberNamed(target: string, folder: string): string | undefined {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
