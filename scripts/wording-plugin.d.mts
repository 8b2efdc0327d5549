import type { Plugin } from 'esbuild';

export function wordingModule(
  text: string,
  group: string,
): Promise<{ readonly code: string; readonly data: Readonly<Record<string, unknown>> }>;
export const wordingPlugin: Plugin;
export function writtenOut(data: unknown): string;
