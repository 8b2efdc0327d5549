import { mayBePrivateNote } from '../../../core/private/private-note';
import { privateLines } from '../../../core/private/private-lines';
import { MAP_ID, type Pack } from '../../../core/handbook/pack';
import { splitNote } from '../../../core/markdown/frontmatter';
import { setFrontmatter } from '../../../core/markdown/frontmatter-edit';
import { scanNote } from '../../../core/markdown/scan';
import { MANIFEST_FILE, PACK_FILE } from '../../../core/pack/check';
import { manifestText, planRelease, type Release } from '../../../core/pack/release';
import { writeZip } from '../../../core/pack/zip';
import type { WriteResult } from '../../../core/ports';
import { compare } from '../../../core/text/compare';
import { asLanguage } from '../../../core/text/language';
import { checkVaultPath, folderOf, joinPath, noteName } from '../../../core/vault/path';
import { packFolders } from '../../../platform/pack-folders';
import { packInFolder } from '../../../platform/pack-source';
import { FieldsModal } from '../../../ui/form/fields-modal';
import { PickModal } from '../../../ui/pick';
import type { Context } from '../../context';
import type { Handbook } from '../handbook';
import { pathGroup } from '../result-groups';
import { ResultModal } from '../result-modal';
import { showFindings } from './add';
import { asReleased, check } from './load';

type Field = 'name' | 'title' | 'language' | 'folder' | 'from';

/** Asks for what a pack needs, and makes one in a folder of the vault that its author goes on with. */
export function openNew(ctx: Context, handbook: Handbook): void {
  const { packs: t } = ctx.i18n.ui;
  ctx.dialogs.open(
    new FieldsModal<Field>(ctx, {
      id: 'pack',
      title: t.commandNew,
      submit: t.begin,
      fields: {
        name: { label: t.nameField, placeholder: t.namePlaceholder },
        title: { label: t.titleField },
        language: { label: t.languageField, value: ctx.places.language() },
        folder: { label: t.folderField },
        from: { label: t.fromField, placeholder: t.fromPlaceholder },
      },
      run: async (input) => {
        const made = await makePack(ctx, handbook, input);
        if (typeof made === 'string') ctx.notify.warn(made);
        else ctx.notify.info(t.made(made.folder, made.count));
        return typeof made !== 'string';
      },
    }),
  );
}

interface StartedNote {
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

async function makePack(
  ctx: Context,
  handbook: Handbook,
  input: Readonly<Record<Field, string>>,
): Promise<{ readonly folder: string; readonly count: number } | string> {
  const { packs: t, handbook: h } = ctx.i18n.ui;
  const [name = '', language = '', from = ''] = [input.name, input.language, input.from].map((text) => text.trim());
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) return t.badName;
  if (name === ctx.packs.name('en')) return t.findings['own-name'](name);
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return h.packProblems['unknown-language'](language);
  const at = checkVaultPath(input.folder);
  if (!at.ok) return h.folderProblems[at.problem](input.folder, at.part);
  if (at.path === '') return h.packProblems.missing(t.folderField);
  const folder = at.path;
  const notes = from === '' ? await ofHandbook(ctx, handbook) : await ofFolder(ctx, from, language);
  if (typeof notes === 'string') return notes;
  const head = { pack: name, version: 1, language, title: input.title.trim() || name };
  const list = notes.map(({ id, path }) => ({ id, path, since: 1 }));
  const manifest = ctx.yaml.stringify({ ...head, notes: list });
  // The list first: notes in the folder of a pack are nobody's handbook yet.
  const listed = await ctx.notes.create(joinPath(folder, PACK_FILE), manifest);
  const isOurs = !listed.ok && (await ctx.notes.read(joinPath(folder, PACK_FILE))) === manifest; // begun before
  if (!listed.ok && !isOurs) {
    return listed.reason === 'exists' ? t.hasPack(listed.message) : failed(ctx, PACK_FILE, listed);
  }
  for (const { id, path, text } of notes) {
    const keys = { handbook: name, 'handbook-id': id, 'handbook-lang': language, 'handbook-version': 1 };
    const result = await ctx.notes.create(joinPath(folder, path), setFrontmatter(text, keys, ctx.yaml) ?? text);
    if (!result.ok && result.reason !== 'exists') return failed(ctx, path, result);
  }
  return { folder, count: notes.length };
}

async function ofHandbook(ctx: Context, handbook: Handbook): Promise<readonly StartedNote[] | string> {
  await ctx.packs.prepare();
  const read = handbook.pack(ctx.places.language());
  return read.ok ? read.pack.notes : read.error;
}

/** Notes of the vault as they are, but for what is private; with a map that leads to each. */
async function ofFolder(ctx: Context, from: string, language: string): Promise<readonly StartedNote[] | string> {
  const { content, packs: t } = ctx.i18n.in(asLanguage(language));
  const top = content.folders.handbook;
  const under = `${from.replace(/^\/+|\/+$/g, '')}/`;
  const notes: StartedNote[] = [];
  for (const { path } of ctx.app.vault.getMarkdownFiles().sort((a, b) => compare(a.path, b.path))) {
    const text = path.startsWith(under) ? await ctx.notes.read(path) : null;
    if (text === null || mayBePrivateNote(text)) continue;
    const lines = scanNote(text);
    const hidden = privateLines(lines);
    const open = text.split('\n').filter((_, line) => !hidden.has(line));
    const rest = path.slice(under.length);
    const id = rest.replace(/\.md$/i, '');
    notes.push({
      id: id === MAP_ID ? `${id}-1` : id,
      path: joinPath(top, rest),
      text: titled(open.join('\n'), noteName(path)),
    });
  }
  if (notes.length === 0) return ctx.i18n.ui.handbook.packProblems['no-notes'](from);
  const links = notes.map(({ path }) => `- [[${path.replace(/\.md$/i, '')}|${noteName(path)}]]\n`);
  return [{ id: MAP_ID, path: joinPath(top, `${t.map}.md`), text: `# ${t.map}\n\n${links.join('')}` }, ...notes];
}

