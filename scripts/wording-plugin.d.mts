import type { Plugin } from 'esbuild';

export function wordingModule(text: string): Promise<string>;
export const wordingPlugin: Plugin;
