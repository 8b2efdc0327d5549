import { crc32 } from '../packed/crc32';
import { LIMITS } from './check';

/** A file in a zip, as its directory says; the bytes are still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly crc32: number;
  readonly packed: Uint8Array;
  /** Whether the bytes are packed at all, by deflate (RFC 1951). */
  readonly isDeflated: boolean;
}

/** Why a zip is not taken: damaged, locked, with a link in it or a name that is no UTF-8; or too large once unpacked. */
export type ZipProblem = 'damaged' | 'bomb';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Reads the directory of a zip (APPNOTE 6.3.9, without zip64, which no pack needs). Nothing is unpacked, so a bomb costs nothing:
 * who unpacks must stop at `size`.
 *
 * @param decode - UTF-8; null where the bytes are none
 */
export function readZip(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string | null,
):
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly problem: ZipProblem; readonly name: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fail = (problem: ZipProblem, name = ''): { ok: false; problem: ZipProblem; name: string } => ({
    ok: false,
    problem,
    name,
  });
  try {
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== END) end--; // behind it there may be a remark
    const entries: ZipEntry[] = [];
    let at = view.getUint32(end + 16, true);
    let all = 0;
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      const [flags = 0, method = 0] = [8, 10].map((offset) => view.getUint16(at + offset, true));
      const [crc = 0, length = 0, size = 0, mode = 0, local = 0] = [16, 20, 24, 38, 42].map((offset) =>
        view.getUint32(at + offset, true),
      );
      const [nameLength = 0, extra = 0, remark = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const name = decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if (view.getUint32(at, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL) return fail('damaged');
      const isLink = ((mode >>> 16) & 0xf000) === 0xa000;
      if (name === null || flags & 1 || isLink) return fail('damaged', name ?? '');
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const isDeflated = method === 8;
      if (!(isDeflated || (method === 0 && length === size)) || from + length > bytes.length)
        return fail('damaged', name);
      all += size;
      if (all > LIMITS.all || size > Math.max(1024, length * LIMITS.ratio)) return fail('bomb', name);
      if (!name.endsWith('/')) {
        entries.push({ name, size, crc32: crc, packed: bytes.subarray(from, from + length), isDeflated });
      }
      at += 46 + nameLength + extra + remark;
    }
    return { ok: true, entries };
  } catch {
    return fail('damaged'); // a place outside the bytes
  }
}

/** A zip of files as they are, not packed: texts of a pack are small. The same files give the same bytes. */
export function writeZip(files: readonly { readonly name: Uint8Array; readonly bytes: Uint8Array }[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const put = (
    to: Uint8Array[],
    numbers: readonly (readonly [size: 2 | 4, value: number])[],
    ...rest: Uint8Array[]
  ): number => {
    const head = new Uint8Array(numbers.reduce((sum, [size]) => sum + size, 0));
    const view = new DataView(head.buffer);
    let offset = 0;
    for (const [size, value] of numbers) {
      if (size === 2) view.setUint16(offset, value, true);
      else view.setUint32(offset, value, true);
      offset += size;
    }
    to.push(head, ...rest);
    return head.length + rest.reduce((sum, { length }) => sum + length, 0);
  };
  for (const { name, bytes } of files) {
    const { length } = bytes;
    // Version 2.0, names in UTF-8, not packed, 1 January 1980: the time of day is nobody's business.
    const common = [
      [2, 20],
      [2, 0x800],
      [2, 0],
      [2, 0],
      [2, 33],
      [4, crc32(bytes)],
      [4, length],
      [4, length],
      [2, name.length],
      [2, 0],
    ] as const;
    put(directory, [[4, CENTRAL], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]], name);
    at += put(parts, [[4, LOCAL], ...common], name, bytes);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  put(directory, [
    [4, END],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, at],
    [2, 0],
  ]);
  const all = [...parts, ...directory];
  const zip = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of all) {
    zip.set(part, to);
    to += part.length;
  }
  return zip;
}
