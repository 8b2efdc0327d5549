import { parentOf, type TAbstractFile, TFile } from '../vault/files';
import type { Vault } from '../vault/vault';

/** Finds the note a link means: by full path, or by the end of it; the note's own folder first, then the shortest path. */
export class LinkResolver {
  private names: Map<string, TFile[]> | null = null;

  constructor(private readonly vault: Vault) {}

  resolve(link: string, sourcePath: string): TFile | null {
    if (link === '') return this.vault.getFileByPath(sourcePath);
    const wanted = relative(link, sourcePath).toLowerCase();
    const last = wanted.slice(wanted.lastIndexOf('/') + 1);
    const names = this.index();
    const candidates = [...(names.get(`${last}.md`) ?? []), ...(names.get(last) ?? [])];
    const hits = candidates.filter((file) => {
      const path = file.path.toLowerCase();
      return [wanted, `${wanted}.md`].some((w) => path === w || path.endsWith(`/${w}`));
    });
    const exact = hits.find((file) => [wanted, `${wanted}.md`].includes(file.path.toLowerCase()));
    if (exact !== undefined && wanted.includes('/')) return exact;
    const folder = parentOf(sourcePath);
    const rank = (file: TFile): [number, number] => [parentOf(file.path) === folder ? 0 : 1, file.path.length];
    hits.sort((a, b) => {
      const [nearA, longA] = rank(a);
      const [nearB, longB] = rank(b);
      return nearA - nearB || longA - longB || (a.path < b.path ? -1 : 1);
    });
    return hits[0] ?? null;
  }

  /** The shortest link that means the file from there. */
  linktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    const bare = omitMdExtension && file.extension === 'md';
    const name = bare ? file.basename : file.name;
    if (this.resolve(name, sourcePath) === file) return name;
    return bare ? file.path.slice(0, -3) : file.path;
  }

  added(file: TAbstractFile): void {
    if (this.names === null || !(file instanceof TFile)) return;
    const name = file.name.toLowerCase();
    this.names.set(name, [...(this.names.get(name) ?? []), file]);
  }

  changed(): void {
    this.names = null;
  }

  private index(): Map<string, TFile[]> {
    if (this.names === null) {
      this.names = new Map();
      for (const file of this.vault.getFiles()) {
        const name = file.name.toLowerCase();
        const known = this.names.get(name);
        if (known === undefined) this.names.set(name, [file]);
        else known.push(file);
      }
    }
    return this.names;
  }
}

/** `./x` and `../x` are meant from the note's folder; a leading slash from the vault's root. */
function relative(link: string, sourcePath: string): string {
  if (!link.startsWith('./') && !link.startsWith('../')) return link.replace(/^\//, '');
  const folder = parentOf(sourcePath);
  const parts = folder === '/' ? [] : folder.split('/');
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
