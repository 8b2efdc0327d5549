import { isQuotation } from '../../../core/ask/answer';
import type { Network } from '../../../core/ports';
import type { CliOutcome } from '../../../platform/cli';
import type { Context } from '../../context';
import { askVault, isAnswered } from './asking';
import { sendAll, toIndex } from './index-vault';
import type { Reached } from './services';

export function registerAskCli(ctx: Context): void {
  const t = ctx.i18n.ui.ask.cli;
  ctx.cli.register<'question' | 'answer'>({
    name: 'ask',
    description: t.ask,
    flags: {
      question: { value: '<words>', description: t.question, required: true },
      answer: { description: t.answer },
    },
    run: ({ question = '', answer }) => askCli(ctx, question, answer !== undefined),
  });
  ctx.cli.register<'dry-run'>({
    name: 'index',
    description: t.index,
    flags: { 'dry-run': { description: ctx.i18n.ui.handbook.cliDryRun } },
    run: (flags) => indexCli(ctx, flags['dry-run'] !== undefined),
  });
}

/** Only hosts that the settings allow are asked. */
function allowed({ network }: Context, { host }: Reached): Network | null {
  return network.unknown([host]).length === 0 ? network.open([]) : null;
}

async function askCli(ctx: Context, question: string, wantsAnswer: boolean): Promise<CliOutcome> {
  const { ask: t, search, network } = ctx.i18n.ui;
  const refused: string[] = [];
  const asked = await askVault(ctx, question, [], {
    toEmbed: (service) => Promise.resolve(allowed(ctx, service)),
    toChat: (service) => {
      const way = wantsAnswer ? allowed(ctx, service) : null;
      if (wantsAnswer && way === null) refused.push(network.failures['not-allowed'](service.host, 0, 0));
      return Promise.resolve(way);
    },
  });
  const passages = asked.passages.map(({ path, line, heading, text }) => ({ path, line: line + 1, heading, text }));
  const quotes = asked.parts.filter(isQuotation).map(({ n, text, valid }) => ({ n, text, valid }));
  const { sent } = asked;
  const answer = isAnswered(asked) ? asked.answer : null;
  const problems = [...refused, ...asked.problems];
  return {
    ok: true,
    json: {
      passages,
      answer,
      quotes,
      sent: sent === null ? null : { host: sent.host, passages: sent.passages, tokens: sent.tokens },
      problems,
    },
    text: () =>
      [
        ...problems,
        answer ?? (asked.answer === '' && passages.length > 0 ? '' : t.nothing),
        ...quotes.filter(({ valid }) => !valid).map(({ n, text }) => `${text}: ${t.notThere2(n)}`),
        ...passages.map(
          ({ path, line, heading, text }, at) => `[${String(at + 1)}] ${search.cli.hit(path, line, heading, text)}`,
        ),
      ]
        .filter((line) => line !== '')
        .join('\n'),
  };
}

async function indexCli(ctx: Context, isDry: boolean): Promise<CliOutcome> {
  const { ask: t, network } = ctx.i18n.ui;
  const { service, problem, passages, notes, tokens } = await toIndex(ctx);
  const left = ctx.search.leftOut();
  const host = service?.host ?? null;
  const json = { notes, chunks: passages.length, tokens, excluded: left.notes, private: left.lines, host };
  const text = `${host ?? t.noService[problem ?? 'none']}\n${t.amount(passages.length, tokens)}\n${t.left(left.lines, left.notes)}`;
  if (isDry) return { ok: true, json, text };
  if (service === null) return { ok: false, error: t.noService[problem ?? 'none'] };
  const way = allowed(ctx, service);
  if (way === null) return { ok: false, error: network.failures['not-allowed'](service.host, 0, 0) };
  const sent = await sendAll(ctx, way, service, passages, () => true);
  if (sent.problem !== null) return { ok: false, error: `${sent.problem} ${t.partly(sent.done, passages.length)}` };
  return { ok: true, json, text: t.indexed(sent.done) };
}
