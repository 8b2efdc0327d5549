import type { TFile } from 'obsidian';
import { mayBePrivateNote } from '../../../core/private/private-note';
import { privateLines } from '../../../core/private/private-lines';
import { MAP_ID, type Pack } from '../../../core/handbook/pack';
import { splitNote } from '../../../core/markdown/frontmatter';
import { setFrontmatter } from '../../../core/markdown/frontmatter-edit';
import { destinationOf, rewriteLinks } from '../../../core/markdown/links';
import { scanNote } from '../../../core/markdown/scan';
import { changedSince, isOther, LIMITS, MANIFEST_FILE, PACK_FILE, type PackFinding } from '../../../core/pack/check';
import { manifestText, type Release } from '../../../core/pack/release';
import { writeZip } from '../../../core/pack/zip';
import type { WriteResult } from '../../../core/ports';
import { compare } from '../../../core/text/compare';
import { asLanguage } from '../../../core/text/language';
import { checkVaultPath, foldedPath, folderOf, joinPath, noteName } from '../../../core/vault/path';
import { isInPack, packFolders } from '../../../platform/pack-folders';
import type { PackBytes } from '../../../platform/pack-source';
import { FieldsModal } from '../../../ui/form/fields-modal';
import { PickModal } from '../../../ui/pick';
import type { ResultGroup } from '../../../ui/result-list';
import type { Context } from '../../context';
import type { Handbook } from '../handbook';
import { ResultModal } from '../result-modal';
import { adviceGroup, findingLines, showFindings } from './add';
import { asReleased, check, loadPack, utf8, type Draft } from './load';

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
        folder: { label: t.folderField, value: 'Packs/' },
        from: { label: t.fromField, placeholder: t.fromPlaceholder },
      },
      run: async (input) => {
        const problem = await makePack(ctx, handbook, input);
        if (problem !== null) ctx.notify.warn(problem);
        return problem === null;
      },
    }),
  );
}

interface StartedNote {
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

/** Files that notes of a pack embed, by where each is to lie there. */
type Embedded = Map<string, TFile>;

/** Answers in words why it cannot. */
async function makePack(
  ctx: Context,
  handbook: Handbook,
  input: Readonly<Record<Field, string>>,
): Promise<string | null> {
  const { packs: t, handbook: h } = ctx.i18n.ui;
  const [name = '', language = '', from = ''] = [input.name, input.language, input.from].map((text) =>
    text.trim().replace(/^\/+|\/+$/g, ''),
  );
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) return t.badName;
  if (name === ctx.packs.name('en')) return t.findings['own-name'](name);
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return h.packProblems['unknown-language'](language);
  const at = checkVaultPath(input.folder.replace(/\/$/, `/${name}`));
  if (!at.ok) return h.folderProblems[at.problem](input.folder, at.part);
  if (at.path === '') return h.packProblems.missing(t.folderField);
  const folder = at.path;
  const isWithin = (one: string, other: string): boolean => `${one}/`.startsWith(`${other}/`);
  if (isInPack(ctx.app.vault, folder) || (from !== '' && (isWithin(folder, from) || isWithin(from, folder)))) {
    return t.hasPack(folder);
  }
  const embedded: Embedded = new Map();
  const notes = from === '' ? await ofHandbook(ctx, handbook) : await ofFolder(ctx, from, language, embedded);
  if (typeof notes === 'string') return notes;
  const left: PackFinding[] = [];
  const pictures: [string, Uint8Array][] = [];
  let all = 0;
  for (const [place, { path, stat }] of embedded) {
    const code = isOther(path) ? all + stat.size > LIMITS.all && 'too-large' : 'kind';
    if (code !== false) left.push({ file: path, line: null, code, value: `${String(Math.ceil(stat.size / 1e6))} MB` });
    else {
      const bytes = await ctx.notes.readBytes(path);
      if (bytes === null) return h.unread(path);
      all += stat.size;
      pictures.push([place, bytes]);
    }
  }
  const head = { pack: name, version: 1, language, title: input.title.trim() || name };
  const list = notes.map(({ id, path }) => ({ id, path, since: 1 }));
  const manifest = ctx.yaml.stringify({ ...head, notes: list });
  // The list first: notes in the folder of a pack are nobody's handbook yet.
  const listed = await ctx.notes.create(joinPath(folder, PACK_FILE), manifest);
  const isOurs = !listed.ok && (await ctx.notes.read(joinPath(folder, PACK_FILE))) === manifest; // begun before
  if (!listed.ok && !isOurs) {
    return listed.reason === 'exists' ? t.hasPack(listed.message) : failed(ctx, PACK_FILE, listed);
  }
  const texts = notes.map(({ id, path, text }): [string, string] => {
    const keys = { handbook: name, 'handbook-id': id, 'handbook-lang': language, 'handbook-version': 1 };
    return [path, setFrontmatter(text, keys, ctx.yaml) ?? text];
  });
  for (const [path, one] of [...texts, ...pictures]) {
    const place = joinPath(folder, path);
    const result = await (typeof one === 'string' ? ctx.notes.create(place, one) : ctx.notes.createBytes(place, one));
    if (!result.ok && result.reason !== 'exists') return failed(ctx, path, result);
  }
  ctx.notify.warn([t.made(folder, notes.length), ...findingLines(ctx, left)].join('\n'));
  return null;
}

