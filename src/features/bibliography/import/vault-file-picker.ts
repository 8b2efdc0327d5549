import { FuzzySuggestModal, type App, type TFile } from 'obsidian';
import { namePrompt } from '../../../ui/name-prompt';

const EXTENSIONS: ReadonlySet<string> = new Set(['bib', 'bibtex', 'ris', 'enw', 'ciw', 'txt', 'json']);

/** Files of the vault that may hold entries. */
export function bibliographyFiles(app: App): TFile[] {
  return app.vault.getFiles().filter(({ extension }) => EXTENSIONS.has(extension.toLowerCase()));
}

/** Lets one of the vault's files be chosen. */
export class VaultFilePicker extends FuzzySuggestModal<TFile> {
  constructor(
    app: App,
    placeholder: string,
    private readonly onPick: (file: TFile) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
    namePrompt(this, placeholder);
  }

  override getItems(): TFile[] {
    return bibliographyFiles(this.app);
  }

  override getItemText(file: TFile): string {
    return file.path;
  }

  override onChooseItem(file: TFile): void {
    this.onPick(file);
  }
}
