import type { Plugin } from 'esbuild';

export interface PackFiles {
  readonly manifest: string;
  readonly notes: Readonly<Record<string, string>>;
  readonly history?: string;
}

export function readPacks(contentDir: string): Promise<Record<string, PackFiles>>;
export function readPack(dir: string): Promise<PackFiles | null>;
export function handbookNotes(contentDir: string): Promise<string>;
export function packPlugin(
  contentDir: string,
  how?: { readonly plain?: boolean; readonly later?: (packs: string) => string },
): Plugin;
