// Three ways to find a note: ours, a well-known library as it comes, and what the app's own search does.
import MiniSearch from 'minisearch';
import { parse, stringify } from 'yaml';
import { readFrontmatter } from '../../src/core/markdown/frontmatter';
import { passagesOf } from '../../src/core/search/passages';
import { postingsOf } from '../../src/core/search/postings';
import { readQuery } from '../../src/core/search/query';
import { SearchIndex } from '../../src/core/search/search-index';
import { noteTitles } from '../../src/core/search/searchable';
import { Vocabulary } from '../../src/core/search/vocabulary';
import { inOneGo } from '../../src/core/steps';
import { noteName } from '../../src/core/vault/path';

/** The notes that answer a query, the best first. */
export type Finder = (query: string) => string[];

/** Ours. */
export function indexOf(notes: ReadonlyMap<string, string>): SearchIndex {
  const vocabulary = new Vocabulary();
  const index = new SearchIndex(vocabulary);
  for (const [path, text] of notes) {
    const { passages, hidden } = inOneGo(passagesOf(text));
    index.set(path, inOneGo(postingsOf({ titles: titlesOf(path, text), passages, hidden }, vocabulary)));
  }
  return index;
}

/** Name, title and aliases, as the plugin reads them. */
function titlesOf(path: string, text: string): string[] {
  const frontmatter = readFrontmatter(text, { parse, stringify });
  return noteTitles(path, frontmatter.ok ? frontmatter.data : {});
}

export function ours(notes: ReadonlyMap<string, string>): Finder {
  const index = indexOf(notes);
  return (query) => [...new Set(index.find(readQuery(query, index), 200).map(({ path }) => path))];
}

/** MiniSearch with its own settings. */
export function miniSearch(notes: ReadonlyMap<string, string>): Finder {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] });
  index.addAll([...notes].map(([id, text]) => ({ id, title: noteName(id), text })));
  return (query) => index.search(query).map(({ id }) => String(id));
}

/** Notes that hold each word of the query as it is written, as the app's search finds them; those with most of them first. */
export function substrings(notes: ReadonlyMap<string, string>): Finder {
  return (query) => {
    const words = query
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    return [...notes]
      .map(([path, text]) => {
        const all = `${noteName(path)}\n${text}`.toLowerCase();
        const counts = words.map((word) => all.split(word).length - 1);
        return {
          path,
          isFound: counts.every((count) => count > 0),
          count: counts.reduce((sum, count) => sum + count, 0),
        };
      })
      .filter(({ isFound }) => isFound)
      .sort((a, b) => b.count - a.count)
      .map(({ path }) => path);
  };
}
