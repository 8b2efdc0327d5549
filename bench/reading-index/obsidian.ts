// As much of the app's module as the reading index needs to run in plain Node, so that only our own work is measured.
import { parse, stringify } from 'yaml';

export class Component {
  private readonly undo: (() => unknown)[] = [];

  load(): void {
    this.onload();
  }
  unload(): void {
    this.onunload();
    for (const undo of this.undo.splice(0)) undo();
  }
  onload(): void {
    return undefined;
  }
  onunload(): void {
    return undefined;
  }
  addChild<T extends Component>(child: T): T {
    child.load();
    return child;
  }
  register(undo: () => unknown): void {
    this.undo.push(undo);
  }
  registerDomEvent(): void {
    return undefined;
  }
  registerEvent(ref: { off(): void }): void {
    this.register(() => {
      ref.off();
    });
  }
}

export class TAbstractFile {
  constructor(public path: string) {}
}
export class TFile extends TAbstractFile {
  readonly extension = 'md';
  readonly stat = { ctime: 0, mtime: 1, size: 1 };
}
export class TFolder extends TAbstractFile {}
export class MarkdownView {}

export const normalizePath = (path: string): string => path;
export const parseYaml = (text: string): unknown => parse(text);
export const stringifyYaml = (value: unknown): string => stringify(value);
export const moment = (): { isValid(): boolean } => ({ isValid: () => false });
