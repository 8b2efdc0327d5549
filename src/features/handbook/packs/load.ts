import { checkPack, MANIFEST_FILE, PACK_FILE, type CheckedPack, type PackFile } from '../../../core/pack/check';
import type { PackFinding } from '../../../core/pack/check';
import { planRelease, twinsMissing, type Release } from '../../../core/pack/release';
import type { Network } from '../../../core/ports';
import { compare } from '../../../core/text/compare';
import { packFolders } from '../../../platform/pack-folders';
import { packFile, packInFolder, packInZip, sha256, type NoPack, type PackBytes } from '../../../platform/pack-source';
import { failureWords } from '../../../ui/ask-hosts';
import type { Context } from '../../context';

export const utf8 = new TextEncoder();

export const isAddress = (from: string): boolean => /^https:\/\//i.test(from);

/** The files of a pack by where it is; in words why there are none. */
export async function loadPack(ctx: Context, from: string, network: Network): Promise<PackBytes | string> {
  const { packs: t, network: n, handbook } = ctx.i18n.ui;
  const sources = { ...t.sources, unread: handbook.unread };
  const said = (loaded: PackBytes | NoPack): PackBytes | string =>
    'problem' in loaded ? sources[loaded.problem](loaded.name) : loaded;
  if (isAddress(from)) {
    const answer = await network.ask({ url: from, seconds: 60 });
    if (!answer.ok) return failureWords(answer, n);
    return said(await packInZip(answer.bytes ?? new Uint8Array(), from));
  }
  const path = from.replace(/^\/+|\/+$/g, '');
  if (ctx.app.vault.getFolderByPath(path) !== null && path !== '')
    return said(await packInFolder(ctx.app, ctx.notes, path));
  const zip = /\.zip$/i.test(path) ? await ctx.notes.readBytes(path) : null;
  return zip === null ? t.noSource(from) : said(await packInZip(zip, path));
}

/** Checks a pack; one with the name of the plugin's own handbook would be taken for that. */
export function check(ctx: Context, { files, release }: PackBytes & Partial<Draft>): CheckedPack {
  const checked = checkPack(files, ctx.yaml);
  const name = checked.pack?.name ?? '';
  return name === ctx.packs.name('en')
    ? { ...checked, pack: null, refused: [{ file: PACK_FILE, line: null, code: 'own-name', value: name }] }
    : { ...checked, advice: [...checked.advice, ...(release?.advice ?? [])] };
}

/** What tells one pack of a version from another: the hash of what its files are. */
export function pinOf(files: readonly PackFile[]): Promise<string> {
  const lines = files.flatMap(({ path, sha256: hash }) => (path === MANIFEST_FILE ? [] : `${path}\0${hash}\n`));
  return sha256(utf8.encode(lines.sort(compare).join('')));
}

/** A draft in a folder of the vault as a release would leave it but for the manifest, and that release; null where it is no pack. */
export interface Draft extends PackBytes {
  readonly release: Release | null;
}

export async function asReleased({ files, bytes }: PackBytes, folder: string, ctx: Context): Promise<Draft> {
  const release = planRelease(files, ctx.yaml, folder);
  if (release === 'no-yaml') return { files, bytes, release: null };
  for (const there of packFolders(ctx.app.vault)) {
    const loaded = await packInFolder(ctx.app, ctx.notes, there);
    const other = 'problem' in loaded ? 'no-yaml' : planRelease(loaded.files, ctx.yaml, there);
    if (other !== 'no-yaml' && other.name === release.name && other.language !== release.language)
      release.advice.push(...twinsMissing(release, other, [folder, there]));
  }
  const written = await Promise.all(release.writes.map(({ path, after }) => packFile(path, utf8.encode(after))));
  const paths = new Set([...written.map(({ path }) => path), MANIFEST_FILE]);
  const after = new Map([
    ...bytes,
    ...release.writes.map(({ path, after: text }) => [path, utf8.encode(text)] as const),
  ]);
  after.delete(MANIFEST_FILE);
  return { files: [...files.filter(({ path }) => !paths.has(path)), ...written], bytes: after, release };
}

/** A finding as a line for people. */
export function findingText({ code, value }: PackFinding, { i18n }: Context): string {
  const { packs, handbook } = i18n.ui;
  const all: Partial<Record<string, (value: string) => string>> = { ...handbook.packProblems, ...packs.findings };
  return all[code]?.(value) ?? '';
}

/** Where it is in its file; empty where it is about the whole. */
export const lineText = ({ line }: PackFinding, { i18n }: Context): string =>
  line === null ? '' : i18n.ui.packs.onLine(line + 1);
