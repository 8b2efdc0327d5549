import { withoutRanges } from '../note/inline-fields';
import type { IsoDate } from '../ports';
import { originalOf } from './conflict-copies';
import { DayIndex } from './day-index';
import type { FactLine, NoteFacts } from './note-facts';
import { nameOf, type SourceFacts } from './source';
import type { LogEntry, LogProblem, ReadingChange, ReadingIndexView, Source, SourceStatus } from './types';

/** What the index asks from outside. */
export interface ReadingIndexParts {
  /** The day that it is; entries after it wait. */
  today(): IsoDate;
  /** Path of the note that a link leads to from a note, or null. */
  resolve(target: string, from: string): string | null;
}

interface NoteRecord {
  readonly facts: NoteFacts;
  /** Entries made from the facts, days to come included. */
  entries: readonly LogEntry[];
  problems: readonly LogProblem[];
}

/**
 * Who read what and when, kept note by note: a changed note costs that note. Lines outside a source's own log are about
 * the first of their links that is a source, which is found anew whenever such a source comes, goes or moves.
 */
export class ReadingIndex implements ReadingIndexView {
  private readonly notes = new Map<string, NoteRecord>();
  private readonly days = new DayIndex();
  /** Notes with entries about a source, its own note included. */
  private readonly writers = new Map<string, Set<string>>();
  /** Notes with lines that link to a name (in lower case). */
  private readonly linkers = new Map<string, Set<string>>();
  /** Conflict copies, by the path of their original. */
  private readonly copies = new Map<string, Set<string>>();
  /** Notes with problems. */
  private readonly troubled = new Set<NoteRecord>();
  private sorted: readonly Source[] | null = null;
  private problemList: { readonly day: IsoDate; readonly problems: readonly LogProblem[] } | null = null;

  constructor(private readonly parts: ReadingIndexParts) {}

  /** Takes in what a note says now. */
  setNote(path: string, facts: NoteFacts): ReadingChange {
    const change = new ChangeCollector();
    const before = this.notes.get(path);
    if (before !== undefined) {
      this.unlist(path, before);
      this.troubled.delete(before);
    }
    this.notes.set(path, { facts, entries: before?.entries ?? [], problems: before?.problems ?? [] });
    this.list(path, facts);
    if (!sameSource(before?.facts.source ?? null, facts.source)) {
      change.sources.add(path);
      this.sorted = null;
    }
    this.attribute(path, change);
    const wasSource = (before?.facts.source ?? null) !== null;
    if (wasSource !== (facts.source !== null)) this.attributeLinkers([path], change);
    this.attributeCopies(path, change);
    return change;
  }

  removeNote(path: string): ReadingChange {
    const change = new ChangeCollector();
    const before = this.notes.get(path);
    if (before === undefined) return change;
    this.unlist(path, before);
    this.troubled.delete(before);
    this.notes.delete(path);
    this.replaceEntries(path, before.entries, [], change);
    this.problemList = null;
    if (before.facts.source !== null) {
      change.sources.add(path);
      this.sorted = null;
      this.attributeLinkers([path], change);
    }
    this.attributeCopies(path, change);
    return change;
  }

  /** A note that moved keeps what it says; a title that was only the note's name follows the name. */
  renameNote(from: string, to: string): ReadingChange {
    const change = new ChangeCollector();
    const facts = this.notes.get(from)?.facts;
    if (facts === undefined) return change;
    change.add(this.removeNote(from));
    const { source } = facts;
    const title = source !== null && source.title === nameOf(from) ? nameOf(to) : (source?.title ?? '');
    change.add(this.setNote(to, { ...facts, source: source === null ? null : { ...source, path: to, title } }));
    return change;
  }

  /** Links may lead elsewhere now, since notes came, went or moved at these paths. */
  relink(paths: Iterable<string>): ReadingChange {
    const change = new ChangeCollector();
    this.attributeLinkers(paths, change);
    return change;
  }

  /** Whether the note has a say in the index. */
  has(path: string): boolean {
    return this.notes.has(path);
  }

  /** Paths of all notes in the index. */
  paths(): IterableIterator<string> {
    return this.notes.keys();
  }

  isSource(path: string): boolean {
    return (this.notes.get(path)?.facts.source ?? null) !== null;
  }

  entriesBetween(from: IsoDate, to: IsoDate): readonly LogEntry[] {
    const today = this.parts.today();
    return this.days.between(from, to < today ? to : today);
  }

