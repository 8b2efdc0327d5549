import { handInPath, ownHandIn, planHandIn, type HandInPlan } from '../../core/group/handed-in';
import type { IsoWeek } from '../../core/ports';
import { isPrivateNote } from '../../core/private/private-note';
import type { Source } from '../../core/reading/types';
import { addWeeks } from '../../core/time/iso-week';
import { fileNameFor } from '../../core/vault/file-name';
import type { SharedWeek } from '../../offers/reports';
import { spelledAsThere } from '../../platform/spelling';
import type { GroupContext } from './context';
import type { Group } from './group';

/** What becomes of a hand-in, or did. */
export type HandedIn =
  | { readonly ok: true; readonly path: string; readonly written: boolean }
  | { readonly ok: false; readonly error: string };

export interface HandInTarget {
  readonly folder: string;
  readonly member: string;
  readonly week: IsoWeek;
}

/** The week's report as it is handed in: this week's, else last week's, where none is asked for. */
export async function reportToHandIn(
  ctx: GroupContext,
  thisWeek: IsoWeek,
  asked: IsoWeek | null,
): Promise<{ readonly week: IsoWeek; readonly report: SharedWeek } | { readonly error: string }> {
  const t = ctx.i18n.ui.group.refused;
  for (const week of asked === null ? [thisWeek, addWeeks(thisWeek, -1)] : [asked]) {
    const report = await ctx.offers.reports.share(week);
    if (report !== null) return report.isPrivate ? { error: t.private(report.path) } : { week, report };
  }
  return { error: t.noReport(asked ?? thisWeek) };
}

/** Whether an id can be a folder's name everywhere. */
export function isMemberId(id: string): boolean {
  return id !== '' && fileNameFor(id, '') === id;
}

/** What handing in would do, in view of what is there; what is there and cannot be read is nobody's own. */
export async function plannedHandIn(
  ctx: GroupContext,
  group: Group,
  report: SharedWeek,
  target: HandInTarget,
): Promise<{ readonly path: string; readonly plan: HandInPlan }> {
  const path = pathOf(ctx, target);
  const there = (await ctx.notes.exists(path)) ? await ctx.notes.read(path) : null;
  const isUnread = there === null && (await ctx.notes.exists(path));
  return { path, plan: planOf(ctx, group, report, target, isUnread ? '' : there) };
}

export async function handIn(
  ctx: GroupContext,
  group: Group,
  report: SharedWeek,
  target: HandInTarget,
): Promise<HandedIn> {
  const { path, plan } = await plannedHandIn(ctx, group, report, target);
  const t = ctx.i18n.ui.group.refused;
  if (plan.outcome === 'refused') return { ok: false, error: t[plan.reason](path) };
  if (plan.outcome === 'same') return { ok: true, path, written: false };
  const written = (await ctx.notes.exists(path))
    ? await ctx.notes.change(path, (text) => {
        const now = planOf(ctx, group, report, target, text); // it may have changed a moment ago
        return now.outcome === 'write' ? now.text : null;
      })
    : await ctx.notes.create(path, plan.text);
  if (written.ok) return { ok: true, path: written.path, written: true };
  if (written.reason === 'changed' || written.reason === 'exists') return { ok: false, error: t.changed(path) };
  return { ok: false, error: ctx.i18n.ui.report.problem.writing(path, written.message) };
}

/** Whether there is a hand-in that can be taken back. */
export async function mayRecall(ctx: GroupContext, target: HandInTarget): Promise<boolean> {
  const text = await ctx.notes.read(pathOf(ctx, target));
  return text !== null && ownHandIn(text, target.member, target.week, ctx.yaml).ok;
}

/** Takes a hand-in back, on the condition on which it would be replaced. */
export async function recall(ctx: GroupContext, target: HandInTarget, dryRun = false): Promise<HandedIn> {
  const t = ctx.i18n.ui.group.refused;
  const path = pathOf(ctx, target);
  const text = await ctx.notes.read(path);
  if (text === null) return { ok: false, error: t.noHandIn(path) };
  const check = (now: string): ReturnType<typeof ownHandIn> => ownHandIn(now, target.member, target.week, ctx.yaml);
  const own = check(text);
  if (!own.ok) return { ok: false, error: t[own.reason](path) };
  if (dryRun) return { ok: true, path, written: false };
  const removed = await ctx.notes.remove(path, (now) => check(now).ok);
  if (removed.ok) return { ok: true, path, written: true };
  if (removed.reason === 'changed') return { ok: false, error: t.changed(path) };
  return { ok: false, error: ctx.i18n.ui.report.problem.writing(path, removed.message) };
}

function pathOf({ app }: GroupContext, { folder, member, week }: HandInTarget): string {
  return spelledAsThere(app.vault, handInPath(folder, member, week));
}

function planOf(
  ctx: GroupContext,
  group: Group,
  { markdown, links, path }: SharedWeek,
  { member, week }: HandInTarget,
  there: string | null,
): HandInPlan {
  const sources = links.flatMap((link) => sourceAt(ctx, link, path) ?? []);
  return planHandIn({ member, week, today: group.today, body: markdown, sources }, there, ctx.yaml);
}

/** The source that a report's link leads to; null where it is none, or a private note. */
function sourceAt({ app, reading }: GroupContext, link: string, from: string): Source | null {
  const file = app.metadataCache.getFirstLinkpathDest(link, from);
  if (file === null || isPrivateNote(app.metadataCache.getFileCache(file)?.frontmatter)) return null;
  return reading.index.source(file.path);
}
