import type { Plugin } from 'esbuild';

export function lean(code: string, declared: readonly string[]): string;
export const leanLuxon: Plugin;
