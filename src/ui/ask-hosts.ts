import type { FailedRequest, Network } from '../core/ports';
import type { Wordings } from '../i18n';
import { ask, type AskContext, type Question } from './ask';

/** What of the context a question for the network needs. */
interface HostContext extends AskContext {
  readonly network: {
    unknown(hosts: readonly string[]): string[];
    allow(hosts: readonly string[]): Promise<void>;
    open(confirmed: readonly string[]): Network;
  };
}

/**
 * The way to these hosts, once the student has been told who is asked and what is sent, and said yes; at once where the
 * settings allow them all. Null where the student would rather not.
 *
 * @param gets - what becomes of the answer, where that does not go without saying
 * @param more - what is said otherwise than usual
 */
export async function askHosts(
  ctx: HostContext,
  hosts: readonly string[],
  sent: string,
  gets = '',
  more: Partial<Question> = {},
): Promise<Network | null> {
  const { network, i18n } = ctx;
  if (network.unknown(hosts).length === 0) return network.open([]);
  const { network: t, common } = i18n.ui;
  const choice = { always: false };
  const onChange = (ticked: boolean): void => {
    choice.always = ticked;
  };
  const isYes = await ask(ctx, {
    title: t.title,
    text: [t.asks(hosts.join(', '), sent), gets].filter((text) => text !== ''),
    yes: t.ask,
    no: common.cancel,
    tick: { label: t.always, onChange },
    ...more,
  });
  if (!isYes) return null;
  if (choice.always) await network.allow(hosts);
  return network.open(hosts);
}

/** Why nothing came of a question, in the interface's words. */
export function failureWords({ failure, host, seconds, status }: FailedRequest, t: Wordings['network']): string {
  return t.failures[failure](host, seconds ?? 0, status);
}
