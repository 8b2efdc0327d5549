import { carriedEntry } from '../../../core/bibliography/entry-block';
import { bibFile, isOurBibFile, type Exported, type ExportProblem } from '../../../core/bibliography/export/bib-file';
import { citedIn } from '../../../core/bibliography/export/cited';
import { isPrivateNote, isPrivateText } from '../../../core/private/private-note';
import { citekeyKey } from '../../../core/reading/identifiers';
import type { Source } from '../../../core/reading/types';
import { leadsAstray } from '../../../core/vault/path';
import type { Context } from '../../context';

/** Which sources go into the file. */
export type ExportScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'cited'; readonly path: string };

/** Sources that a scope means; private ones are only counted. */
export interface ChosenSources {
  readonly sources: readonly Source[];
  readonly privateOnes: number;
}

export type ExportResult =
  | {
      readonly ok: true;
      readonly path: string;
      readonly entries: number;
      readonly written: boolean;
      readonly problems: readonly ExportProblem[];
    }
  | { readonly ok: false; readonly reason: ExportFailure; readonly path: string; readonly message: string };

/** `foreign`: the file at the path is not ours, or was changed since. */
export type ExportFailure = 'foreign' | 'bad-name' | 'failed' | 'no-note' | 'no-folder' | 'nothing';

/** Name of the file where none is given; plain letters, since LaTeX on some systems knows no others in names. */
export const BIB_NAME = 'references.bib';

/** The sources of a scope, as they are now; null where its note or folder is not there. */
export async function sourcesOf(ctx: Context, scope: ExportScope): Promise<ChosenSources | null> {
  await ctx.reading.flush();
  const all = ctx.reading.index.sources();
  const chosen =
    scope.kind === 'all' ? all : scope.kind === 'folder' ? inFolder(ctx, scope.path) : await cited(ctx, scope.path);
  if (chosen === null) return null;
  const open = chosen.filter(({ path }) => !isPrivateNote(ctx.app.metadataCache.getCache(path)?.frontmatter ?? {}));
  return { sources: open, privateOnes: chosen.length - open.length };
}

function inFolder(ctx: Context, path: string): readonly Source[] | null {
  const folder = path.replace(/^\/+|\/+$/g, '');
  if (folder !== '' && ctx.app.vault.getFolderByPath(folder) === null) return null;
  return ctx.reading.index.sources().filter((source) => folder === '' || source.path.startsWith(`${folder}/`));
}

/** What a note cites outside of its private lines, the note's own source not among it. */
async function cited(ctx: Context, path: string): Promise<readonly Source[] | null> {
  const file = ctx.app.vault.getFileByPath(path) ?? ctx.app.vault.getFileByPath(`${path}.md`);
  const text = file === null ? null : await ctx.notes.read(file.path);
  if (file === null || text === null) return null;
  const { links, citekeys } = citedIn(text);
  const paths = new Set(links.map((link) => ctx.app.metadataCache.getFirstLinkpathDest(link, file.path)?.path));
  const keys = new Set(citekeys.map(citekeyKey));
  return ctx.reading.index
    .sources()
    .filter(({ path: own, citekey }) => paths.has(own) || (citekey !== null && keys.has(citekeyKey(citekey))));
}

/** Writes the sources of a scope into a file: a new one, or one of ours that nobody changed since. */
export async function exportBib(ctx: Context, scope: ExportScope, file: string): Promise<ExportResult> {
  const path = file.trim().replace(/^\/+/, '');
  const fail = (reason: ExportFailure, at = path, message = ''): ExportResult => ({
    ok: false,
    reason,
    path: at,
    message,
  });
  if (!/[^/.]\.bib$/i.test(path) || leadsAstray(path) !== null) return fail('bad-name');
  const chosen = await sourcesOf(ctx, scope);
  if (chosen === null)
    return scope.kind === 'cited'
      ? fail('no-note', scope.path)
      : fail('no-folder', scope.kind === 'folder' ? scope.path : '');
  if (chosen.sources.length === 0) return fail('nothing');
  const exported: Exported[] = [];
  for (const source of chosen.sources) {
    const note = await ctx.notes.read(source.path);
    if (note !== null && isPrivateText(note, ctx.yaml)) continue;
    exported.push({ source, carried: note === null ? null : carriedEntry(note) });
  }
  if (exported.length === 0) return fail('nothing');
  const { text, problems } = bibFile(exported);
  const done = { ok: true as const, entries: exported.length, problems };
  const made = await ctx.notes.create(path, text);
  if (made.ok) return { ...done, path: made.path, written: true };
  if (made.reason !== 'exists') return fail(made.reason === 'astray' ? 'bad-name' : 'failed', path, made.message);
  const there = made.message;
  const seen = new Set<string>();
  const changed = await ctx.notes.change(there, (now) => {
    seen.add(now);
    return now === text || !isOurBibFile(now) ? null : text;
  });
  if (changed.ok) return { ...done, path: changed.path, written: true };
  if (changed.reason === 'changed')
    return seen.has(text) ? { ...done, path: there, written: false } : fail('foreign', there);
  return fail('failed', there, changed.message);
}

/** What is at a path: nothing, a file of ours that may be made anew, or something that stays. */
export async function stateOfFile(ctx: Context, path: string): Promise<'none' | 'ours' | 'foreign'> {
  if (!(await ctx.notes.exists(path))) return 'none';
  const text = await ctx.notes.read(path);
  return text !== null && isOurBibFile(text) ? 'ours' : 'foreign';
}
