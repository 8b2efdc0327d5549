import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../src/core/bibliography/read';
import { citedIn } from '../../src/core/bibliography/export/cited';
import { carriedEntry } from '../../src/core/bibliography/entry-block';
import { arxivDraft } from '../../src/core/bibliography/arxiv-entry';
import { inboxPapers } from '../../src/core/bibliography/alerts/inbox';
import { readFeeds } from '../../src/core/bibliography/alerts/feeds';
import { readAlerts } from '../../src/core/bibliography/alerts/read-alerts';
import { plainHtml } from '../../src/core/bibliography/csl/plain-html';
import { plainText } from '../../src/core/bibliography/latex/plain-text';
import { namesOf } from '../../src/core/bibliography/latex/names';
import { canonicalText } from '../../src/core/block/canonical';
import { parseBlocks, renderBlock } from '../../src/core/block/guarded-block';
import { keepingPairs, withoutHalfPairs } from '../../src/core/block/keep-pairs';
import { refreshBlocks } from '../../src/core/block/refresh';
import { repairBlocks } from '../../src/core/block/repair';
import { inlineFields } from '../../src/core/markdown/inline-fields';
import { parseLinks } from '../../src/core/markdown/links';
import { mathAsCode } from '../../src/core/markdown/math-as-code';
import { plainWords, wordPieces } from '../../src/core/markdown/plain-words';
import { roughFrontmatter } from '../../src/core/markdown/rough-frontmatter';
import { scanNote } from '../../src/core/markdown/scan';
import { listSections } from '../../src/core/markdown/sections';
import { readNoteFacts } from '../../src/core/reading/find-log-lines';
import { parseLogLine } from '../../src/core/reading/log-line';
import { openMerge, readContents } from '../../src/core/group/contents';
import { feedbackPoints, harmless, withFeedback } from '../../src/core/group/feedback';
import { groupNote } from '../../src/core/group/group-note';
import { readMembers, withMember } from '../../src/core/group/members';
import { appendLogLine } from '../../src/core/reading/log-section';
import { readSource, splitAuthors } from '../../src/core/reading/source';
import { asItem } from '../../src/core/markdown/as-item';
import { noteRules } from '../../src/core/block/rules';
import { plainLine } from '../../src/core/markdown/plain-line';
import { isPrivateLine } from '../../src/core/private/private-line';
import { wordsInHints } from '../../src/core/report/own-words';
import { outlineOf } from '../../src/core/report/outline';
import { privateLines } from '../../src/core/private/private-lines';
import { sharedMarkdown, sharedPlainText } from '../../src/core/report/sharing';
import { taskWords } from '../../src/core/tasks/words';
import { completionDay } from '../../src/core/tasks/completion';
import { tickedTasks } from '../../src/core/tasks/ticked';
import { fillTemplate } from '../../src/core/report/template';
import { mergeLines } from '../../src/core/text/merge';
import { fileNameFor } from '../../src/core/vault/file-name';
import { readLiteral } from '../../src/core/convert/literal';
import { convertScript } from '../../src/core/convert/script';
import { parseRange } from '../../src/core/heatmap/range';
import { rangeInWords } from '../../src/core/heatmap/range-words';
import { ValueReader } from '../../src/core/heatmap/values';
import { noteFields } from '../../src/core/markdown/note-fields';
import { readKeywords } from '../../src/core/marks/keywords';
import { marksOf } from '../../src/core/marks/marks-of';
import { tagsOfLine } from '../../src/core/markdown/tags';
import { readBlockOptions } from '../../src/core/options/block-options';
import { findSource } from '../../src/core/reading/find-source';
import { mendDate } from '../../src/core/reading/mend-date';
import { readPastedSource } from '../../src/core/reading/pasted-source';
import { parseWebAddress } from '../../src/core/text/web-address';
import { dayInName } from '../../src/core/time/day-in-name';
import { lenientDay } from '../../src/core/time/lenient-day';
import { readNamedSpans } from '../../src/core/time/named-spans';
import { weekFromQuery } from '../../src/core/time/week-query';
import { readWhen } from '../../src/core/time/when';
import { mayBePrivateNote } from '../../src/core/private/private-note';
import { excerptOf } from '../../src/core/search/excerpt';
import { passagesOf } from '../../src/core/search/passages';
import { postingsOf } from '../../src/core/search/postings';
import { readQuery } from '../../src/core/search/query';
import { SearchIndex } from '../../src/core/search/search-index';
import { packPostings, unpackPostings } from '../../src/core/search/stored-postings';
import { Vocabulary } from '../../src/core/search/vocabulary';
import { inOneGo } from '../../src/core/steps';

