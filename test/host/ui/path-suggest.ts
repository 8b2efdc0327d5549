import type { App } from '../app';
import { TFile, TFolder } from '../vault/files';
import type { Control } from './setting-definitions';
import { AbstractInputSuggest } from './input-suggest';

/** The suggester of `file` and `folder` controls. */
export class PathSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    private readonly field: HTMLInputElement,
    private readonly control: Control,
  ) {
    super(app, field);
  }

  override getSuggestions(query: string): string[] {
    const wanted = query.toLowerCase();
    const file = this.control.type === 'file';
    return this.app.vault
      .getAllLoadedFiles()
      .filter((entry) => (file ? entry instanceof TFile : entry instanceof TFolder && !entry.isRoot()))
      .filter((entry) => this.control.filter?.(entry as TFile & TFolder) ?? true)
      .map((entry) => entry.path)
      .filter((path) => path.toLowerCase().includes(wanted));
  }

  override renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }

  override selectSuggestion(path: string, event: MouseEvent | KeyboardEvent): void {
    super.selectSuggestion(path, event);
    this.field.value = path;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
    this.close();
  }
}
