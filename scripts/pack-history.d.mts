import type { PackFiles } from './texts-plugin.mjs';

export const VERSIONS: number;
export const BUDGET: number;
export function historyOf(
  current: PackFiles,
  earlier: readonly PackFiles[],
  options?: { readonly versions?: number; readonly budget?: number },
): Promise<string | null>;
export function packsOfTags(
  repository: string,
  contentDir: string,
  language: string,
  commits?: readonly string[],
): PackFiles[];