async function ofHandbook(ctx: Context, handbook: Handbook): Promise<readonly StartedNote[] | string> {
  await ctx.packs.prepare();
  const read = handbook.pack(ctx.places.language());
  return read.ok ? read.pack.notes : read.error;
}

/** Notes of the vault as they are, but for what is private; with a map that leads to each. */
async function ofFolder(
  ctx: Context,
  from: string,
  language: string,
  embedded: Embedded,
): Promise<readonly StartedNote[] | string> {
  const { content, packs: t } = ctx.i18n.in(asLanguage(language));
  const top = content.folders.handbook;
  const under = `${from}/`;
  const notes: StartedNote[] = [];
  /** A file beside notes under the one name by which embeds find it wherever the pack is set up. */
  const nameInPack = (file: TFile): string => {
    let name = foldedPath(file.name);
    while ((embedded.get(joinPath(top, name)) ?? file) !== file) name = `1-${name}`;
    embedded.set(joinPath(top, name), file);
    return name;
  };
  for (const { path } of ctx.app.vault.getMarkdownFiles().sort((a, b) => compare(a.path, b.path))) {
    const text = path.startsWith(under) ? await ctx.notes.read(path) : null;
    if (text === null || mayBePrivateNote(text) || isInPack(ctx.app.vault, path)) continue;
    const lines = scanNote(text);
    const hidden = privateLines(lines);
    const open = text.split('\n').filter((_, line) => !hidden.has(line));
    const linked = rewriteLinks(open.join('\n'), (link) => {
      const file = link.external ? null : ctx.app.metadataCache.getFirstLinkpathDest(link.path, path);
      if (file === null) return null;
      const isNote = file.extension === 'md';
      // A note is found by its name alone, too.
      if (isNote ? !link.path.includes('/') || !file.path.startsWith(under) : !link.embed) return null;
      return destinationOf(link, isNote ? joinPath(top, file.path.slice(under.length)) : nameInPack(file));
    });
    const rest = path.slice(under.length);
    const id = rest.replace(/\.md$/i, '');
    notes.push({
      id: id === MAP_ID ? `${id}-1` : id,
      path: joinPath(top, rest),
      text: titled(linked, noteName(path)),
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

/** Asks for the folder of a draft, where there are several, and looks at it as a release would leave it. */
function pickOwn(ctx: Context, name: string, then: (folder: string, draft: Draft) => void): void {
  const { packs: t } = ctx.i18n.ui;
  const folders = packFolders(ctx.app.vault).sort(compare);
  const onPick = async (folder: string): Promise<void> => {
    const loaded = await loadPack(ctx, folder, ctx.network.open([]));
    if (typeof loaded === 'string') ctx.notify.warn(loaded);
    else then(folder, await asReleased(loaded, folder, ctx));
  };
  const [only = ''] = folders;
  if (folders.length === 0) ctx.notify.info(t.noPacks);
  else if (folders.length === 1) void onPick(only);
  else {
    const text = (folder: string): string => folder;
    const pick = { name, placeholder: t.folderField, items: folders, text, onPick: (one: string) => void onPick(one) };
    ctx.dialogs.open(new PickModal(ctx.app, pick));
  }
}

/** Says what is wrong with a pack. */
export function openCheck(ctx: Context): void {
  pickOwn(ctx, ctx.i18n.ui.packs.commandCheck, (folder, draft) => {
    showFindings(ctx, check(ctx, draft), folder);
  });
}

/** Shows the next version of a pack, and writes it once its author says so. */
export function openRelease(ctx: Context): void {
  pickOwn(ctx, ctx.i18n.ui.packs.commandRelease, (folder, draft) => {
    const { packs: t, common, handbook } = ctx.i18n.ui;
    const { release } = draft;
    const checked = check(ctx, draft);
    const { pack } = checked;
    if (release === null || pack === null) {
      showFindings(ctx, checked, folder);
      return;
    }
    if (!release.isNew) {
      ctx.notify.info(handbook.upToDate(release.version - 1));
      return;
    }
    const { moved, released } = release;
    const left = Object.values(moved);
    const kindOf = (path: string): ResultGroup['outcome'] =>
      draft.bytes.has(path)
        ? Object.hasOwn(released, moved[path] ?? path)
          ? 'updated'
          : 'created'
        : left.includes(path)
          ? 'unchanged' // told where it is now
          : 'deleted';
    const changed = changedSince({ version: 0, files: released }, draft.files).sort(compare);
    const group = (outcome: ResultGroup['outcome'], title: string): ResultGroup => ({
      outcome,
      title,
      hint: '',
      open: true,
      items: changed.flatMap((path) => {
        const text = moved[path] === undefined ? '' : ` ← ${moved[path]}`;
        return kindOf(path) === outcome ? { path: joinPath(folder, path), exists: outcome !== 'deleted', text } : [];
      }),
    });
    ctx.dialogs.open(
      new ResultModal(ctx, () => ({
        title: t.releaseTitle(pack.title, release.version),
        lead: t.releaseLead,
        groups: [
          adviceGroup(ctx, checked, folder),
          group('deleted', handbook.groupDeleted),
          group('created', t.toAdd),
          group('updated', handbook.plannedUpdated),
        ],
        buttons: [
          { label: common.cancel },
          { label: t.release, kind: 'cta', run: () => writeRelease(ctx, folder, release, draft, pack) },
        ],
      })),
    );
  });
}

function failed({ i18n }: Context, path: string, { reason, message }: WriteResult & { readonly ok: false }): string {
  const { after, failReasons } = i18n.ui.handbook;
  return path + after(failReasons[reason](message));
}

/**
 * Writes what was looked at. The manifest comes last, and tells of that: until it is there a release that was stopped is done again,
 * and whatever is changed meanwhile is the next version's.
 */
async function writeRelease(
  ctx: Context,
  folder: string,
  { version, writes }: Release,
  { files, bytes }: PackBytes,
  { name, language }: Pack,
): Promise<void> {
  const { packs: t } = ctx.i18n.ui;
  const manifest = manifestText(version, files);
  const before = await ctx.notes.read(joinPath(folder, MANIFEST_FILE));
  for (const write of [...writes, { path: MANIFEST_FILE, before, after: manifest }]) {
    const path = joinPath(folder, write.path);
    const result = await (write.before === null
      ? ctx.notes.create(path, write.after)
      : ctx.notes.change(path, (text) => (text === write.before ? write.after : null)));
    if (!result.ok) {
      ctx.notify.warn(failed(ctx, path, result));
      return;
    }
  }
  const all = [...bytes, [MANIFEST_FILE, utf8.encode(manifest)] as const].sort(([a], [b]) => compare(a, b));
  const zip = joinPath(folderOf(folder), `${name}-${language}-${String(version)}.zip`);
  const zipped = await ctx.notes.createBytes(
    zip,
    writeZip(all.map(([path, one]) => ({ name: utf8.encode(path), bytes: one }))),
  );
  if (zipped.ok) ctx.notify.info(t.released(zip));
  else ctx.notify.warn(failed(ctx, zip, zipped));
}
