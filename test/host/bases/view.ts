import type { App } from '../app';
import { Component } from '../base/component';
import { theApp } from '../registries';
import type { TFile } from '../vault/files';
import { NullValue, StringValue, toValue, type Value } from './values';

export class QueryController extends Component {}

/** One row: a file and its properties. Entries are made anew for every update; a view must keep none. */
export class BasesEntry {
  constructor(readonly file: TFile) {}

  getValue(id: string): Value | null {
    const dot = id.indexOf('.');
    const [kind, name] = [id.slice(0, dot), id.slice(dot + 1)];
    const cache = theApp().metadataCache.getFileCache(this.file);
    if (kind === 'note') return toValue(cache?.frontmatter?.[name]);
    if (kind === 'file') return fileProperty(this.file, name);
    return null;
  }
}

function fileProperty(file: TFile, name: string): Value | null {
  switch (name) {
    case 'name':
      return new StringValue(file.name);
    case 'basename':
      return new StringValue(file.basename);
    case 'path':
      return new StringValue(file.path);
    case 'folder':
      return new StringValue(file.parent?.path ?? '');
    case 'ext':
      return new StringValue(file.extension);
    case 'size':
      return toValue(file.stat.size);
    case 'mtime':
      return toValue(localTime(file.stat.mtime));
    case 'ctime':
      return toValue(localTime(file.stat.ctime));
    default:
      return null;
  }
}

function localTime(instant: number): string {
  const d = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(d.getFullYear())}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
}

export class BasesEntryGroup {
  constructor(
    readonly entries: BasesEntry[],
    readonly key?: Value,
  ) {}
  hasKey(): boolean {
    return this.key !== undefined;
  }
}

export class BasesQueryResult {
  data: BasesEntry[] = [];
  get groupedData(): BasesEntryGroup[] {
    return [new BasesEntryGroup(this.data)];
  }
  get properties(): string[] {
    const names = new Set<string>();
    for (const { file } of this.data) {
      for (const name of Object.keys(theApp().metadataCache.getFileCache(file)?.frontmatter ?? {}))
        names.add(`note.${name}`);
    }
    return [...names];
  }
  getSummaryValue(): Value {
    return NullValue.value;
  }
}

export class BasesViewConfig {
  name = 'View';
  private readonly values = new Map<string, unknown>();
  get(key: string): unknown {
    return this.values.get(key);
  }
  set(key: string, value: unknown): void {
    if (value === null) this.values.delete(key);
    else this.values.set(key, value);
  }
  getAsPropertyId(key: string): string | null {
    const value = this.values.get(key);
    return typeof value === 'string' && /^(note|file|formula)\./.test(value) ? value : null;
  }
  getEvaluatedFormula(): Value {
    return NullValue.value;
  }
  getOrder(): string[] {
    return (this.values.get('order') as string[] | undefined) ?? [];
  }
  getSort(): { property: string; direction: 'ASC' | 'DESC' }[] {
    return (this.values.get('sort') as { property: string; direction: 'ASC' | 'DESC' }[] | undefined) ?? [];
  }
  getDisplayName(id: string): string {
    return id.slice(id.indexOf('.') + 1);
  }
}

export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: App;
  config = new BasesViewConfig();
  allProperties: string[] = [];
  data = new BasesQueryResult();

  constructor(_controller: QueryController) {
    super();
    this.app = theApp();
  }
  abstract onDataUpdated(): void;

  async createFileForView(name = 'Untitled', edit?: (frontmatter: Record<string, unknown>) => void): Promise<void> {
    const file = await this.app.vault.create(this.app.vault.getAvailablePath(name, 'md'), '');
    if (edit !== undefined) await this.app.fileManager.processFrontMatter(file, edit);
  }
}
