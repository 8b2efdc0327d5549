import { isWebAddress } from '../../reading/identifiers';

/** A feed that the student named. */
export interface NamedFeed {
  readonly name: string;
  readonly url: string;
  /** Words of its own, as written; empty for those of all alerts. */
  readonly words: string;
}

export interface ReadFeeds {
  readonly feeds: readonly NamedFeed[];
  /** Lines (from 0) that name none. */
  readonly problems: readonly { readonly line: number; readonly text: string }[];
}

/** Reads named feeds, one a line: `cs.CV: https://rss.arxiv.org/atom/cs.CV diffusion, -survey`. */
export function readFeeds(text: string): ReadFeeds {
  const feeds: NamedFeed[] = [];
  const problems: { line: number; text: string }[] = [];
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '') continue;
    const [, name = '', url = '', words = ''] =
      /^([^:：]{1,100})[:：]\s*(https:\/\/\S+)(.*)$/.exec(written.trim()) ?? [];
    if (isWebAddress(url)) feeds.push({ name: name.trim(), url, words: words.trim() });
    else problems.push({ line, text: written });
  }
  return { feeds, problems };
}
