import { readAnswer, type AnswerPart } from '../../../core/ask/answer';
import { messagesFor, type ChatMessage, type Exchange } from '../../../core/ask/prompt';
import { tokensOf } from '../../../core/ask/sent-text';
import { chat, embed } from '../../../core/ask/service';
import type { Vector } from '../../../core/ask/vectors';
import type { Network } from '../../../core/ports';
import type { Context } from '../../context';
import { failureOf } from './failure';
import type { OpenPassage } from './passages';
import { retrieve } from './retrieve';
import { modelOf, serviceOf, type Reached } from './services';

/** What went to a host. */
export interface Sent {
  readonly host: string;
  readonly passages: number;
  readonly tokens: number;
  readonly rate: string;
  readonly messages: readonly ChatMessage[];
}

/** A question and what came of it. */
export interface Asked {
  readonly question: string;
  readonly passages: readonly OpenPassage[];
  /** As the model wrote it; empty where nobody was asked. */
  readonly answer: string;
  readonly parts: readonly AnswerPart[];
  readonly isCut: boolean;
  readonly sent: Sent | null;
  /** In words, what did not work. */
  readonly problems: readonly string[];
}

/** Ways out, once each was allowed; null where it was not. */
export interface Ways {
  /** For what is sought, to be made a vector: the question, and the one before it. */
  toEmbed(service: Reached, sought: string): Promise<Network | null>;
  toChat(service: Reached, sent: Sent): Promise<Network | null>;
  /** Something is on its way. */
  waits?(sent: Sent): void;
}

/** Finds what answers a question, and has a model answer it from that, where the ways are open. */
export async function askVault(
  ctx: Context,
  question: string,
  before: readonly Exchange[],
  ways: Ways,
): Promise<Asked> {
  const problems: string[] = [];
  const sought = [before.at(-1)?.question ?? '', question].join(' ').trim(); // “And why?” says nothing alone
  const passages = await retrieve(ctx, sought, await vectorFor(ctx, sought, ways, problems));
  const none: Asked = { question, passages, answer: '', parts: [], isCut: false, sent: null, problems };
  const service = serviceOf(ctx, 'chat');
  if (typeof service === 'string') {
    if (service !== 'none') problems.push(ctx.i18n.ui.ask.noService[service]);
    return none;
  }
  if (passages.length === 0) return none;
  const messages = messagesFor(
    question,
    passages.map(({ sent }) => sent),
    before,
  );
  const tokens = messages.reduce((sum, { content }) => sum + tokensOf(content), 0);
  const sent: Sent = { host: service.host, passages: passages.length, tokens, rate: service.rate, messages };
  const network = await ways.toChat(service, sent);
  if (network === null) return none;
  ways.waits?.(sent);
  const answer = await chat(network, service, messages);
  if (!answer.ok) {
    problems.push(failureOf(ctx, answer));
    return { ...none, sent: answer.failure === 'not-allowed' ? null : sent };
  }
  const { text, isCut } = answer.value;
  const parts = readAnswer(
    text,
    passages.map((passage) => passage.sent),
  );
  if (isCut) problems.push(ctx.i18n.ui.ask.cut);
  return { ...none, answer: text, parts, isCut, sent };
}

/** Null where there are no vectors to compare it with, or none could be had: words go on alone. */
async function vectorFor(
  ctx: Context,
  text: string,
  ways: Ways,
  problems: string[],
): Promise<{ readonly model: string; readonly vector: Vector } | null> {
  const service = serviceOf(ctx, 'embed');
  if (typeof service === 'string') return null;
  const model = modelOf(service);
  const { size } = await ctx.vectors.of(model);
  const network = size === 0 ? null : await ways.toEmbed(service, text);
  if (network === null) return null;
  const answer = await embed(network, service, [text]);
  const { ask: t } = ctx.i18n.ui;
  if (!answer.ok) problems.push(`${failureOf(ctx, answer)} ${t.wordsOnly}`);
  const vector = answer.ok ? answer.value[0] : undefined;
  if (vector === undefined) return null;
  if (vector.length === size) return { model, vector };
  problems.push(`${t.otherSize(service.host, service.model)} ${t.wordsOnly}`);
  return null;
}

/** Whether anything of an answer stands in the notes. */
export const isAnswered = ({ parts }: Asked): boolean => parts.some(({ valid }) => valid);
