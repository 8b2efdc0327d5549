import type { VaultTree } from './tree';

export interface Stat {
  ctime: number;
  mtime: number;
  size: number;
}

export abstract class TAbstractFile {
  parent: TFolder | null = null;
  name = '';
  constructor(
    readonly vault: VaultTree,
    public path: string,
  ) {
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  stat: Stat = { ctime: 0, mtime: 0, size: 0 };
  basename = '';
  extension = '';
  constructor(vault: VaultTree, path: string) {
    super(vault, path);
    this.setPath(path);
  }

  /** Gives the file its new name; the app keeps the object through a rename. */
  setPath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
    const dot = this.name.lastIndexOf('.');
    this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];
  isRoot(): boolean {
    return this.path === '/';
  }
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder a path lies in; `/` for the vault's root. */
export const parentOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '/');

export const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));
