import type { Plugin } from 'esbuild';

export function wordingModule(
  text: string,
  group: string,
): Promise<{ readonly code: string; readonly data: Readonly<Record<string, unknown>> }>;
export function interfaceTexts(
  dir: string,
  read?: (file: string) => Promise<string>,
): Promise<{ readonly shape: string; readonly zh: string; readonly en: string }>;
export function wordingPlugin(read?: (file: string) => Promise<string>): Plugin;
export function writtenOut(data: unknown): string;
export function withoutTexts(code: string): { readonly code: string; readonly texts: readonly string[] };