// A reader whose time grows with the square of its text takes minutes for these, one whose time grows with the text a
// moment. No test here looks at the clock: what takes minutes runs into the time that the runner allows any test.
const LENGTH = 300_000;
const many = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length));

const FRESH = new Map([['a', '- x']]);
const VALUES = { week: '', start: '', end: '', author: '' };
const SOURCE = readSource('a.md', {});
const MARKS = { keywords: readKeywords(''), code: true };
const LOG = { source: null, day: '2026-08-04', logHeadings: [] };

const bibliographyReaders: Readonly<Record<string, (text: string) => unknown>> = {
  readBibliography,
  readBibtexEntry: (text) => readBibliography(`@article{a, title = ${text}`),
  readBibtexValue: (text) => readBibliography(`@article{a, title = {T}, note = {${text}}, year = 2001}`),
  readRis: (text) => readBibliography(`TY  - JOUR\nTI  - ${text}`),
  readCsl: (text) => readBibliography(JSON.stringify([{ title: text, author: [{ family: text }] }])),
  plainText,
  namesOf,
  plainHtml,
  readFeed: (text) => readAlerts(`<feed><entry><title>T</title>${text}</entry></feed>`, asItIs),
  readListing: (text) => readAlerts(`arXiv:2401.00001\nTitle: T\nAuthors: A (${text}`, asItIs),
  readScholar: (text) => readAlerts(`<a href="x?scholar_url?url=y">Title</a>${text}`, asItIs),
  'readScholar of a text': (text) => readAlerts(`A title\n${text}`, asItIs),
  readMail: (text) => readAlerts(`From: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\n${text}`, asItIs),
  inboxPapers: (text) => inboxPapers(`- [${text}](https://e.org) · He`),
  readFeeds,
  arxivDraft: (text) => arxivDraft(`<id>2304.02643</id><title>T</title>${text}`),
  citedIn,
  carriedEntry,
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  ...bibliographyReaders,
  scanNote,
  listSections,
  parseLinks,
  parseBlocks,
  refreshBlocks: (text) => refreshBlocks(text, FRESH),
  noteRules,
  wordsInHints: (note) => wordsInHints(note, ['# A\n\n%% aa %%']),
  withoutHalfPairs,
  keepingPairs: (text) => {
    const note = `${renderBlock('a', 'x')}\n${text}`;
    return keepingPairs(note, noteRules(note).runs.flat(), [{ from: 3, to: note.length, insert: '' }]);
  },
  repairBlocks: (text) => repairBlocks(text, FRESH),
  canonicalText,
  mathAsCode,
  sharedMarkdown,
  sharedPlainText: (text) =>
    sharedPlainText(`# 2026-W32\n${text}`, {
      title: { text: 'x', week: '2026-W32', start: '2026-08-03', end: '2026-08-09' },
      keepsEmpty: false,
      nothing: [],
    }),
  inlineFields,
  plainWords,
  wordPieces,
  roughFrontmatter: (text) => [roughFrontmatter(`---\n${text}\n---\n`), roughFrontmatter(`---\na: ${text}\n---\n`)],
  plainLine,
  asItem,
  taskWords,
  isPrivateLine,
  outlineOf: (text) => outlineOf(`## P\n- [ ] a\n${text}`, ['P']),
  privateLines: (text) => privateLines(scanNote(`- x [private:: true]\n  \`\`\`\nx\n${text}`)),
  parseLogLine: (text) => parseLogLine(`- 2026-08-04 ${text}x`),
  readNoteFacts: (text) => inOneGo(readNoteFacts(`- 2026-08-04 [[a]] ${text} [min:: 5]`, LOG)),
  'readNoteFacts of a source': (text) =>
    inOneGo(readNoteFacts(`## Log\n\n- 2026-08-04 a\n${text}`, { ...LOG, source: SOURCE, logHeadings: ['Log'] })),
  appendLogLine: (text) => appendLogLine(`## Log\n${text}`, '- 2026-08-04 a', ['Log'], 'Log'),
  openMerge,
  readContents: (text) => readContents(`## Q\n- a\n${text}`, { questions: ['Q'], problems: ['Q'], generated: ['Q'] }),
  feedbackPoints: (text) => feedbackPoints(`> q\n${text}`),
  harmless,
  withFeedback: (text) => withFeedback(`## F\n${text}`, [{ text, about: text }], ['F']),
  groupNote: (text) => groupNote(`a/2026-W32${text}.md`, {}),
  readMembers: (text) => readMembers(`|id|away|\n|-|-|\n|a|${text}`),
  withMember: (text) => withMember(`|id|\n|-|\n|a|${text}`, { id: text, name: text }),
  mayBePrivateNote: (text) => mayBePrivateNote(`---\n${text}\nprivate: x\n---\n`),
  'a note that is found': (text) => {
    const index = new SearchIndex(new Vocabulary());
    const { passages, hidden } = inOneGo(passagesOf(`# a ${text}\n\nb ${text}`));
    const postings = inOneGo(postingsOf({ titles: [text], passages, hidden }, index.vocabulary));
    index.set('a', unpackPostings(packPostings(postings, index.vocabulary), index.vocabulary) ?? postings);
    const query = readQuery(text, index);
    for (const { passage } of index.find(query, 50)) {
      const one = passages[passage ?? 0];
      if (one !== undefined) excerptOf(one, query);
    }
  },
  marksOf: (text) => [
    inOneGo(marksOf(`TODO: a ${text} #b TODO: c`, MARKS)),
    inOneGo(marksOf(`\`\`\`\n${text} # TODO`, MARKS)),
  ],
  readKeywords: (text) => readKeywords(`A=${text}b`),
  tickedTasks: (text) => inOneGo(tickedTasks(`- [x] ${text} ✅ 2026-08-04`)),
  completionDay: (text) => completionDay(`${text}x ✅ 2026-08-04`),
  fillTemplate: (text) => fillTemplate(`{{${text}x}}`, VALUES, new Map()),
  fileNameFor: (text) => fileNameFor(`a${text}b`, 'c'),
  splitAuthors,
  readWhen: (text) => readWhen(`2026-03-01${text}x`),
  lenientDay: (text) => lenientDay(`2026-03-01${text}x`),
  readNamedSpans: (text) => readNamedSpans(`a: 2026-01-01${text}x`),
  parseRange: (text) => parseRange(`1${text}x`),
  rangeInWords: (text) => rangeInWords(`last ${text}`, new Map()),
  noteFields: (text) => inOneGo(noteFields(`a:: ${text}\n${text}:: b`)),
  lengthOfTime: (text) => new ValueReader('durations').amountOf(`1${text}`),
  readLiteral: (text) => readLiteral(`{a: ${text}`, 0),
  convertScript: (text) =>
    convertScript(`const a = ${text};\nrenderHeatmapCalendar(x, {entries: dv.pages(${text}).where(p => ${text})`, {
      property: () => null,
    }),
  convertEntries: (text) =>
    convertScript(`renderHeatmapCalendar(x, {entries: [{date: ${text}}], b: [${text}]})`, { property: () => null }),
  dayInName,
  weekFromQuery: (text) => weekFromQuery(text, '2026-10-22'),
  readPastedSource: (text) => readPastedSource(`https://a.org${text}`),
  parseWebAddress: (text) => parseWebAddress(`https://a${text} `),
  findSource: (text) => findSource(`[[${text}`, []),
  mendDate: (text) => mendDate(`- 2026/8/4 ${text}`, 0, '2026/8/4'),
  tagsOfLine,
  readBlockOptions: (text) => readBlockOptions(`a${text}b`, NO_YAML),
  'readBlockOptions of a list': (text) => readBlockOptions(`- ${text}`, NO_YAML),
};

