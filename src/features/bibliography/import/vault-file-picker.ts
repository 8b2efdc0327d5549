import { FuzzySuggestModal, type App, type TFile } from 'obsidian';
import { namePrompt } from '../../../ui/name-prompt';

/** Lets one of the vault's files be chosen. */
export class VaultFilePicker extends FuzzySuggestModal<TFile> {
  constructor(
    app: App,
    private readonly files: TFile[],
    placeholder: string,
    private readonly onPick: (file: TFile) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
    namePrompt(this, placeholder);
  }

  override getItems(): TFile[] {
    return this.files;
  }

  override getItemText(file: TFile): string {
    return file.path;
  }

  override onChooseItem(file: TFile): void {
    this.onPick(file);
  }
}
