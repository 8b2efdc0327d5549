// fflate, which the plugin does not bring, writes and reads the same zips.
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, writeZip } from '../../../src/core/pack/zip';

const utf8 = new TextEncoder();
const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
const long = 'words and words. '.repeat(50);

describe('reading', () => {
  it('finds each file of a zip of another program, packed or not, with a remark behind', () => {
    const zip = zipSync(
      { 'a/你好.md': utf8.encode(long), 'b.md': [utf8.encode('B'), { level: 0 }] },
      { comment: 'PK' },
    );
    const read = readZip(new Uint8Array([...zip]), decode);
    expect(read).toMatchObject({
      ok: true,
      entries: [
        { name: 'a/你好.md', size: long.length, isDeflated: true },
        { name: 'b.md', size: 1, isDeflated: false, packed: utf8.encode('B') },
      ],
    });
  });

  const plain = zipSync({ 'a.md': [utf8.encode(long), { attrs: 0o100644 << 16, os: 3 }] });
  const changed = (at: (view: DataView, central: number) => void): Uint8Array => {
    const bytes = plain.slice();
    const view = new DataView(bytes.buffer);
    at(view, view.getUint32(bytes.length - 6, true));
    return bytes;
  };
  it.each([
    ['damaged', utf8.encode('no zip at all, but longer than twenty-two bytes')],
    ['damaged', new Uint8Array(3)],
    ['damaged', plain.slice(0, -30)],
    ['damaged', changed((view, at) => view.setUint32(at + 42, 5, true))], // the file is said to begin elsewhere
    ['damaged', changed((view, at) => view.setUint32(at + 20, 0x7fffffff, true))], // and to be longer than the zip
    ['damaged', changed((view, at) => view.setUint16(at + 10, 12, true))], // packed by bzip2
    ['damaged', changed((view, at) => view.setUint16(at + 8, 1, true))],
    ['damaged', changed((view, at) => view.setUint32(at + 38, 0xa1ff << 16, true))],
    ['bomb', changed((view, at) => view.setUint32(at + 24, 20_000_001, true))],
    ['damaged', changed((view, at) => view.setUint8(at + 46, 0xff))],
  ] as const)('%s', (problem, bytes) => {
    expect(readZip(bytes, decode)).toMatchObject({ ok: false, problem });
  });

  it('takes what unpacks to a hundred times its size for a bomb, and nothing below it', () => {
    const sized = (size: number): Uint8Array => changed((view, at) => view.setUint32(at + 24, size, true));
    const packed = new DataView(plain.buffer, plain.byteOffset).getUint32(18, true);
    expect(readZip(sized(Math.max(1024, packed * 100)), decode).ok).toBe(true);
    expect(readZip(sized(Math.max(1024, packed * 100) + 1), decode)).toMatchObject({ problem: 'bomb', name: 'a.md' });
  });
});

describe('writing', () => {
  it('makes a zip that another program reads, the same each time', () => {
    const files = { 'a/你好.md': long, 'b.md': '' };
    const bytes = Object.entries(files).map(([name, text]) => ({ name: utf8.encode(name), bytes: utf8.encode(text) }));
    const zip = writeZip(bytes);
    const read = unzipSync(zip);
    expect(Object.entries(read).map(([name, one]) => [name, decode(one)])).toEqual(Object.entries(files));
    expect(writeZip(bytes)).toEqual(zip);
    expect(readZip(zip, decode)).toMatchObject({ ok: true, entries: [{ name: 'a/你好.md' }, { name: 'b.md' }] });
  });
});
