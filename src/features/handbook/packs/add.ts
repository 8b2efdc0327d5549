import { HOME_ID, type Pack } from '../../../core/handbook/pack';
import type { Plan } from '../../../core/handbook/plan';
import { isOther, type CheckedPack, type PackFinding } from '../../../core/pack/check';
import { compare } from '../../../core/text/compare';
import { joinPath } from '../../../core/vault/path';
import { hostOf } from '../../../platform/network';
import { packFolders } from '../../../platform/pack-folders';
import { sha256, type PackBytes } from '../../../platform/pack-source';
import { askHosts } from '../../../ui/ask-hosts';
import { FieldsModal } from '../../../ui/form/fields-modal';
import { openNote } from '../../../ui/open-note';
import { PickModal } from '../../../ui/pick';
import type { ResultGroup, ResultItem } from '../../../ui/result-list';
import type { Context } from '../../context';
import type { Handbook } from '../handbook';
import { showRemovable } from '../remove';
import { ResultModal } from '../result-modal';
import { showPlans } from '../update';
import { readVaultState } from '../vault-state';
import { check, findingText, isAddress, lineText, loadPack, pinOf } from './load';

/** A pack that may be set up, and what that would do. */
export interface Foreseen {
  readonly pack: Pack;
  readonly plan: Plan;
  readonly loaded: PackBytes;
}

/** Asks for a folder, a zip or an address, and shows what adding or updating that pack would do. */
export function openAdd(ctx: Context, handbook: Handbook): void {
  const { packs: t } = ctx.i18n.ui;
  const { vault } = ctx.app;
  const zips = vault.getFiles().flatMap(({ path, extension }) => (extension === 'zip' ? path : []));
  ctx.dialogs.open(
    new PickModal(ctx.app, {
      name: t.commandAdd,
      placeholder: t.pickAdd,
      items: [...packFolders(vault), ...zips.sort(compare), ''],
      text: (from) => (from === '' ? t.address : from),
      onPick: (from) => {
        if (from === '') openAddress(ctx, handbook);
        else void addFrom(ctx, handbook, from);
      },
    }),
  );
}

function openAddress(ctx: Context, handbook: Handbook): void {
  const { packs: t } = ctx.i18n.ui;
  ctx.dialogs.open(
    new FieldsModal(ctx, {
      id: 'pack-address',
      title: t.commandAdd,
      submit: t.look,
      fields: { from: { label: t.addressField, placeholder: 'https://' } },
      run: async ({ from }) => {
        if (isAddress(from.trim())) return addFrom(ctx, handbook, from.trim());
        ctx.notify.warn(t.noSource(from));
        return false;
      },
    }),
  );
}

async function addFrom(ctx: Context, handbook: Handbook, from: string): Promise<boolean> {
  const { packs: t, handbook: h } = ctx.i18n.ui;
  const host = isAddress(from) ? hostOf(from) : null;
  const network = host === null ? ctx.network.open([]) : await askHosts(ctx, [host], t.sent);
  if (network === null) return false;
  const loaded = await loadPack(ctx, from, network);
  if (typeof loaded === 'string') {
    ctx.notify.warn(loaded);
    return false;
  }
  const checked = check(ctx, loaded);
  if (checked.pack === null) {
    showFindings(ctx, checked, isAddress(from) || /\.zip$/i.test(from) ? null : from);
    return true;
  }
  const foreseen = await foresee(ctx, handbook, loaded, checked.pack);
  if (typeof foreseen === 'string') {
    ctx.notify.warn(foreseen);
    return true;
  }
  const { pack, plan } = foreseen;
  const { title, version } = pack;
  const isThere = plan.record !== null;
  await showPlans(ctx, handbook, [plan], {
    kind: isThere ? 'update' : 'set-up',
    words: {
      title: isThere ? t.updateTitle(title, version) : t.addTitle(title),
      lead: isThere ? h.updateLead(h.updateOnSync) : t.addLead(plan.folders.handbook),
      done: t.added(title, version),
      upToDate: t.added(title, version),
    },
    then: async () => {
      for (const problem of await writePictures(ctx, handbook, foreseen)) ctx.notify.warn(problem);
      const first = plan.steps.find(({ id }) => id === HOME_ID)?.path ?? plan.mapPath;
      if (!isThere && first !== null) await openNote(ctx.app, first);
    },
    ...(isThere
      ? {
          button: {
            label: t.remove,
            run: async () => {
              const now = await foresee(ctx, handbook, loaded, pack); // its record may just have been written
              if (typeof now !== 'string') showRemovable(ctx, handbook, [now.plan]);
            },
          },
        }
      : {}),
  });
  return true;
}

