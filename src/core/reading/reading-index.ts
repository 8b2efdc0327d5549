import { withoutRanges } from '../markdown/inline-fields';
import type { IsoDate } from '../ports';
import { originalOf, type Original } from '../vault/conflict-copies';
import { DayIndex } from './day-index';
import { compare } from '../text/compare';
import { byDateAndPlace, changedDays, lineKey, lineKeys } from './log-entries';
import type { FactLine, NoteFacts } from './find-log-lines';
import { ChangeCollector } from './reading-changes';
import { SetMap } from '../text/set-map';
import { linkName, noteName } from '../vault/path';
import type { SourceFacts } from './source';
import { isSameNote } from './same-note';
import { furtherStatus } from './source-status';
import { holdsLine, shownLine, type WrittenLine } from './written-lines';
import type { LogEntry, LogProblem, ReadingChange, ReadingIndexView, Source, SourceStatus } from './types';

/** What the index asks from outside. */
export interface ReadingIndexParts {
  /** The day that it is; entries after it wait. */
  today(): IsoDate;
  /** Path of the note that a link leads to from a note, or null. */
  resolve(target: string, from: string): string | null;
  /** Lines that this device wrote, to tell of those that are gone; another list whenever it changes. */
  written(): readonly WrittenLine[];
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
  private readonly writers = new SetMap();
  /** Notes with lines that link to a name (in lower case). */
  private readonly linkers = new SetMap();
  /** Conflict copies, by the path of their original. */
  private readonly copies = new SetMap();
  private sourceCount = 0;
  private readonly originals = new Map<string, Original | null>();
  /** Notes with problems. */
  private readonly troubled = new Set<NoteRecord>();
  /** As they stand on a day: a status that is logged for a day to come waits for it. */
  private sorted: { readonly day: IsoDate; readonly sources: readonly Source[] } | null = null;
  private problemList: {
    readonly day: IsoDate;
    readonly written: readonly WrittenLine[];
    readonly problems: readonly LogProblem[];
  } | null = null;

  constructor(private readonly parts: ReadingIndexParts) {}

  /**
   * Takes in what a note says now.
   * @param change - to gather the changes of several calls in; here and below
   */
  setNote(path: string, facts: NoteFacts, change = new ChangeCollector()): ReadingChange {
    const before = this.notes.get(path);
    const copied = this.liveOriginal(path);
    if (before !== undefined) {
      this.unlist(path, before);
      this.troubled.delete(before);
    }
    this.notes.set(path, { facts, entries: before?.entries ?? [], problems: before?.problems ?? [] });
    this.sourceCount += Number(facts.source !== null) - Number((before?.facts.source ?? null) !== null);
    this.list(path, facts);
    if (!sameSource(before?.facts.source ?? null, facts.source)) {
      change.sources.add(path);
      this.sorted = null;
    }
    this.attribute(path, change);
    const wasSource = (before?.facts.source ?? null) !== null;
    const isOther = wasSource !== (facts.source !== null) || copied !== this.liveOriginal(path);
    if (isOther) this.attributeLinkers([path], change);
    this.attributeCopies(path, change);
    return change;
  }

  removeNote(path: string, change = new ChangeCollector()): ReadingChange {
    const before = this.notes.get(path);
    if (before === undefined) return change;
    this.unlist(path, before);
    this.troubled.delete(before);
    this.notes.delete(path);
    this.replaceEntries(path, before.entries, [], change);
    this.problemList = null;
    if (before.problems.length > 0) change.problems = true;
    if (before.facts.source !== null) {
      this.sourceCount -= 1;
      change.sources.add(path);
      this.sorted = null;
      this.attributeLinkers([path], change);
    }
    this.attributeCopies(path, change);
    this.originals.delete(path);
    return change;
  }

  /** A note that moved keeps what it says; a title that was only the note's name follows the name. */
  renameNote(from: string, to: string, change = new ChangeCollector()): ReadingChange {
    const facts = this.notes.get(from)?.facts;
    if (facts === undefined) return change;
    this.removeNote(from, change);
    const { source } = facts;
    const title = source !== null && source.title === noteName(from) ? noteName(to) : (source?.title ?? '');
    return this.setNote(to, { ...facts, source: source === null ? null : { ...source, path: to, title } }, change);
  }

