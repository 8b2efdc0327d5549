import { readFeeds, type NamedFeed } from '../../../core/bibliography/alerts/feeds';
import { unreadable } from '../../../core/web/unreadable';
import type { FailedRequest, Network } from '../../../core/ports';
import { hostOf } from '../../../platform/network';
import { alertIn, type Alert, type AlertContext } from './take-in';

export const feedsOf = (ctx: AlertContext): readonly NamedFeed[] => readFeeds(ctx.settings.values.alertFeeds).feeds;

export const hostsOf = (feeds: readonly NamedFeed[]): string[] => [
  ...new Set(feeds.map(({ url }) => hostOf(url) ?? url)),
];

export type Fetched = { readonly ok: true; readonly alert: Alert } | FailedRequest;

export async function fetchFeed(ctx: AlertContext, feed: NamedFeed, network: Network): Promise<Fetched> {
  const { name, url, words } = feed;
  const answer = await network.ask({ url });
  if (!answer.ok) return answer;
  const isWhole = /<\/(?:feed|rss|rdf:RDF)>\s*$/.test(answer.text.slice(-200));
  const read = alertIn(answer.text) ?? { papers: [], problems: [], from: 'RSS' };
  if (!isWhole || read.from !== 'RSS') return unreadable(answer.host);
  return { ok: true, alert: { name, read, words: words || ctx.settings.values.alertWords } };
}
