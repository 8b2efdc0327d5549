import { fused } from '../../../core/ask/fuse';
import type { Vector } from '../../../core/ask/vectors';
import { Slices } from '../../../platform/vault-index/slices';
import type { Context } from '../../context';
import { openPassages, type OpenPassage } from './passages';

/** So many of each list are looked at, so many of a note are sent, and so many in all. */
const LOOKED_AT = 50;
const OF_A_NOTE = 3;
const IN_ALL = 8;

interface Place {
  readonly path: string;
  readonly passage: number;
}

/** The passages that answer a question best: by their words, and by nearness where there are vectors. */
export async function retrieve(
  ctx: Context,
  question: string,
  asked: { readonly model: string; readonly vector: Vector } | null,
): Promise<readonly OpenPassage[]> {
  await ctx.search.flush();
  const { found } = ctx.search.find(question, LOOKED_AT);
  const byWords = found.map(({ path, passage }): Place => ({ path, passage: passage ?? 0 }));
  const lists = asked === null ? [byWords] : [byWords, await nearest(ctx, asked)];
  const passages: OpenPassage[] = [];
  const read = new Map<string, ReturnType<typeof openPassages>>();
  for (const { path, passage } of fused(lists, LOOKED_AT, OF_A_NOTE)) {
    const note = read.get(path) ?? openPassages(ctx, path);
    read.set(path, note);
    const one = (await note)?.[passage];
    if (one != null) passages.push(one);
    if (passages.length === IN_ALL) break;
  }
  return passages;
}

async function nearest(
  ctx: Context,
  { model, vector }: { readonly model: string; readonly vector: Vector },
): Promise<Place[]> {
  const vectors = await ctx.vectors.of(model);
  if (vectors.size !== vector.length) return [];
  await ctx.passages.flush();
  const steps = vectors.nearest(vector, places(ctx), LOOKED_AT);
  const slices = new Slices();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await slices.pause();
  }
}

/** All passages that may be found, by their prints. */
export function* places({ passages, search }: Context): Generator<readonly [number, Place]> {
  for (const [path, prints] of passages.notes) {
    if (search.has(path)) for (const [passage, print] of prints.entries()) yield [print, { path, passage }];
  }
}