  /** Links may lead elsewhere now, since notes came, went or moved at these paths. */
  relink(paths: Iterable<string>, change = new ChangeCollector()): ReadingChange {
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

  /** Whether there is any source at all. */
  get hasSources(): boolean {
    return this.sourceCount > 0;
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
    for (const path of this.writers.get(source)) {
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
    const today = this.parts.today();
    if (this.sorted?.day === today) return this.sorted.sources;
    const sources = [...this.notes.keys()]
      .map((path) => this.source(path))
      .filter((source) => source !== null)
      .map((source) => ({ source, key: source.title.toLowerCase() }))
      .sort((a, b) => compare(a.key, b.key) || compare(a.source.path, b.source.path))
      .map(({ source }) => source);
    this.sorted = { day: today, sources };
    return sources;
  }

  problems(): readonly LogProblem[] {
    const today = this.parts.today();
    const written = this.parts.written();
    if (this.problemList?.day === today && this.problemList.written === written) return this.problemList.problems;
    const problems: LogProblem[] = [];
    for (const record of this.troubled) problems.push(...record.problems);
    for (const { path, line, date } of this.days.after(today)) {
      problems.push({ path, line, code: 'future-date', value: date, counted: false });
    }
    for (const one of this.gone(written)) {
      problems.push({ path: one.path, line: 0, code: 'line-gone', value: shownLine(one), counted: false });
    }
    problems.sort((a, b) => compare(a.path, b.path) || a.line - b.line);
    this.problemList = { day: today, written, problems };
    return problems;
  }

  /** Those of some lines that were written into logs and are not there any more, though their source is. */
  gone(written: readonly WrittenLine[]): readonly WrittenLine[] {
    const today = this.parts.today();
    return written.filter((one) => this.isSource(one.path) && !holdsLine(this.entriesOf(one.path), one, today));
  }

  bounds(): { readonly first: IsoDate; readonly last: IsoDate } | null {
    return this.days.bounds(this.parts.today());
  }

  /** The status that the log says last. */
  private loggedStatus(path: string): SourceStatus | null {
    const today = this.parts.today();
    let last: LogEntry | null = null;
    for (const writer of this.writers.get(path)) {
      for (const entry of this.notes.get(writer)?.entries ?? []) {
        if (entry.status === null || entry.source !== path || entry.date > today) continue;
        if (last === null || byDateAndPlace(last, entry) < 0) last = entry;
      }
    }
    return last?.status ?? null;
  }

  /** Names are gone through once a note, since they are asked about several times at each change. */
  private originalOf(path: string): Original | null {
    const known = this.originals.get(path);
    if (known !== undefined) return known;
    const original = originalOf(path);
    this.originals.set(path, original);
    return original;
  }

  /** Path of the original where the note is a conflict copy of one that is here. */
  private liveOriginal(path: string): string | null {
    const original = this.originalOf(path);
    const there = original === null ? undefined : this.notes.get(original.path);
    if (original === null || there === undefined) return null;
    const facts = this.notes.get(path)?.facts;
    const isCopy = original.certain || (facts !== undefined && isSameNote(there.facts, facts));
    return isCopy ? original.path : null;
  }

  private list(path: string, facts: NoteFacts): void {
    for (const name of linkNames(facts)) this.linkers.add(name, path);
    const original = this.originalOf(path);
    if (original !== null) this.copies.add(original.path, path);
  }

  private unlist(path: string, record: NoteRecord): void {
    for (const name of linkNames(record.facts)) this.linkers.remove(name, path);
    const original = this.originalOf(path);
    if (original !== null) this.copies.remove(original.path, path);
  }

  private attributeLinkers(paths: Iterable<string>, change: ChangeCollector): void {
    const affected = new Set<string>();
    for (const path of paths) for (const linker of this.linkers.get(linkName(path))) affected.add(linker);
    for (const linker of affected) this.attribute(linker, change);
  }

  private attributeCopies(original: string, change: ChangeCollector): void {
    for (const copy of this.copies.get(original)) {
      this.attribute(copy, change);
      this.attributeLinkers([copy], change);
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
      problems.push({ path, line: 0, code: 'conflict-copy', value: noteName(original), counted: true });
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
    if (!sameProblems(record.problems, problems)) change.problems = true;
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
    if (before.length > 0) this.days.remove(path, before);
    this.days.add(after);
    for (const source of sourcesOf(before)) this.writers.remove(source, path);
    for (const source of sourcesOf(after)) this.writers.add(source, path);
    const changed = changedDays(before, after);
    for (const date of changed) change.dates.add(date);
    for (const entries of [before, after]) {
      for (const { source, status } of entries) {
        if (status === null) continue;
        this.sorted = null;
        if (changed.size > 0) change.sources.add(source);
      }
    }
  }
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
    deep: line.deep,
    private: line.private,
  };
}

function sourcesOf(entries: readonly LogEntry[]): Set<string> {
  const sources = new Set<string>();
  for (const { source } of entries) sources.add(source);
  return sources;
}

function linkNames(facts: NoteFacts): Set<string> {
  const names = new Set<string>();
  for (const { links } of facts.lines) for (const { target } of links ?? []) names.add(linkName(target));
  return names;
}

function sameProblems(a: readonly LogProblem[], b: readonly LogProblem[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
}

function sameSource(a: SourceFacts | null, b: SourceFacts | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify(a) === JSON.stringify(b);
}
