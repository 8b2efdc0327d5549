import type { App } from 'obsidian';
import { crc32 } from '../core/packed/crc32';
import { LIMITS, PACK_FILE, type PackFile } from '../core/pack/check';
import { readZip, type ZipEntry, type ZipProblem } from '../core/pack/zip';
import type { VaultNotes } from './vault-notes';

/** The files of a pack as they came, with their bytes. */
export interface PackBytes {
  readonly files: readonly PackFile[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** What there is instead of files. */
export interface NoPack {
  readonly problem: ZipProblem | 'no-pack' | 'unread';
  readonly name: string;
}

/** Texts as UTF-8; null for bytes that are none. */
export function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** SHA-256 in hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await window.crypto.subtle.digest('SHA-256', bytes.slice());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function packFile(path: string, bytes: Uint8Array): Promise<PackFile> {
  return { path, size: bytes.length, sha256: await sha256(bytes), text: decoded(bytes) };
}

/** A pack that lies in a folder of the vault. */
export async function packInFolder({ vault }: App, notes: VaultNotes, folder: string): Promise<PackBytes | NoPack> {
  const bytes = new Map<string, Uint8Array>();
  const under = `${folder}/`;
  for (const { path } of vault.getFiles()) {
    if (!path.startsWith(under)) continue;
    const read = await notes.readBytes(path);
    if (read === null) return { problem: 'unread', name: path }; // else it would count as one that was deleted
    bytes.set(path.slice(under.length), read);
  }
  return withHashes(bytes, folder);
}

/** A pack in a zip, in whatever folder it lies there; what stands beside that is no part of it. */
export async function packInZip(zip: Uint8Array, name: string): Promise<PackBytes | NoPack> {
  if (zip.length > LIMITS.all) return { problem: 'bomb', name };
  const read = readZip(zip, decoded);
  if (!read.ok) return read;
  const isJunk = (path: string): boolean => path.split('/').some((part) => /^(?:\.[^.]|__MACOSX$)/.test(part));
  const manifests = read.entries.map((entry) => entry.name).filter((path) => /(?:^|\/)pack\.yaml$/.test(path));
  const [manifest] = manifests.sort((a, b) => a.length - b.length);
  if (manifest === undefined) return { problem: 'no-pack', name };
  const under = manifest.slice(0, -PACK_FILE.length);
  const bytes = new Map<string, Uint8Array>();
  for (const entry of read.entries) {
    if (!entry.name.startsWith(under) || isJunk(entry.name.slice(under.length))) continue;
    const unpacked = await inflated(entry);
    if (typeof unpacked === 'string') return { problem: unpacked, name: entry.name };
    if (bytes.has(entry.name.slice(under.length))) return { problem: 'damaged', name: entry.name };
    bytes.set(entry.name.slice(under.length), unpacked);
  }
  return withHashes(bytes, name);
}

async function withHashes(bytes: ReadonlyMap<string, Uint8Array>, name: string): Promise<PackBytes | NoPack> {
  if (!bytes.has(PACK_FILE)) return { problem: 'no-pack', name };
  return { files: await Promise.all([...bytes].map(([path, one]) => packFile(path, one))), bytes };
}

/** A file's bytes; nothing is unpacked beyond what the directory says. */
async function inflated({ packed, size, isDeflated, crc32: sum }: ZipEntry): Promise<Uint8Array | 'damaged'> {
  if (!isDeflated) return crc32(packed) === sum ? packed : 'damaged';
  const bytes = new Uint8Array(size);
  let at = 0;
  try {
    const { readable, writable } = new window.DecompressionStream('deflate-raw'); // not there before iOS 16.4
    const writer = writable.getWriter();
    writer
      .write(packed.slice())
      .then(() => writer.close())
      .catch(() => undefined); // the reader hears of it
    const reader = (readable as ReadableStream<Uint8Array>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes.set(value, at); // throws where there is more than the directory says; the rest is not unpacked then
      at += value.length;
    }
  } catch {
    return 'damaged';
  }
  return at === size && crc32(bytes) === sum ? bytes : 'damaged';
}
