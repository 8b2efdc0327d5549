import type { Metafile } from 'esbuild';

export function bundledPackages(metafile: Metafile): string[];
export function notices(metafile: Metafile, root: string): Promise<string>;
