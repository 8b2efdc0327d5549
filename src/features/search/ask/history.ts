import { readAnswer } from '../../../core/ask/answer';
import { asObject, readJson } from '../../../core/web/json-object';
import type { Context } from '../../context';
import { isAnswered, type Asked } from './asking';
import { openPassages, type OpenPassage } from './passages';

const ROOM = 'asked';
const MOST = 50;

/** A question of an earlier time: its answer, and which passages that was from; their text is the notes'. */
export interface Remembered {
  /** When it was asked, in milliseconds. */
  readonly name: string;
  readonly question: string;
  readonly answer: string;
  readonly passages: readonly { readonly path: string; readonly print: number }[];
}

/** What this device remembers of earlier questions, the last first. */
export async function rememberedIn({ database }: Context): Promise<Remembered[]> {
  const all = [...(await database.read(ROOM))].flatMap(([name, bytes]): Remembered[] => {
    const { question, answer, passages } = asObject(readJson(new TextDecoder().decode(bytes)));
    if (typeof question !== 'string' || typeof answer !== 'string' || !Array.isArray(passages)) return [];
    const places = passages.map((one) => {
      const { path, print } = asObject(one);
      return { path: String(path), print: Number(print) };
    });
    return [{ name, question, answer, passages: places }];
  });
  return all.sort((a, b) => (a.name < b.name ? 1 : -1));
}

export async function remember(ctx: Context, { question, answer, passages }: Asked): Promise<void> {
  const places = passages.map(({ path, print }) => ({ path, print }));
  const bytes = new TextEncoder().encode(JSON.stringify({ question, answer, passages: places }));
  const old = (await rememberedIn(ctx)).slice(MOST - 1).map(({ name }) => [name, null] as const);
  await ctx.database.write(ROOM, new Map([...old, [String(ctx.clock.now().toMillis()), bytes] as const]));
}

export async function forget(ctx: Context): Promise<void> {
  const names = (await rememberedIn(ctx)).map(({ name }) => [name, null] as const);
  await ctx.database.write(ROOM, new Map(names));
}

/** As it was answered, from the notes as they are: where a passage is another now, or private, its quotations are not found. */
export async function recalled(ctx: Context, { question, answer, passages }: Remembered): Promise<Asked> {
  await ctx.search.flush();
  const there: OpenPassage[] = [];
  for (const { path, print } of passages) {
    const found = (await openPassages(ctx, path))?.find((one) => one?.print === print);
    there.push(found ?? { path, line: 0, heading: '', print, sent: '', text: '' });
  }
  const parts = readAnswer(
    answer,
    there.map(({ sent }) => sent),
  );
  return { question, passages: there, answer, parts, isCut: false, sent: null, problems: [] };
}

/** What of a conversation may go along with the next question: nothing that was said of a passage which is not there any more. */
export async function stillSo(ctx: Context, asked: readonly Asked[]): Promise<Asked[]> {
  const still: Asked[] = [];
  for (const one of asked) {
    let isThere = isAnswered(one);
    for (const { path, print } of one.passages) {
      isThere &&= (await openPassages(ctx, path))?.some((passage) => passage?.print === print) === true;
    }
    if (isThere) still.push(one);
  }
  return still;
}