  entriesOf(source: string): readonly LogEntry[] {
    const today = this.parts.today();
    const entries: LogEntry[] = [];
    for (const path of this.writers.get(source) ?? []) {
      for (const entry of this.notes.get(path)?.entries ?? []) {
        if (entry.source === source && entry.date <= today) entries.push(entry);
      }
    }
    return entries.sort(byDateAndPlace);
  }

  source(path: string): Source | null {
    const source = this.notes.get(path)?.facts.source ?? null;
    if (source === null || this.liveOriginal(path) !== null) return null;
    const status = furtherStatus(source.statusWritten ? source.status : null, this.loggedStatus(path));
    return status === null || status === source.status ? source : { ...source, status };
  }

  sources(): readonly Source[] {
    this.sorted ??= [...this.notes.keys()]
      .map((path) => this.source(path))
      .filter((source) => source !== null)
      .map((source) => ({ source, key: source.title.toLowerCase() }))
      .sort((a, b) => compare(a.key, b.key) || compare(a.source.path, b.source.path))
      .map(({ source }) => source);
    return this.sorted;
  }

  problems(): readonly LogProblem[] {
    const today = this.parts.today();
    if (this.problemList?.day === today) return this.problemList.problems;
    const problems: LogProblem[] = [];
    for (const record of this.troubled) problems.push(...record.problems);
    for (const { path, line, date } of this.days.after(today)) {
      problems.push({ path, line, code: 'future-date', value: date, counted: false });
    }
    problems.sort((a, b) => compare(a.path, b.path) || a.line - b.line);
    this.problemList = { day: today, problems };
    return problems;
  }

  bounds(): { readonly first: IsoDate; readonly last: IsoDate } | null {
    return this.days.bounds(this.parts.today());
  }

  /** The status that the log says last. */
  private loggedStatus(path: string): SourceStatus | null {
    const today = this.parts.today();
    let last: LogEntry | null = null;
    for (const writer of this.writers.get(path) ?? []) {
      for (const entry of this.notes.get(writer)?.entries ?? []) {
        if (entry.status === null || entry.source !== path || entry.date > today) continue;
        if (last === null || byDateAndPlace(last, entry) < 0) last = entry;
      }
    }
    return last?.status ?? null;
  }

  /** Path of the original where the note is a conflict copy of one that is here. */
  private liveOriginal(path: string): string | null {
    const original = originalOf(path);
    return original !== null && this.notes.has(original) ? original : null;
  }

  private list(path: string, facts: NoteFacts): void {
    for (const name of linkNames(facts)) addTo(this.linkers, name, path);
    const original = originalOf(path);
    if (original !== null) addTo(this.copies, original, path);
  }

  private unlist(path: string, record: NoteRecord): void {
    for (const name of linkNames(record.facts)) removeFrom(this.linkers, name, path);
    const original = originalOf(path);
    if (original !== null) removeFrom(this.copies, original, path);
  }

  private attributeLinkers(paths: Iterable<string>, change: ChangeCollector): void {
    const affected = new Set<string>();
    for (const path of paths) for (const linker of this.linkers.get(linkName(path)) ?? []) affected.add(linker);
    for (const linker of affected) this.attribute(linker, change);
  }

  private attributeCopies(original: string, change: ChangeCollector): void {
    for (const copy of this.copies.get(original) ?? []) {
      this.attribute(copy, change);
      change.sources.add(copy);
      this.sorted = null;
    }
  }

  /** Makes a note's entries anew from its facts. */
  private attribute(path: string, change: ChangeCollector): void {
    const record = this.notes.get(path);
    if (record === undefined) return;
    const before = record.entries;
    const original = this.liveOriginal(path);
    const twins = original === null ? null : lineKeys(this.notes.get(original)?.facts.lines ?? []);
    const entries: LogEntry[] = [];
    const problems: LogProblem[] = [];
    if (original !== null) {
      problems.push({ path, line: 0, code: 'conflict-copy', value: nameOf(original), counted: true });
    }
    for (const line of record.facts.lines) {
      if (twins?.has(lineKey(line)) === true) continue;
      const about = line.links === null ? { source: original ?? path, text: line.text } : this.aboutOf(line, path);
      if (about === null) continue;
      for (const { code, value } of line.problems) {
        problems.push({ path, line: line.line, code, value, counted: line.date !== null });
      }
      if (line.date !== null) entries.push(entryOf(line, line.date, path, about));
    }
    record.entries = entries;
    record.problems = problems;
    if (problems.length > 0) this.troubled.add(record);
    else this.troubled.delete(record);
    this.problemList = null;
    this.replaceEntries(path, before, entries, change);
  }