const asItIs = (bytes: string): string => bytes;

/** The app's reader says that it is none; what is wrong is then looked for in the text. */
const NO_YAML = {
  parse: (): never => {
    throw new Error('bad at line 1');
  },
  stringify: (): string => '',
};

describe('hostile text of 300,000 characters', () => {
  it.each([
    ['blanks', ' '],
    ['blank lines', ' \n'],
    ['backslashes', '\\'],
    ['backticks', '`'],
    ['runs of backticks, each without its partner', '` `` ``` a '],
    ['fields that are never closed', '(a:: '],
    ['slips of the pen that are never closed', '[min: [private: '],
    ['wikilinks that are never closed', '[[a|'],
    ['links that are never closed', '[a](b '],
    ['emphasis that is never closed', '**a ==b __c '],
    ['comments within a line', 'a %% b <!-- c '],
    ['headings', '# a\n'],
    ['elements that are never closed', '<title><author a="<![CDATA['],
    ['begin markers', '%% rh:begin a 1 %%\n'],
    ['remains of markers', 'rh:begin '],
    ['dates of tasks', '✅ 2026-08-04 '],
    ['authors', ' and'],
    ['marks of lists', '- '],
    ['marks of quotes', '>'],
    ['lines that say that they are private', '[private]\n'],
    ['private items, each with a fence that ends with it', '- [private]\n  ```\n'],
    ['private items, each with a fence that is closed further out', '- [private]\n  ```\nx\n```\n'],
    ['points', '.'],
    ['marks', 'TODO: '],
    ['marks with a topic that is never closed', '| ASK(a~~$$'],
    ['formulas', '$a '],
    ['tags of HTML that are never closed', '<a '],
    ['addresses', 'http://'],
    ['bars and dashes', '|-'],
    ['tabs', '\t'],
    ['letters', 'a'],
    ['colons', ':'],
    ['full-width colons', '：'],
  ])('is read as quickly as any other: %s', (_name, piece) => {
    const text = many(piece);
    for (const read of Object.values(readers)) expect(() => read(text)).not.toThrow();
  });

  it.each([
    ['entries that are never closed', '@a{b, c = {d\n'],
    ['entries within one another', '@a{'],
    ['comments of a bibliography that are never closed', '@comment{\n'],
    ['fields that are never closed, in BibTeX', '\n a = {'],
    ['braces', '{'],
    ['braces, closed', '{}'],
    ['mathematics that is never closed', '$^{\\(a '],
    ['accents', '\\"'],
    ['raised signs within one another', '\\textsuperscript{a'],
    ['records of RIS', 'TY  - JOUR\nTI  - a\n'],
    ['lists of JSON', '[{"a":'],
    ['citations', '[@a; \\cite{'],
  ])('is read as quickly as a bibliography: %s', (_name, piece) => {
    const text = many(piece);
    for (const read of Object.values(bibliographyReaders)) expect(() => read(text)).not.toThrow();
  });

  it('is read as quickly: blank lines below many list items on one line', () => {
    expect(scanNote(`${many('- ')}a\n${many('\n')}`).length).toBe(LENGTH + 2);
  });

  it('is merged as quickly: equal lines', () => {
    const line = (key: string): { key: string; text: string; endsParagraph: boolean } => ({
      key,
      text: `${key}\n`,
      endsParagraph: false,
    });
    const equal = Array.from({ length: 100_000 }, () => line('a'));
    const merged = mergeLines([line('b'), ...equal], [...equal, line('c')], [line('d'), ...equal, line('a')]);
    // What both sides have is there once, and no line of either side goes missing.
    const count = (side: 'mine' | 'theirs', key: string): number =>
      merged.flatMap((part) => part[side]).filter((one) => one.key === key).length;
    expect([count('mine', 'a'), count('mine', 'c'), count('theirs', 'a'), count('theirs', 'd')]).toEqual([
      100_000, 1, 100_001, 1,
    ]);
  });
});
