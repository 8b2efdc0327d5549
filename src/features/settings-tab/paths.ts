import type { Wordings } from '../../i18n';

/** Characters that some system forbids in names of files, or that Obsidian reads as part of a link. */
const FORBIDDEN = /[\\:*?"<>|#^[\]]/;

/** What is wrong with a path inside the vault; undefined where nothing is, or nothing is written. */
export function pathProblem(path: string, t: Wordings['settings']): string | undefined {
  const forbidden = FORBIDDEN.exec(path);
  if (forbidden !== null) return t.badPath(forbidden[0]);
  if (path.startsWith('/') || path.split('/').includes('..')) return t.outsideVault;
  return undefined;
}
