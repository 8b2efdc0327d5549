import type { TFile } from 'obsidian';
import { withIdea } from '../../core/ideas/bring';
import { asItem } from '../../core/markdown/as-item';
import { markdownDestination, rewriteLinks, wikilink } from '../../core/markdown/links';
import { dayOf } from '../../core/time/calendar-day';
import { weekOf } from '../../core/time/iso-week';
import { noteName } from '../../core/vault/path';
import { ask } from '../../ui/ask';
import { openNote } from '../../ui/open-note';
import type { IdeaContext } from './context';
import { lookAt, pointWords, type LookedIdea } from './look';

/** Lists what is open of an idea, and, once that was seen, adds the idea to the questions of this week's report. */
export async function bringIdea(ctx: IdeaContext, path: string): Promise<void> {
  const { notify, offers, i18n } = ctx;
  const { ideas: t, report: words } = i18n.ui;
  await ctx.reading.flush();
  const text = await ctx.notes.read(path);
  const idea = text === null ? null : lookAt(ctx, path, text);
  if (idea === null || idea.isPrivate) {
    notify.warn(path === '' ? t.noNote : idea === null ? t.notIdea(path).replaceAll('`', '') : t.private(path));
    return;
  }
  const week = weekOf(dayOf(ctx.clock.now()));
  const headings = offers.reports.headings('questions');
  const state = offers.reports.stateOf(week);
  const { open } = idea.gate;
  const isSure = await ask(ctx, {
    title: open.length === 0 ? t.ready : t.open(open.length),
    text: [
      ...open.map((point) => `${t.parts[point.part]} · ${pointWords(point, i18n.ui)}`),
      t.goesTo(week, headings[0] ?? ''),
      ...(state === 'none' ? [t.makesReport] : state === 'draft' ? [] : [t.wasSent]),
    ],
    yes: t.bring,
    no: i18n.ui.common.cancel,
  });
  const report = isSure ? (offers.reports.of(week)?.path ?? (await offers.reports.make(week))) : null;
  if (report === null) return;
  const { metadataCache } = ctx.app;
  const isIdea = (link: string): boolean => metadataCache.getFirstLinkpathDest(link, report)?.path === path;
  const items = itemsFor(ctx, idea, report);
  let said = t.there(report);
  const written = await ctx.notes.change(report, (now) => {
    const next = withIdea(now, items, headings, isIdea);
    if (next !== now) said = next === null ? t.unclosed(report) : t.added(report);
    return next === now ? null : next;
  });
  if (!written.ok && written.reason !== 'changed') said = words.problem.writing(report, written.message);
  if (written.ok) notify.info(said);
  else notify.warn(said);
  await openNote(ctx.app, report);
}

/** The idea as the report has it: a link and its sentence; below, what it stands on and what is open. */
function itemsFor(ctx: IdeaContext, { path, gate }: LookedIdea, report: string): string[] {
  const { metadataCache, vault } = ctx.app;
  const words = ctx.i18n.in(ctx.places.language());
  const { ideas: t } = words;
  const linkTo = (file: TFile): string => metadataCache.fileToLinktext(file, report, true);
  const own = vault.getFileByPath(path);
  const below = (name: string, said: readonly string[]): string[] =>
    said.length === 0 ? [] : [`  - ${name}${said.join('; ')}`];
  return [
    `- ${asItem(wikilink(own === null ? path : linkTo(own), noteName(path)))}${gate.sentence === '' ? '' : `: ${gate.sentence}`}`,
    ...below(
      t.support,
      gate.supports.map(({ about, text }) => {
        const moved = rewriteLinks(text, ({ external, path: link, form, subpath }) => {
          const to = external ? null : metadataCache.getFirstLinkpathDest(link, path);
          return to && (form === 'wikilink' ? linkTo(to) : markdownDestination(to.path)) + subpath;
        });
        return `${about} (${moved})`;
      }),
    ),
    ...below(
      t.stillOpen,
      gate.open.map((point) => pointWords(point, words)),
    ),
  ];
}
