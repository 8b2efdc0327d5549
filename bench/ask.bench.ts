import { fused } from '../src/core/ask/fuse';
import { printOf, sentText } from '../src/core/ask/sent-text';
import { packVectors, VectorMap, vectorOf, type Vector } from '../src/core/ask/vectors';
import { passagesOf } from '../src/core/search/passages';
import { readQuery } from '../src/core/search/query';
import { inOneGo } from '../src/core/steps';
import { noteName } from '../src/core/vault/path';
import { median, type Figure } from './figure';
import { handbook, type Corpus, type KnownItem } from './search/corpus';
import { indexOf } from './search/finders';
import { learned } from './search/lsi';
import { heap, worked } from './work';

export const name = 'Asking the vault';

/** As the plugin does: so many of each list, so many of a note. */
const LOOKED_AT = 50;
const OF_A_NOTE = 3;

interface Place {
  readonly path: string;
  readonly passage: number;
}
type Finder = (query: string) => readonly Place[];

const BOOKS = { zh: handbook('zh'), en: handbook('en') };

/** Sections of a note and of its twin, one text each pair; the notes whole where one has more of them. */
function twins(): string[] {
  const sections = (text = ''): string[] => text.split(/^(?=## )/m);
  return [...BOOKS.zh.paths].flatMap(([id, path]) => {
    const [zh, en] = [BOOKS.zh.notes.get(path), BOOKS.en.notes.get(BOOKS.en.paths.get(id) ?? '')];
    const [ours, theirs] = [sections(zh), sections(en)];
    if (ours.length !== theirs.length) return [`${zh ?? ''}\n${en ?? ''}`];
    return ours.map((section, at) => `${noteName(path)}\n${section}\n${theirs[at] ?? ''}`);
  });
}

/** Notes by words, by vectors, and by both. */
function finders(
  { notes }: Corpus,
  modelOf: (text: string) => number[],
): Record<'words' | 'vectors' | 'fused', Finder> {
  const index = indexOf(notes);
  const map = new VectorMap();
  const places: (readonly [number, Place])[] = [];
  for (const [path, text] of notes) {
    for (const [passage, one] of inOneGo(passagesOf(text)).passages.entries()) {
      const print = printOf(one);
      const vector = vectorOf(modelOf(sentText(noteName(path), one)));
      if (print === 0 || vector === null) continue;
      map.add(packVectors([print], [vector]));
      places.push([print, { path, passage }]);
    }
  }
  const words: Finder = (query) =>
    index.find(readQuery(query, index), LOOKED_AT).map(({ path, passage }) => ({ path, passage: passage ?? 0 }));
  const vectors: Finder = (query) => {
    const vector = vectorOf(modelOf(query));
    return vector === null ? [] : inOneGo(map.nearest(vector, places, LOOKED_AT));
  };
  return { words, vectors, fused: (query) => fused([words(query), vectors(query)], LOOKED_AT, OF_A_NOTE) };
}

/** Share of queries whose note is among the first five. */
function recall(find: Finder, items: readonly KnownItem[]): number {
  const firstFive = (query: string): string[] => [...new Set(find(query).map(({ path }) => path))].slice(0, 5);
  return items.filter(({ query, path }) => firstFive(query).includes(path)).length / items.length;
}

/** The queries of one language, for the notes of another. */
function across(from: Corpus, to: Corpus): KnownItem[] {
  const ids = new Map([...from.paths].map(([id, path]) => [path, id]));
  return from.items.map(({ query, path }) => ({ query, path: to.paths.get(ids.get(path) ?? '') ?? '' }));
}

function quality(): Figure[] {
  const began = worked();
  const modelOf = learned(twins());
  const figures: Figure[] = [
    { label: 'the model that stands in, trained', value: `${(worked() - began).toFixed(0)} ms` },
  ];
  const { zh, en } = BOOKS;
  const [ofZh, ofEn] = [finders(zh, modelOf), finders(en, modelOf)];
  for (const [label, find, items, least] of [
    ['zh', ofZh, zh.items, { words: 0.65, vectors: 0.65, fused: 0.65 }],
    ['en', ofEn, en.items, { words: 0.6, vectors: 0.65, fused: 0.65 }],
    ['zh notes by en queries', ofZh, across(en, zh), { words: 0, vectors: 0.6, fused: 0.5 }],
    ['en notes by zh queries', ofEn, across(zh, en), { words: 0, vectors: 0.6, fused: 0.5 }],
  ] as const) {
    for (const by of ['words', 'vectors', 'fused'] as const) {
      const found = recall(find[by], items);
      const told = { label: `${label}: ${String(items.length)} descriptions, R@5 by ${by}`, value: found.toFixed(2) };
      figures.push(
        least[by] === 0 ? told : { ...told, target: `≥ ${least[by].toFixed(2)}`, holds: found >= least[by] },
      );
    }
  }
  return figures;
}

/** Vectors of any numbers, always the same. */
function* anyVectors(size: number): Generator<Vector, never> {
  let state = 1;
  for (;;) {
    yield Int8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 24) - 128;
    });
  }
}

/** As the service's batches come. */
const BATCH = 16;
const ROUNDS = 9;

function speed(count: number, size: number, where: string, mostMs: number, mostBytes: number): Figure[] {
  const vectors = anyVectors(size);
  heap(); // what is let go of goes a round later
  const before = heap();
  const map = new VectorMap();
  for (let at = 0; at < count; at += BATCH) {
    const prints = Array.from({ length: Math.min(BATCH, count - at) }, (_, n) => (at + n + 1) * 2 ** 20);
    map.add(
      packVectors(
        prints,
        prints.map(() => vectors.next().value),
      ),
    );
  }
  heap();
  const kept = heap() - before;
  const all = function* (): Generator<readonly [number, number]> {
    for (let n = 1; n <= count; n++) yield [n * 2 ** 20, n];
  };
  const times = Array.from({ length: ROUNDS }, () => {
    const began = worked();
    inOneGo(map.nearest(vectors.next().value, all(), LOOKED_AT));
    return worked() - began;
  });
  const of = `${count.toLocaleString('en')} × ${String(size)}${where}`;
  const [ms, bytes] = [median(times), kept / 1e6];
  return [
    {
      label: `${of}: the nearest ${String(LOOKED_AT)}`,
      value: `${ms.toFixed(0)} ms`,
      target: `≤ ${String(mostMs)} ms`,
      holds: ms <= mostMs,
    },
    {
      label: `${of}: in memory, of which vectors ${((count * size) / 1e6).toFixed(1)} MB`,
      value: `${bytes.toFixed(1)} MB`,
      target: `≤ ${String(mostBytes)} MB`,
      holds: bytes <= mostBytes,
    },
  ];
}

export function run(): Figure[] {
  const speeds = [...speed(20_000, 512, ', a phone', 200, 16), ...speed(50_000, 256, '', 200, 25)]; // before the heap is full of others
  return [...quality(), ...speeds];
}
