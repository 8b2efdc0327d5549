import type { Metafile } from 'esbuild';

export function buildPlugin(how?: {
  readonly outdir?: string;
  readonly minify?: boolean;
  readonly texts?: boolean | 'plain';
  readonly content?: string;
}): Promise<Metafile>;
export function watchPlugin(outdir: string, say?: (line: string) => void): Promise<void>;
