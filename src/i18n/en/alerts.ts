const papers = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'paper' : 'papers'}`;

export const alerts = {
  noteName: 'Paper alerts',
  /** Where another note has that name. */
  otherName: 'Paper alerts inbox',
  commandTakeIn: 'Add alerts to the inbox',
  commandFetch: 'Fetch feeds into the inbox',
  commandTake: 'Add the paper on this line',
  /** In place of the words for an import. */
  box: {
    dropTitle: 'Paste an alert, or drop mails',
    dropHint: 'Google Scholar or arXiv (.eml, HTML, text), RSS or Atom',
    notRecognised: 'No paper was recognised in this.',
    noVaultFile: 'There is no mail or feed in the vault (.eml, .html, .txt, .xml).',
  },
  noneIn: (file: string) => `${file}: no paper was recognised`,
  words: 'Words',
  wordsRemark: 'separated by commas; -word leaves out',
  found: (found: number, fresh: number, known: number, other: number) =>
    `${papers(found)}: ${String(fresh)} new, ${String(known)} known, ${String(other)} left out (words, new versions)`,
  problem: (line: number, text: string) => `Line ${String(line)}: no paper in “${text}”`,
  add: (count: number) => `Add ${papers(count)}`,
  added: (count: number, path: string) => `${papers(count)} added to ${path}`,
  noFeeds: 'Name feeds in the settings first, under “Feeds of new papers”.',
  sent: 'the request for each feed',
  fetching: 'Fetching feeds…',
  noLine: 'There is no paper on this line.',
  take: 'Add',
  waiting: (count: number) => `${papers(count)} to look through`,
  cli: {
    alerts: 'Add the papers of an alert or a feed to the inbox',
    file: 'A mail or feed in the vault',
    text: 'The mail or the feed itself',
    feed: 'A feed, by its name in the settings',
    oneOf: 'Give one of file=, text= or feed=.',
    noFeed: (name: string, known: string) => `The settings name no feed “${name}”, but these: ${known}`,
  },
};
