/** The archive around a workbook: what is refused before a cell is looked at. */
import { crc32 as zlibCrc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/io/xlsx/crc32.js';
import { inflated } from '../../../src/io/xlsx/inflate.js';
import { readArchive } from '../../../src/io/xlsx/zip-directory.js';
import { bytesOfMember, checkMembers } from '../../../src/io/xlsx/zip-member.js';
import { HiilitaseError } from '../../../src/outcome.js';
import { bytesOf } from '../../support/bytes.js';
import { zipOf } from '../../support/zip-files.js';
import type { ZipMember } from '../../support/zip-files.js';

const PART: ZipMember = { name: 'a/part.xml', data: '<a>yksi yksi yksi</a>' };

/** The text of every member, or what is said against the archive. */
async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  try {
    const archive = readArchive(bytes, 'book.xlsx');
    checkMembers(archive);
    const texts: string[] = [];
    for (const member of archive.members.values()) {
      texts.push(new TextDecoder().decode(await bytesOfMember(archive, member)));
    }
    return texts;
  } catch (error) {
    if (!(error instanceof HiilitaseError)) throw error;
    expect(error.issues).toHaveLength(1);
    return error.issues.map(({ code, message, at }) => `${code}, ${at?.source}: ${message}`);
  }
}

const textsOfMembers = (...members: readonly ZipMember[]) => textsOf(zipOf(members));

describe('archives that are read', () => {
  test.each<[string, Partial<ZipMember>]>([
    ['deflated', {}],
    ['stored', { packing: 'stored' }],
    ['with sizes that follow', { sizesFollow: true }],
    ['with numbers of eight bytes', { long: true }],
    ['with both', { sizesFollow: true, long: true }],
    ['empty', { data: '' }],
  ])('a member that is %s', async (_, changes) => {
    const member = { ...PART, ...changes };
    expect(await textsOfMembers({ name: 'first', data: 'x' }, member)).toEqual(['x', member.data]);
  });

  test('an end with numbers of eight bytes', async () => {
    expect(await textsOf(zipOf([PART], { longEnd: true }))).toEqual([PART.data]);
    const spelledOut = (view: DataView) => {
      view.setUint16(8, 1, true);
      view.setUint16(10, 1, true);
    };
    expect(await textsOf(zipOf([PART], { longEnd: true, end: spelledOut }))).toEqual([PART.data]);
  });

  test('members may be named as they like: a name is never a path', async () => {
    expect(await textsOfMembers({ name: '../../x', data: '1' }, { name: '__proto__', data: '2' })).toEqual(['1', '2']);
  });
});

