import type { Plugin } from 'esbuild';

export function interfaceTexts(
  dir: string,
  read?: (file: string) => Promise<string>,
): Promise<{ readonly shape: string; readonly zh: string; readonly en: string }>;
export function wordingPlugin(read?: (file: string) => Promise<string>): Plugin;
