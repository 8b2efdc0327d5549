import type { Plugin } from 'esbuild';

export function wordingModule(
  text: string,
  group: string,
): Promise<{ readonly code: string; readonly data: Readonly<Record<string, string>> }>;
export const wordingPlugin: Plugin;
