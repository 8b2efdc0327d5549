import type { IsoWeek } from '../ports';
import { compare } from '../text/compare';
import { addWeeks } from '../time/iso-week';
import type { Person } from './people';

/** A source, and who read it. */
export interface ReadSource {
  /** As `sourceKey` makes it. */
  readonly key: string;
  /** What a hand-in calls it, else its key. */
  readonly title: string;
  readonly readers: readonly Reader[];
}

export interface Reader {
  readonly person: Person;
  /** The latest week in which they read it, and the hand-in that says so. */
  readonly week: IsoWeek;
  readonly path: string;
}

/** Sources of the hand-ins of so many weeks up to one, those with most readers first. */
export function sourcesRead(people: readonly Person[], week: IsoWeek, weeks: number): ReadSource[] {
  const found = new Map<string, { title: string; readers: Map<Person, Reader> }>();
  for (let back = 0; back < weeks; back++) {
    const of = addWeeks(week, -back);
    for (const person of people) {
      for (const { path, sources, titles } of person.handIns.get(of) ?? []) {
        sources.forEach((key, at) => {
          if (key === '') return;
          const source = found.get(key) ?? { title: '', readers: new Map<Person, Reader>() };
          found.set(key, source);
          if (titles.length === sources.length) source.title ||= titles[at] ?? '';
          if (!source.readers.has(person)) source.readers.set(person, { person, week: of, path });
        });
      }
    }
  }
  return [...found]
    .map(([key, { title, readers }]) => ({
      key,
      title: title || key.replace(/^[a-z]+:/, ''),
      readers: [...readers.values()],
    }))
    .sort((a, b) => b.readers.length - a.readers.length || compare(a.title, b.title));
}