/** What setting a checked pack up, or bringing it to its version, would do; in words why it cannot be. */
export async function foresee(
  ctx: Context,
  handbook: Handbook,
  loaded: PackBytes,
  checked: Pack,
): Promise<Foreseen | string> {
  const pack = { ...checked, pin: await pinOf(loaded.files) };
  const planned = handbook.planPack(pack, await readVaultState(ctx, pack.name));
  if (!planned.ok) return planned.error;
  const { plan } = planned;
  const have = plan.record?.packVersion ?? 0;
  return have > pack.version ? ctx.i18n.ui.packs.older(pack.version, have) : { pack, plan, loaded };
}

/**
 * Puts the pack's other files beside its notes: all of them at a set-up, later those that a note that was just written names. One that
 * is there stays. Answers in words what could not be written.
 */
export async function writePictures(ctx: Context, { undo }: Handbook, { plan, loaded }: Foreseen): Promise<string[]> {
  const texts = plan.steps.map((step) => ('after' in step ? step.after : step.kind === 'create' ? step.text : ''));
  const problems: string[] = [];
  const { after, failReasons } = ctx.i18n.ui.handbook;
  for (const [path, bytes] of loaded.bytes) {
    if (!isOther(path)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if ((plan.record?.packVersion ?? 0) > 0 && !texts.some((text) => text.includes(name))) continue;
    const place = joinPath(plan.folders.handbook, path.slice(path.indexOf('/') + 1));
    const result = await ctx.notes.createBytes(place, bytes);
    if (result.ok) undo.add({ before: null, after: await sha256(bytes), ...result });
    else if (result.reason !== 'exists') problems.push(place + after(failReasons[result.reason](result.message)));
  }
  return problems;
}

const items = (ctx: Context, findings: readonly PackFinding[], folder: string | null): ResultItem[] =>
  findings.map((finding) => ({
    path: folder === null ? finding.file : joinPath(folder, finding.file),
    exists: folder !== null,
    text: lineText(finding, ctx) + ctx.i18n.ui.handbook.after(findingText(finding, ctx)),
  }));

/** What an author should look at. `folder`: where the pack lies in the vault, or null. */
export function adviceGroup(ctx: Context, { advice }: CheckedPack, folder: string | null): ResultGroup {
  const title = ctx.i18n.ui.packs.groupAdvice;
  return { outcome: 'outdated', title, hint: '', open: true, items: items(ctx, advice, folder) };
}

export function showFindings(ctx: Context, checked: CheckedPack, folder: string | null): void {
  const { packs: t, handbook } = ctx.i18n.ui;
  const { pack, refused } = checked;
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: pack === null ? t.refusedTitle : t.checkedTitle(pack.title),
      lead: pack === null ? t.refusedLead : t.checkedLead(pack.notes.length),
      groups: [
        { outcome: 'failed', title: t.groupRefused, hint: '', open: true, items: items(ctx, refused, folder) },
        adviceGroup(ctx, checked, folder),
      ],
      buttons: [{ label: handbook.done, kind: 'cta' }],
    })),
  );
}

/** The same as lines of text. */
export function findingLines(ctx: Context, findings: readonly PackFinding[]): string[] {
  return findings.map((finding) => `${finding.file}${lineText(finding, ctx)}: ${findingText(finding, ctx)}`);
}