describe('archives that are refused', () => {
  test.each<[string, Partial<ZipMember>, RegExp]>([
    ['another checksum', { directory: { crc: 1 }, local: { crc: 1 } }, /file-syntax.*checksum/],
    ['a smaller size', { directory: { size: 5 }, local: { size: 5 } }, /file-syntax.*another size/],
    ['a larger size', { directory: { size: 500 }, local: { size: 500 } }, /file-syntax.*another size/],
    ['two sizes', { directory: { size: 5 } }, /file-syntax.*size differs from the directory/],
    ['two methods', { local: { method: 0 } }, /file-syntax.*described in two ways/],
    ['two names', { directory: { name: 'a/other.xml' } }, /file-syntax.*does not lie where/],
    ['a place outside', { directory: { offset: 7 } }, /file-syntax.*does not lie where/],
    ['a place past the end', { directory: { offset: 70_000 } }, /file-syntax.*does not lie where/],
    ['bytes past the directory', { directory: { packed: 900 }, local: { packed: 900 } }, /file-syntax.*does not lie/],
    ['encryption', { directory: { flags: 1 }, local: { flags: 1 } }, /file-syntax.*encrypted/],
    ['another way of packing', { directory: { method: 12 } }, /file-syntax.*packed in another way/],
    ['patches', { directory: { flags: 0x20 } }, /file-syntax.*packed in another way/],
    ['256 MiB and more', { directory: { size: 2 ** 28 + 1 }, local: { size: 2 ** 28 + 1 } }, /file-too-large/],
    ['a bomb', { directory: { size: 2 ** 27 }, local: { size: 2 ** 27 } }, /file-too-large.*200 to 1/],
    ['half a member', { packing: 'stored', directory: { method: 8 }, local: { method: 8 } }, /cannot be unpacked/],
    ['a number of eight bytes that is not there', { directory: { size: 0xffffffff } }, /directory.*damaged/],
  ])('a member with %s', async (_, changes, said) => {
    expect((await textsOfMembers({ ...PART, ...changes })).join('\n')).toMatch(said);
  });

  test('two members of one name, even where they are the same', async () => {
    expect((await textsOfMembers(PART, PART)).join('\n')).toMatch(/two members "a\/part.xml"/);
  });

  test('members that share bytes', async () => {
    const inner = zipOf([{ name: 'inner', data: 'x', packing: 'stored' }]).subarray(0, 36);
    const outer: ZipMember = { name: 'outer', data: inner, packing: 'stored' };
    const shared: ZipMember = { name: 'inner', data: 'x', packing: 'stored', directory: { offset: 35 } };
    expect((await textsOfMembers(outer, shared)).join('\n')).toMatch(/overlaps another member/);
  });

  test.each<[string, (view: DataView) => void]>([
    ['more members than there are', (view) => view.setUint32(8, 0x00020002, true)],
    ['fewer members than there are', (view) => view.setUint32(8, 0, true)],
    ['two numbers of members', (view) => view.setUint16(8, 2, true)],
    ['several parts', (view) => view.setUint16(4, 1, true)],
    ['a directory elsewhere', (view) => view.setUint32(16, 3, true)],
    ['a comment that is not there', (view) => view.setUint16(20, 3, true)],
    ['another mark', (view) => view.setUint8(0, 0x51)],
  ])('an end that tells of %s', async (_, end) => {
    expect((await textsOf(zipOf([PART], { end }))).join('\n')).toMatch(/^file-syntax, book.xlsx: /);
  });

  test.each<[string, (view: DataView) => void]>([
    ['more members than there are', (view) => [24, 32].forEach((at) => view.setUint32(at, 2, true))],
    ['two numbers of members', (view) => view.setUint32(24, 2, true)],
    ['a size no file has', (view) => view.setUint32(44, 2 ** 30, true)],
    ['a directory elsewhere', (view) => view.setUint32(48, 3, true)],
    ['another mark', (view) => view.setUint8(0, 0x51)],
  ])('a long end that tells of %s', async (_, longRecord) => {
    const bytes = zipOf([PART], { longEnd: true, longRecord });
    expect((await textsOf(bytes)).join('\n')).toMatch(/^file-syntax, book.xlsx: /);
  });

  test('a short end that contradicts the long one', async () => {
    const end = (view: DataView) => view.setUint32(16, 3, true);
    expect((await textsOf(zipOf([PART], { longEnd: true, end }))).join('\n')).toMatch(/contradicts itself/);
  });

  test('a comment behind the end, in which another end could hide', async () => {
    expect((await textsOf(zipOf([PART], { comment: 'x' }))).join('\n')).toMatch(/does not end as a workbook/);
  });

  test('names that are no UTF-8, and entries that are cut', async () => {
    const bytes = zipOf([{ name: 'abc', data: '' }]);
    const name = bytes.lastIndexOf(97);
    bytes[name] = 0xff;
    expect((await textsOf(bytes)).join('\n')).toMatch(/not UTF-8/);
    bytes[name - 46 + 28] = 200; // the length of the name, in the directory
    expect((await textsOf(bytes)).join('\n')).toMatch(/directory of its archive is damaged/);
    bytes[name - 46] = 0;
    expect((await textsOf(bytes)).join('\n')).toMatch(/directory of its archive is damaged/);
  });

  test('long names are cut in messages', async () => {
    const name = 'n'.repeat(100);
    const [said] = await textsOfMembers({ name, data: 'x', directory: { crc: 1 }, local: { crc: 1 } });
    expect(said).toContain(`"${'n'.repeat(64)}…"`);
  });

  test('old workbooks, and those with a password', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(40)]);
    expect((await textsOf(bytes)).join('\n')).toMatch(/old .xls file or protected by a password/);
  });
});

describe('the checksum', () => {
  test('is the published one of "123456789", and that of another program for all bytes', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926); // the check value of CRC-32/ISO-HDLC
    fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
  });
});

describe('unpacking', () => {
  test('gives back what was packed, and stops past the size that was told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.nat({ max: 9 }), async (bytes, level) => {
        const packed = new Uint8Array(deflateRawSync(bytes, { level }));
        expect(await inflated(packed, bytes.length)).toEqual(bytes);
        expect(await inflated(packed, bytes.length - 1)).toBe('longer');
        expect(await inflated(packed.subarray(0, -1), bytes.length)).toBeUndefined();
      }),
    );
  });
});
