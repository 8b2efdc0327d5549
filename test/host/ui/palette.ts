// The app's own two boxes for going somewhere: its commands and its notes.
import { type Command, registries, theApp } from '../registries';
import { isAvailable, runCommand } from '../plugin/commands';
import type { TFile } from '../vault/files';
import { FuzzySuggestModal } from './suggest-modal';

class CommandPalette extends FuzzySuggestModal<Command> {
  getItems(): Command[] {
    return [...registries.commands.values()].filter(isAvailable);
  }
  getItemText({ name }: Command): string {
    return name;
  }
  onChooseItem({ id }: Command): void {
    void runCommand(id);
  }
}

class QuickSwitcher extends FuzzySuggestModal<TFile> {
  getItems(): TFile[] {
    return theApp().vault.getMarkdownFiles();
  }
  getItemText({ path }: TFile): string {
    return path.replace(/\.md$/, '');
  }
  onChooseItem({ path }: TFile): void {
    void theApp().workspace.openLinkText(path, '');
  }
}

export function openPalette(what: 'commands' | 'notes', placeholder: string): void {
  const modal = what === 'commands' ? new CommandPalette(theApp()) : new QuickSwitcher(theApp());
  modal.setPlaceholder(placeholder);
  modal.open();
}
