import type { Plugin } from 'esbuild';

export interface PackFiles {
  readonly manifest: string;
  readonly notes: Readonly<Record<string, string>>;
  readonly history?: string;
}

export function readPacks(contentDir: string): Promise<Record<string, PackFiles>>;
export function readCourses(dir: string): Promise<readonly (readonly [name: string, text: string])[]>;
export function readPack(dir: string): Promise<PackFiles | null>;
export function shippedTexts(
  contentDir: string,
  i18nDir?: string,
): Promise<{ readonly start: string; readonly notes: string }>;
export function textsPlugin(
  contentDir: string,
  how?: { readonly plain?: boolean; readonly i18nDir?: string; readonly later?: (texts: string) => string },
): Plugin;
