import type { Wordings } from '../../../i18n';
import { addIcon } from '../../../ui/result-list';

export interface BoxOptions {
  readonly t: Wordings['bibliography'];
  readonly text: string;
  /** Name of the file that was read instead of a text; null where none was. */
  readonly fileName: string | null;
  /** Endings and kinds of files that may be chosen, as an input has them; several at once or one. */
  readonly accept: string;
  readonly many: boolean;
  readonly onText: (text: string) => void;
  /** Never none of them. */
  readonly onFiles: (files: readonly File[]) => void;
  /** The file is not what is wanted after all. */
  readonly onPasteInstead: () => void;
  readonly onChooseVaultFile: () => void;
}

export interface BoxView {
  readonly input: HTMLTextAreaElement;
  /** Says what the text is, or that it is nothing that can be read. */
  say(words: string, isProblem?: boolean): void;
}

/** One place for what is to be imported: typed or pasted text, a file that is dropped or chosen. */
export function drawBox(parent: HTMLElement, options: BoxOptions): BoxView {
  const { t } = options;
  const box = parent.createDiv({ cls: 'rh-drop' });
  const input = box.createEl('textarea', {
    attr: { spellcheck: 'false', autocapitalize: 'off', rows: '7', id: 'rh-import-text' },
  });
  box.createEl('label', { cls: 'rh-unseen', text: t.inputLabel, attr: { for: 'rh-import-text' } });
  input.placeholder = `${t.dropTitle}\n${t.dropHint}`;
  input.value = options.text;
  input.addEventListener('input', () => {
    options.onText(input.value);
  });
  const foot = box.createDiv({ cls: 'rh-drop-foot' });
  const words = foot.createSpan({ attr: { 'aria-live': 'polite' }, text: t.nothingYet });
  listenForDrops(box, words, options);
  const chooser = foot.createEl('input', {
    type: 'file',
    cls: 'rh-file',
    attr: { accept: options.accept, tabindex: '-1', hidden: '' },
  });
  chooser.multiple = options.many;
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    if (files.length > 0) options.onFiles(files);
  });
  foot
    .createEl('button', { cls: 'rh-small', text: t.chooseFile, attr: { type: 'button' } })
    .addEventListener('click', () => {
      chooser.value = '';
      chooser.click();
    });
  foot
    .createEl('button', { cls: 'rh-small', text: t.chooseVaultFile, attr: { type: 'button' } })
    .addEventListener('click', options.onChooseVaultFile);
  if (options.fileName !== null) drawFile(box, input, t.fileName(options.fileName), options);
  return {
    input,
    say: (text, isProblem = false) => {
      words.empty();
      if (isProblem) addIcon(words, 'circle-alert');
      words.createSpan({ text });
      words.toggleClass('rh-problem', isProblem);
    },
  };
}

/** A file that is too long for the field is named in its place. */
function drawFile(box: HTMLElement, input: HTMLElement, name: string, { t, onPasteInstead }: BoxOptions): void {
  input.hide();
  const place = createDiv({ cls: 'rh-drop-empty' });
  addIcon(place, 'file-text');
  place.createEl('b', { text: name });
  place
    .createEl('button', { cls: 'rh-plain', text: t.pasteInstead, attr: { type: 'button' } })
    .addEventListener('click', onPasteInstead);
  box.insertBefore(place, input);
}

function listenForDrops(box: HTMLElement, words: HTMLElement, { t, onFiles }: BoxOptions): void {
  let before: string | null = null;
  const leave = (): void => {
    box.removeClass('is-over');
    if (before !== null) words.setText(before);
    before = null;
  };
  box.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    box.addClass('is-over');
    before ??= words.textContent;
    words.setText(t.dropNow);
  });
  box.addEventListener('dragleave', (event) => {
    if (!box.contains(event.relatedTarget as Node | null)) leave();
  });
  box.addEventListener('drop', (event) => {
    leave();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return; // text that is dropped goes where text goes
    event.preventDefault();
    onFiles(files);
  });
}
