// A vault in memory: 10,000 notes, of which 2,000 are sources, with 30,000 log lines in all.
import { readFileSync, writeFileSync } from 'node:fs';
import type { App, CachedMetadata } from 'obsidian';
import { addDays } from '../../src/core/time/calendar-day';
import { TFile } from './obsidian';

export const SOURCES = 2_000;
export const LINES_A_SOURCE = 13;
export const DAILY_NOTES = 1_000;
export const LINES_A_DAY = 4;
export const NOTES = 10_000;

const FIRST_DAY = '2023-11-06';
const DAYS = 1_000;

interface Note {
  readonly file: TFile;
  /** As on disk: each reading makes a new string, as in the app. */
  text: Buffer;
  cache: CachedMetadata;
}

type Listener = (...args: never[]) => void;

class Events {
  private readonly listeners = new Map<string, Set<Listener>>();

  on(name: string, listener: Listener): { off(): void } {
    const known = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, known.add(listener));
    return { off: () => known.delete(listener) };
  }
  offref(ref: { off(): void }): void {
    ref.off();
  }
  trigger(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) (listener as (...all: unknown[]) => void)(...args);
  }
}

/** The store on the device in memory: as there, each reading makes a copy. */
export class BenchDevice {
  private readonly records = new Map<string, Uint8Array>();

  read(): Promise<ReadonlyMap<string, Uint8Array>> {
    return Promise.resolve(new Map([...this.records].map(([key, value]) => [key, value.slice()])));
  }
  write(_room: string, records: ReadonlyMap<string, Uint8Array | null>): Promise<boolean> {
    for (const [key, value] of records) {
      if (value === null) this.records.delete(key);
      else this.records.set(key, value);
    }
    return Promise.resolve(true);
  }
  saveTo(file: string): void {
    writeFileSync(
      file,
      JSON.stringify([...this.records].map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
    );
  }

  static from(file: string): BenchDevice {
    const device = new BenchDevice();
    for (const [key, value] of JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) {
      device.records.set(key, new Uint8Array(Buffer.from(value, 'base64')));
    }
    return device;
  }

  get megabytes(): number {
    return [...this.records.values()].reduce((sum, { length }) => sum + length, 0) / 1024 / 1024;
  }
}

export class BenchVault {
  readonly notes = new Map<string, Note>();
  readonly metadataCache = new Events();
  /** Bodies read so far. */
  reads = 0;
  /** Whether the metadata cache has not come to any note yet. */
  late = false;
  private readonly files: TFile[] = [];
  private readonly byName = new Map<string, TFile>();

  constructor() {
    for (let number = 0; number < SOURCES; number++) this.add(sourcePath(number), sourceText(number));
    for (let number = 0; number < DAILY_NOTES; number++) {
      this.add(`Daily/${addDays(FIRST_DAY, number)}.md`, dailyText(number));
    }
    for (let number = SOURCES + DAILY_NOTES; number < NOTES; number++) {
      this.add(
        `Notes/Note ${number}.md`,
        `# Note ${number}\n\nAbout [[Paper ${number % SOURCES}]].\n\n- an item\n- another\n`,
      );
    }
  }

  /** The app as the index sees it. */
  app(): App {
    const vault = Object.assign(new Events(), {
      getMarkdownFiles: () => this.files,
      getFileByPath: (path: string) => this.notes.get(path)?.file ?? null,
      cachedRead: async (file: TFile) => {
        this.reads += 1;
        await new Promise((resolve) => setImmediate(resolve));
        return this.notes.get(file.path)?.text.toString() ?? '';
      },
    });
    const metadataCache = Object.assign(this.metadataCache, {
      getFileCache: (file: TFile) => (this.late ? null : (this.notes.get(file.path)?.cache ?? null)),
      getFirstLinkpathDest: (link: string) => this.byName.get(link) ?? null,
    });
    const workspace = {
      layoutReady: true,
      on: () => ({ off: () => undefined }),
      onLayoutReady: (ready: () => void) => {
        ready();
      },
    };
    return { vault, metadataCache, workspace } as unknown as App;
  }

  /** Another text for a note, and the event that the app sends of it. */
  edit(path: string, text: string): void {
    const note = this.notes.get(path);
    if (note === undefined) return;
    note.cache = cacheOf(text);
    note.text = Buffer.from(text);
    this.metadataCache.trigger('changed', note.file, note.text.toString(), note.cache);
  }

  private add(path: string, text: string): void {
    const file = new TFile(path);
    this.files.push(file);
    this.byName.set(path.slice(path.lastIndexOf('/') + 1, -3), file);
    this.notes.set(path, { file, text: Buffer.from(text), cache: cacheOf(text) });
  }
}

export function sourcePath(number: number): string {
  return `Sources/Paper ${number}.md`;
}

export function sourceText(number: number, more: readonly string[] = []): string {
  const log = Array.from({ length: LINES_A_SOURCE }, (_, index) => {
    const day = addDays(FIRST_DAY, (number * 7 + index * 31) % DAYS);
    return `- ${day} 推导 ${number}.${index} 节，理解重建损失为什么有效 [min:: ${20 + (index % 5) * 15}] [pass:: ${(index % 3) + 1}] [pages:: ${index + 1}-${index + 3}]`;
  });
  return [
    '---',
    'type: source',
    'kind: paper',
    `title: "Paper ${number}: a study"`,
    'authors:',
    '  - Kaiming He',
    '  - 谢赛宁',
    'year: 2022',
    `arxiv: "2111.${String(number).padStart(5, '0')}"`,
    'status: reading',
    'added: 2026-01-01',
    '---',
    '',
    `# Paper ${number}: a study`,
    '',
    '## In one line',
    '',
    'Some words on what it is about, as a student writes them.',
    '',
    '## Reading log',
    '',
    ...log,
    ...more,
    '',
  ].join('\n');
}

function dailyText(number: number): string {
  const lines = Array.from({ length: LINES_A_DAY }, (_, index) => {
    return `- [[Paper ${(number * 3 + index) % SOURCES}]] read on the train [min:: ${15 + index}]`;
  });
  return ['# Today', '', 'Words.', '', ...lines, '- call home', ''].join('\n');
}

/** As much of the app's metadata as the index looks at. */
function cacheOf(text: string): CachedMetadata {
  const lines = text.split('\n');
  const at = (line: number): { start: { line: number } } => ({ start: { line } });
  const listItems = lines.flatMap((line, number) => (line.startsWith('- ') ? [{ position: at(number) }] : []));
  const links = lines.flatMap((line, number) => {
    const link = /\[\[([^\]]+)\]\]/.exec(line)?.[1];
    return link === undefined ? [] : [{ link, position: at(number) }];
  });
  const number = /^title: "Paper (\d+)/m.exec(text)?.[1];
  const frontmatter = {
    type: 'source',
    kind: 'paper',
    title: `Paper ${number ?? ''}: a study`,
    authors: ['Kaiming He', '谢赛宁'],
    year: 2022,
    arxiv: `2111.${(number ?? '').padStart(5, '0')}`,
    status: 'reading',
    added: '2026-01-01',
  };
  return {
    listItems,
    links,
    ...(number === undefined ? {} : { frontmatter }),
  } as unknown as CachedMetadata;
}
