import { Platform } from 'obsidian';
import type { ReadItems } from '../../../core/bibliography/item';
import { readBibliography } from '../../../core/bibliography/read';
import {
  localServer,
  webServer,
  ZoteroClient,
  type Answered,
  type ItemSource,
  type ZoteroLibrary,
  type ZoteroScope,
  type ZoteroServer,
} from '../../../core/bibliography/zotero/client';
import type { FailedRequest, Network } from '../../../core/ports';
import { failureWords } from '../../../ui/ask-hosts';
import { decodedText } from '../import/file-text';
import type { ImportContext } from '../import/run';

/** Path of the file that is read instead of asking Zotero; null where none is named. */
export function keptFile({ settings }: ImportContext): string | null {
  return settings.values.zoteroFile.trim().replace(/^\/+/, '') || null;
}

/**
 * Where items come from, as the settings and the device have it; in words what is missing.
 *
 * @param way - the way to a server, once it may be asked; null where it may not
 */
export async function openSource(
  ctx: ImportContext,
  way: (server: ZoteroServer) => Promise<Network | null>,
): Promise<ItemSource | string | null> {
  const path = keptFile(ctx);
  if (path !== null) return fileSource(ctx, path);
  const { zoteroKey, zoteroPort } = ctx.settings.values;
  const key = Platform.isMobile ? ctx.device.secret(zoteroKey.trim()) : '';
  if (key === null || (Platform.isMobile && key === '')) return ctx.i18n.ui.zotero.problems.noKey;
  const server = key === '' ? localServer(zoteroPort) : webServer(key);
  const network = await way(server);
  return network === null ? null : new ZoteroClient(server, network, (failed) => problemWords(ctx, failed));
}

const OWN: ZoteroLibrary = { id: 'library', path: '', name: null };

/** The file that Better BibTeX keeps: one library, without collections. */
function fileSource(ctx: ImportContext, path: string): ItemSource {
  const z = ctx.i18n.ui.zotero;
  const items = async (scope: ZoteroScope): Promise<Answered<ReadItems>> => {
    const file = ctx.app.vault.getFileByPath(path);
    const read = file === null ? null : readBibliography(decodedText(await ctx.app.vault.readBinary(file)));
    if (read === null) return { ok: false, error: z.noFile(path) };
    if (scope.kind === 'all') return { ok: true, value: read };
    const words = scope.kind === 'query' ? scope.query.toLowerCase().split(/\s+/) : [];
    const wanted = read.items.filter(({ draft: { title, authors, year, citekey } }) => {
      if (scope.kind === 'key') return citekey === scope.key;
      const text = [title, ...authors, year].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return { ok: true, value: { items: wanted, failures: [], skipped: [] } };
  };
  return {
    where: path,
    isFile: true,
    libraries: () => Promise.resolve({ ok: true, value: [OWN] }),
    collections: () => Promise.resolve({ ok: true, value: [] }),
    items: (_library, scope) => items(scope),
    about: async () => {
      const read = await items({ kind: 'all' });
      return read.ok ? { ok: true, value: { name: path, items: read.value.items.length, groups: 0 } } : read;
    },
  };
}

/** What is wrong with the connection, and how to mend it. */
function problemWords(ctx: ImportContext, failed: FailedRequest): string {
  const { zotero, network } = ctx.i18n.ui;
  const { problems } = zotero;
  const { failure, status, text = '', host } = failed;
  const isLocal = host.startsWith('127.0.0.1');
  if (isLocal && failure === 'unreachable') return problems.closed;
  if (status === 403) return !isLocal ? problems.badKey : /not enabled/i.test(text) ? problems.off : problems.refused;
  if (status === 404) return isLocal && /no endpoint/i.test(text) ? problems.old : problems.gone;
  return failureWords(failed, network);
}