  /** What a line outside a source's own log is about: the first of its links that is a source. */
  private aboutOf(line: FactLine, path: string): { source: string; text: string } | null {
    for (const link of line.links ?? []) {
      const found = link.target === '' ? path : this.parts.resolve(link.target, path);
      if (found === null || !this.isSource(found)) continue;
      const rest = withoutRanges(line.text, [{ start: link.from, end: link.to }]);
      const text = link.from === 0 ? rest.replace(/^[\s:：,，、·—–-]+/, '') : rest;
      return { source: this.liveOriginal(found) ?? found, text };
    }
    return null;
  }

  private replaceEntries(
    path: string,
    before: readonly LogEntry[],
    after: readonly LogEntry[],
    change: ChangeCollector,
  ): void {
    this.days.remove(path, before);
    this.days.add(after);
    for (const { source } of before) removeFrom(this.writers, source, path);
    for (const { source } of after) addTo(this.writers, source, path);
    for (const date of changedDays(before, after)) change.dates.add(date);
    for (const { source, status } of [...before, ...after]) {
      if (status === null) continue;
      this.sorted = null;
      if (change.dates.size > 0) change.sources.add(source);
    }
  }
}

class ChangeCollector implements ReadingChange {
  readonly dates = new Set<IsoDate>();
  readonly sources = new Set<string>();

  add(other: ReadingChange): void {
    for (const date of other.dates) this.dates.add(date);
    for (const source of other.sources) this.sources.add(source);
  }
}

const PROGRESS: Readonly<Record<SourceStatus, number>> = { inbox: 0, queued: 1, reading: 2, read: 3, dropped: 3 };

/**
 * A source's status by its property and by the last one in its log. The form writes both; where they differ, one was
 * changed by hand and the other forgotten, so the one that is further on counts (of equals the property, which shows).
 */
function furtherStatus(written: SourceStatus | null, logged: SourceStatus | null): SourceStatus | null {
  if (written === null || logged === null) return written ?? logged;
  return PROGRESS[logged] > PROGRESS[written] ? logged : written;
}

function entryOf(line: FactLine, date: IsoDate, path: string, about: { source: string; text: string }): LogEntry {
  return {
    source: about.source,
    path,
    line: line.line,
    date,
    text: about.text,
    minutes: line.minutes,
    pass: line.pass,
    pages: line.pages,
    status: line.status,
    private: line.private,
  };
}

function linkNames(facts: NoteFacts): Set<string> {
  const names = new Set<string>();
  for (const { links } of facts.lines) for (const { target } of links ?? []) names.add(linkName(target));
  return names;
}

/** What a link and the note that it leads to have in common, wherever the note lies. */
function linkName(target: string): string {
  return nameOf(target).toLowerCase();
}

/** Days on which something other than a line number differs. */
function changedDays(before: readonly LogEntry[], after: readonly LogEntry[]): Set<IsoDate> {
  if (before.length === 0) return new Set(after.map(({ date }) => date));
  const counts = new Map<string, { readonly date: IsoDate; count: number }>();
  const tally = (entry: LogEntry, step: number): void => {
    const key = entryKey(entry);
    const seen = counts.get(key);
    if (seen === undefined) counts.set(key, { date: entry.date, count: step });
    else seen.count += step;
  };
  for (const entry of before) tally(entry, 1);
  for (const entry of after) tally(entry, -1);
  return new Set([...counts.values()].filter(({ count }) => count !== 0).map(({ date }) => date));
}

function entryKey(entry: LogEntry): string {
  const { source, path, date, text, minutes, pass, pages, status } = entry;
  return JSON.stringify([source, path, date, text, minutes, pass, pages, status, entry.private]);
}

function lineKeys(lines: readonly FactLine[]): Set<string> {
  return new Set(lines.map(lineKey));
}

function lineKey(line: FactLine): string {
  const { date, text, minutes, pass, pages, status } = line;
  return JSON.stringify([date, text, minutes, pass, pages, status, line.private]);
}

function sameSource(a: SourceFacts | null, b: SourceFacts | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function byDateAndPlace(a: LogEntry, b: LogEntry): number {
  return compare(a.date, b.date) || compare(a.path, b.path) || a.line - b.line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

function removeFrom(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values?.delete(value) === true && values.size === 0) map.delete(key);
}