/** A note with a heading of the first level, which every note of a pack has. */
function titled(text: string, name: string): string {
  const { body } = splitNote(text);
  if (/^# +\S/m.test(body)) return text;
  return `${text.slice(0, text.length - body.length)}# ${name}\n\n${body.trimStart()}`;
}

/** Asks for the folder of a pack, where there are several. */
function pickOwn(ctx: Context, name: string, onPick: (folder: string) => Promise<void>): void {
  const { packs: t } = ctx.i18n.ui;
  const [first, ...more] = packFolders(ctx.app.vault);
  if (first === undefined) ctx.notify.info(t.noPacks);
  else if (more.length === 0) void onPick(first);
  else {
    const items = [first, ...more].sort(compare);
    const pick = {
      name,
      placeholder: t.folderField,
      items,
      text: (folder: string) => folder,
      onPick: (folder: string) => void onPick(folder),
    };
    ctx.dialogs.open(new PickModal(ctx.app, pick));
  }
}

/** Says what is wrong with a pack, as a release would leave it. */
export function openCheck(ctx: Context): void {
  pickOwn(ctx, ctx.i18n.ui.packs.commandCheck, async (folder) => {
    const loaded = await packInFolder(ctx.app, ctx.notes, folder);
    if ('problem' in loaded) return;
    showFindings(ctx, check(ctx, await asReleased(loaded, ctx)), folder);
  });
}

/** Shows the next version of a pack, and writes it once its author says so. */
export function openRelease(ctx: Context): void {
  pickOwn(ctx, ctx.i18n.ui.packs.commandRelease, async (folder) => {
    const { packs: t, common } = ctx.i18n.ui;
    const loaded = await packInFolder(ctx.app, ctx.notes, folder);
    if ('problem' in loaded) return;
    const release = planRelease(loaded.files, ctx.yaml);
    const checked = check(ctx, await asReleased(loaded, ctx));
    if (release === 'no-yaml' || checked.pack === null) {
      showFindings(ctx, checked, folder);
      return;
    }
    if (!release.isNew) {
      ctx.notify.info(ctx.i18n.ui.handbook.upToDate(release.version - 1));
      return;
    }
    const { pack } = checked;
    const paths = release.writes.map(({ path }) => joinPath(folder, path));
    ctx.dialogs.open(
      new ResultModal(ctx, () => ({
        title: t.releaseTitle(pack.title, release.version),
        lead: t.releaseLead,
        groups: [pathGroup('updated', ctx.i18n.ui.handbook.plannedUpdated, paths)],
        buttons: [
          { label: common.cancel },
          { label: t.release, kind: 'cta', run: () => writeRelease(ctx, folder, release, pack) },
        ],
      })),
    );
  });
}

function failed({ i18n }: Context, path: string, { reason, message }: WriteResult & { readonly ok: false }): string {
  const { after, failReasons } = i18n.ui.handbook;
  return path + after(failReasons[reason](message));
}

/** The manifest last: until it is there, a release that was stopped is done again. */
async function writeRelease(
  ctx: Context,
  folder: string,
  release: Release,
  { name, version, language }: Pack,
): Promise<void> {
  const { packs: t } = ctx.i18n.ui;
  const write = (path: string, before: string | null, after: string): Promise<WriteResult> =>
    before === null
      ? ctx.notes.create(joinPath(folder, path), after)
      : ctx.notes.change(joinPath(folder, path), (text) => (text === before ? after : null));
  const fail = (path: string, result: WriteResult & { readonly ok: false }): void => {
    ctx.notify.warn(failed(ctx, path, result));
  };
  for (const { path, before, after } of release.writes) {
    const result = await write(path, before, after);
    if (!result.ok) {
      fail(path, result);
      return;
    }
  }
  const { files } = await filesOf(ctx, folder);
  const before = files.find(({ path }) => path === MANIFEST_FILE)?.text ?? null;
  const pinned = await write(MANIFEST_FILE, before, manifestText(version, files));
  if (!pinned.ok) {
    fail(MANIFEST_FILE, pinned);
    return;
  }
  const { bytes } = await filesOf(ctx, folder);
  const utf8 = new TextEncoder();
  const sorted = [...bytes].sort(([a], [b]) => compare(a, b));
  const zip = joinPath(folderOf(folder), `${name}-${language}-${String(version)}.zip`);
  const zipped = await ctx.notes.createBytes(
    zip,
    writeZip(sorted.map(([path, one]) => ({ name: utf8.encode(path), bytes: one }))),
  );
  if (zipped.ok) ctx.notify.info(t.released(zip));
  else fail(zip, zipped);
}

async function filesOf(
  ctx: Context,
  folder: string,
): Promise<Exclude<Awaited<ReturnType<typeof packInFolder>>, { problem: unknown }>> {
  const loaded = await packInFolder(ctx.app, ctx.notes, folder);
  return 'problem' in loaded ? { files: [], bytes: new Map() } : loaded;
}
