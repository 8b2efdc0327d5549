import { inboxLine, inboxPapers, unknownPapers, withLines } from '../../../core/bibliography/alerts/inbox';
import { isWanted, readAlertWords, type AlertPaper, type ReadAlerts } from '../../../core/bibliography/alerts/paper';
import type { Decode } from '../../../core/bibliography/alerts/read-mail';
import { readAlerts } from '../../../core/bibliography/alerts/read-alerts';
import { dayOf } from '../../../core/time/calendar-day';
import { folderOf, joinPath } from '../../../core/vault/path';
import type { WaitingPaper } from '../../../offers/alerts';
import type { Inboxes } from '../../../platform/collectors/inboxes';
import type { ImportContext } from '../import/run';

export interface AlertContext extends ImportContext {
  readonly inboxes: Inboxes;
}

/** What came of one alert, and the words that sift it. */
export interface Alert {
  /** Under which heading its papers go. */
  readonly name: string;
  readonly read: ReadAlerts;
  readonly words: string;
}

/** What taking alerts in would do. */
export interface AlertPlan {
  readonly found: number;
  /** Those that are new, with who sent them. */
  readonly fresh: readonly (AlertPaper & { readonly name: string })[];
  readonly known: number;
  /** Those that words leave out, or that are new versions. */
  readonly other: number;
  /** Pieces that name no paper, on that line (from 1). */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** The alert in a text; null where there is none. */
export const alertIn = (text: string): ReadAlerts | null => readAlerts(text, decode);

const decode: Decode = (text, charset, isBase64) => {
  const digits = text.replace(/[^a-z\d+/]/gi, '');
  const bytes = isBase64 ? atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits) : text;
  const codes = Uint8Array.from(bytes, (sign) => sign.charCodeAt(0));
  try {
    return new TextDecoder(charset).decode(codes);
  } catch {
    return new TextDecoder().decode(codes); // a charset that nobody knows
  }
};

/** All papers of the inboxes that are no source yet, the last that came first. */
export async function waitingPapers(ctx: AlertContext): Promise<readonly WaitingPaper[]> {
  return unknownPapers(await listedPapers(ctx), ctx.reading.index.sources(), []).reverse();
}

async function listedPapers(ctx: AlertContext): Promise<WaitingPaper[]> {
  const listed: WaitingPaper[] = [];
  for (const path of ctx.inboxes.all())
    listed.push(...inboxPapers((await ctx.notes.read(path)) ?? '').map((paper) => ({ ...paper, path })));
  return listed;
}

/** Sifts alerts, and leaves out what is known. */
export async function planAlerts(ctx: AlertContext, alerts: readonly Alert[]): Promise<AlertPlan> {
  await ctx.reading.flush();
  const sifted = alerts.flatMap(({ name, read, words }) => {
    const readWords = readAlertWords(words);
    return read.papers.filter((one) => isWanted(one, readWords)).map((one) => ({ ...one, name }));
  });
  const fresh = unknownPapers(sifted, ctx.reading.index.sources(), await listedPapers(ctx));
  const papers = alerts.flatMap(({ read }) => read.papers).length;
  const problems = alerts.flatMap(({ read }) => read.problems);
  return {
    found: papers + problems.length,
    fresh,
    known: sifted.length - fresh.length,
    other: papers - sifted.length,
    problems: problems.map(({ line, text }) => ({
      line: line + 1,
      message: ctx.i18n.ui.alerts.problem(line + 1, text),
    })),
  };
}

export type TakenIn =
  | { readonly ok: true; readonly path: string; readonly added: number }
  | { readonly ok: false; readonly message: string };

/** Adds papers at the end of the inbox, which is made where there is none; what came in meanwhile is not added again. */
export async function takeIn(ctx: AlertContext, plan: AlertPlan): Promise<TakenIn> {
  const { home } = ctx.places.folders();
  const t = ctx.i18n.in(ctx.places.language()).alerts;
  const day = dayOf(ctx.clock.now());
  let added = 0;
  const filled = (note: string): string => {
    const papers = unknownPapers(plan.fresh, [], inboxPapers(note));
    added = papers.length;
    return [...new Set(papers.map(({ name }) => name))].reduce((text, name) => {
      const lines = papers.filter((one) => one.name === name).map(inboxLine);
      return withLines(text, `## ${day} · ${name}`, lines);
    }, note);
  };
  await ctx.notes.settled();
  const [there] = ctx.inboxes.all();
  const failed = (path: string, message: string): TakenIn => ({
    ok: false,
    message: ctx.i18n.ui.readingLog.writeFailed(path, message),
  });
  if (there !== undefined) {
    const result = await ctx.notes.change(there, (text) => {
      const next = filled(text);
      return added === 0 ? null : next;
    });
    if (result.ok || (result.reason === 'changed' && added === 0)) return { ok: true, path: there, added };
    return failed(there, result.message);
  }
  const names = [t.noteName, t.otherName].filter(
    (name) => ctx.app.metadataCache.getFirstLinkpathDest(name, '') === null, // links to that note would lead here
  );
  let taken = failed(t.noteName, '');
  for (const name of [...names, `${t.otherName} 2`]) {
    const path = joinPath(folderOf(home), `${name}.md`);
    const result = await ctx.notes.create(path, filled(`---\ntype: inbox\n---\n\n# ${name}\n`));
    if (result.ok) return { ok: true, path: result.path, added };
    taken = failed(path, result.message);
    if (result.reason !== 'exists') break;
  }
  return taken;
}
