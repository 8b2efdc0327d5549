import { agendaText } from '../../core/group/agenda';
import type { MemberState, Said } from '../../core/group/week';
import type { IsoWeek } from '../../core/ports';
import { daysOfWeek } from '../../core/time/iso-week';
import { checkVaultPath } from '../../core/vault/path';
import type { CliOutcome } from '../../platform/cli';
import { spelledAsThere } from '../../platform/spelling';
import type { GroupContext } from './context';
import { takeFeedback } from './feedback';
import type { Group } from './group';
import { handIn, isMemberId, plannedHandIn, recall, reportToHandIn } from './hand-in';
import { agendaWords, quietMembers, remarksOn } from './texts';

type Failed = Extract<CliOutcome, { readonly ok: false }>;
type HandInFlag = 'week' | 'to' | 'member' | 'recall' | 'dry-run';

export function registerGroupCli(ctx: GroupContext, group: Group): void {
  const t = ctx.i18n.ui.group.cli;
  const week = { value: '<2026-W32>', description: t.week };
  ctx.cli.register<HandInFlag>({
    name: 'handin',
    description: t.handin,
    flags: {
      week,
      to: { value: '<folder>', description: t.to },
      member: { value: '<id>', description: t.member },
      recall: { description: t.recall },
      'dry-run': { description: t.dryRun },
    },
    run: (flags) => handInByCli(ctx, group, flags),
  });
  ctx.cli.register({
    name: 'feedback',
    description: t.feedback,
    flags: { week },
    run: async (flags) => {
      const asked = weekFlag(ctx, flags.week);
      if (!asked.ok) return asked;
      const taken = await takeFeedback(ctx, group, asked.week);
      if (!taken.ok) return taken;
      const { path, added } = taken;
      const { taken: say, noneTaken } = ctx.i18n.ui.group;
      return { ok: true, text: added === 0 || path === null ? noneTaken : say(added, path), json: { path, added } };
    },
  });
  ctx.cli.register({
    name: 'group',
    description: t.group,
    flags: { week, folder: { value: '<folder>', description: t.to } },
    run: (flags) => showWeek(ctx, group, flags.week, flags.folder),
  });
}

async function handInByCli(
  ctx: GroupContext,
  group: Group,
  flags: Readonly<Partial<Record<HandInFlag, string>>>,
): Promise<CliOutcome> {
  const { group: t } = ctx.i18n.ui;
  const asked = weekFlag(ctx, flags.week);
  if (!asked.ok) return asked;
  const at = folderFlag(ctx, group, flags.to);
  if (!at.ok) return at;
  const member = flags.member?.trim() ?? group.member;
  if (member === null) return { ok: false, error: t.refused.noMember };
  if (!isMemberId(member)) return { ok: false, error: `member=${member}: ${t.hand.badId}` };
  const isDry = flags['dry-run'] !== undefined;
  const found = await reportToHandIn(ctx, group.thisWeek, asked.week);
  if (flags.recall !== undefined) {
    const week = asked.week ?? ('week' in found ? found.week : group.thisWeek);
    const recalled = await recall(ctx, { folder: at.folder, member, week }, isDry);
    if (!recalled.ok) return recalled;
    const { path, written } = recalled;
    const hidden = 'report' in found ? found.report.private : 0;
    return { ok: true, text: written ? t.hand.recalled(path) : path, json: { path, written, private: hidden } };
  }
  if ('error' in found) return { ok: false, error: found.error };
  const { report, week } = found;
  const target = { folder: at.folder, member, week };
  const stays = report.private === 0 ? [] : [t.hand.stays(report.private)];
  if (isDry) {
    const { path, plan } = await plannedHandIn(ctx, group, report, target);
    if (plan.outcome === 'refused') return { ok: false, error: t.refused[plan.reason](path) };
    const said = plan.outcome === 'same' ? t.hand.same : t.cli.wouldWrite(path);
    const text = [said, ...stays, ...report.remarks, report.markdown].join('\n');
    return { ok: true, text, json: { path, written: false, private: report.private } };
  }
  const done = await handIn(ctx, group, report, target);
  if (!done.ok) return done;
  const { path, written } = done;
  const text = [written ? t.hand.done(path) : t.hand.same, ...stays, ...report.remarks].join('\n');
  return { ok: true, text, json: { path, written, private: report.private } };
}

async function showWeek(
  ctx: GroupContext,
  group: Group,
  week: string | undefined,
  folder: string | undefined,
): Promise<CliOutcome> {
  const asked = weekFlag(ctx, week);
  if (!asked.ok) return asked;
  const at = folderFlag(ctx, group, folder);
  if (!at.ok) return at;
  const words = ctx.i18n.ui;
  const shown = await group.week(at.folder, asked.week);
  const reasons = words.group.reasons;
  const unreadable = shown.unreadable.map(({ path, reason }) => ({ path, reason: plain(reasons[reason](path)) }));
  return {
    ok: true,
    text: () =>
      [
        ...unreadable.map(({ reason }) => reason),
        ...remarksOn(shown, words),
        agendaText(shown, quietMembers(shown), agendaWords(shown.week, words)),
      ].join('\n'),
    json: {
      week: shown.week,
      members: shown.members.map(({ person: { id, name }, state, last }) => {
        return { id, name, state: STATES[state] ?? 'handed-in', week: shown.week, last };
      }),
      questions: shown.questions.map(said),
      same: shown.same.map(({ key, readers, title }) => {
        return { key, members: readers.map(({ person }) => person.id), title };
      }),
      problems: shown.problems.map(said),
      unreadable,
    },
  };
}

const STATES: Partial<Record<MemberState, string>> = { open: 'open', silent: 'silent', away: 'away' };

const said = ({ member, text, path, line }: Said): Record<string, unknown> => {
  return { member: member.person.id, text, path, line: line + 1 };
};

const plain = (text: string): string => text.replaceAll('`', '');

function weekFlag(
  ctx: GroupContext,
  week: string | undefined,
): Failed | { readonly ok: true; readonly week: IsoWeek | null } {
  if (week !== undefined && daysOfWeek(week) === null) {
    return { ok: false, error: ctx.i18n.ui.report.problem.badWeek(week) };
  }
  return { ok: true, week: week ?? null };
}

/** A folder that a flag names; `/` is the vault's root. */
function folderFlag(
  ctx: GroupContext,
  group: Group,
  folder: string | undefined,
): Failed | { readonly ok: true; readonly folder: string } {
  if (folder === undefined) return { ok: true, folder: group.folder() };
  const checked = checkVaultPath(folder);
  if (!checked.ok) return { ok: false, error: ctx.i18n.ui.group.refused.folder(folder) };
  return { ok: true, folder: spelledAsThere(ctx.app.vault, checked.path) };
}
