import { expect, it } from 'vitest';
import type { DiskAdapter } from '../vault/adapter';
import { TFile } from '../vault/files';
import { Vault } from '../vault/vault';
import { LinkResolver } from './resolve';

it('looks at the notes of a link’s own name alone, however many there are', () => {
  const vault = new Vault({} as DiskAdapter);
  let looks = 0;
  const files = Array.from({ length: 10_000 }, (_, i) => {
    const path = `f${String(i % 100)}/n${String(i)}.md`;
    return Object.defineProperty(new TFile(vault, path), 'path', { get: () => ((looks += 1), path) });
  });
  vault.getFiles = () => files;
  const resolver = new LinkResolver(vault);
  const found = files.map((_, i) => resolver.resolve(`n${String(i + 1)}`, `f${String(i % 100)}/n${String(i)}.md`));
  expect(looks).toBeLessThan(10 * files.length); // each link against each note would be a hundred million
  expect(found.map((file) => file?.name)).toEqual([...files.slice(1).map(({ name }) => name), undefined]);
});
