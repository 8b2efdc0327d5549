import { tokensOf } from '../../../core/ask/sent-text';
import { embed } from '../../../core/ask/service';
import type { Network } from '../../../core/ports';
import { Slices } from '../../../platform/vault-index/slices';
import { failureOf } from './failure';
import type { Context } from '../../context';
import { openPassages, type OpenPassage } from './passages';
import { places } from './retrieve';
import { modelOf, serviceOf, type NoService, type Reached } from './services';

/** What is to be sent, so that every passage has a vector. */
export interface ToIndex {
  /** Null where the settings name no service, or say too little of it. */
  readonly service: Reached | null;
  readonly problem: NoService | null;
  readonly passages: readonly OpenPassage[];
  /** Notes that these stand in. */
  readonly notes: number;
  readonly tokens: number;
}

/** Passages without a vector, each text once. */
export async function toIndex(ctx: Context): Promise<ToIndex> {
  const service = serviceOf(ctx, 'embed');
  const isReached = typeof service !== 'string';
  const known = isReached ? await ctx.vectors.of(modelOf(service)) : null;
  await ctx.search.flush();
  await ctx.passages.flush();
  const wanted = new Map<string, Set<number>>();
  const seen = new Set<number>([0]);
  for (const [print, { path }] of places(ctx)) {
    if (seen.has(print) || known?.has(print) === true) continue;
    seen.add(print);
    const prints = wanted.get(path) ?? new Set();
    wanted.set(path, prints.add(print));
  }
  const passages: OpenPassage[] = [];
  const notes = new Set<string>();
  const slices = new Slices();
  for (const [path, prints] of wanted) {
    await slices.pause();
    for (const passage of (await openPassages(ctx, path)) ?? []) {
      if (passage === null || !prints.delete(passage.print)) continue;
      passages.push(passage);
      notes.add(path);
    }
  }
  return {
    service: isReached ? service : null,
    problem: isReached ? null : service,
    passages,
    notes: notes.size,
    tokens: passages.reduce((sum, { sent }) => sum + tokensOf(sent), 0),
  };
}

/** What became of it: in words why it stopped. */
export interface Indexed {
  readonly done: number;
  readonly problem: string | null;
}

/**
 * Sends passages batch by batch, and keeps the vectors of each as it comes: a later start goes on where this one ended.
 *
 * @param progress - is told after each batch how many are done; answers whether to go on
 */
export async function sendAll(
  ctx: Context,
  network: Network,
  service: Reached,
  passages: readonly OpenPassage[],
  progress: (done: number) => boolean,
): Promise<Indexed> {
  const t = ctx.i18n.ui.ask;
  const model = modelOf(service);
  const there = new Set([...places(ctx)].map(([print]) => print));
  for (let done = 0; done < passages.length;) {
    if (ctx.unloaded.aborted || !progress(done)) return { done, problem: null };
    const batch = passages.slice(done, done + service.batch);
    const answer = await embed(
      network,
      service,
      batch.map(({ sent }) => sent),
    );
    if (!answer.ok) return { done, problem: failureOf(ctx, answer) };
    const kept = await ctx.vectors.keep(
      model,
      batch.map(({ print }) => print),
      answer.value,
      (print) => there.has(print),
    );
    if (kept === 'other-size') return { done, problem: t.otherSize(service.host, service.model) };
    if (kept === 'not-kept') return { done, problem: t.notKept };
    done += batch.length;
  }
  progress(passages.length);
  return { done: passages.length, problem: null };
}
