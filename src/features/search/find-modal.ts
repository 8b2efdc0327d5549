import { Platform, setIcon, SuggestModal, type Editor, type Instruction, type TFile } from 'obsidian';
import type { TextRange } from '../../core/markdown/scan';
import { folderOf } from '../../core/vault/path';
import { namePrompt } from '../../ui/name-prompt';
import { openNote, paneOf } from '../../ui/open-note';
import type { Context } from '../context';
import { openAsk } from './ask/open-ask';
import { findHits, type Hit } from './hits';
import { insertLink } from './insert-link';

/** Rows at once; whoever does not find it among these types another word. */
const MOST_ROWS = 50;
/** From here on a phone asks before it reads everything. */
const MANY_NOTES = 3000;

/** Finds passages while words are typed: opens the line, or puts a link into the note that is being written. */
export class FindModal extends SuggestModal<Hit> {
  private readonly status: HTMLElement;
  /** The note that was being written, for links. */
  private readonly target: { readonly editor: Editor; readonly file: TFile } | null;
  private stage: 'asks' | 'reads' | 'ready' = 'reads';
  private stopFollowing: () => void = () => undefined;
  private lookups = 0;
  private lastHits: Hit[] = [];

  constructor(private readonly ctx: Context) {
    super(ctx.app);
    const t = ctx.i18n.ui.search;
    const { editor, file } = ctx.app.workspace.activeEditor ?? {};
    this.target = editor === undefined || file == null ? null : { editor, file };
    this.limit = MOST_ROWS;
    this.emptyStateText = t.hint;
    this.setPlaceholder(t.placeholder);
    namePrompt(this, t.command);
    this.modalEl.setAttribute('lang', ctx.i18n.ui.common.langTag);
    this.modalEl.addClass('rh-find');
    this.status = (this.inputEl.parentElement ?? this.modalEl).createDiv({
      cls: 'rh-find-status',
      attr: { role: 'status' },
    });
    if (!Platform.isMobile) this.setInstructions(this.instructions());
    this.scope.register([], 'Tab', () => {
      this.close();
      void openAsk(ctx, this.inputEl.value);
      return false;
    });
    for (const modifiers of [['Mod'], ['Shift']] as const) {
      this.scope.register([...modifiers], 'Enter', (event) => {
        this.selectActiveSuggestion(event);
        return false;
      });
    }
  }

  override onOpen(): void {
    void super.onOpen();
    const { search } = this.ctx;
    if (!search.isReady && Platform.isMobile && this.all() > MANY_NOTES && search.notes === 0) this.stage = 'asks';
    else void this.begin();
  }

  override onClose(): void {
    this.stopFollowing();
  }

  /** An answer that comes late gives way to what was found for a later text. */
  override async getSuggestions(text: string): Promise<Hit[]> {
    this.lookups += 1;
    const mine = this.lookups;
    const isIdle = this.stage !== 'ready' || text.trim() === '';
    const hits = isIdle ? [] : await findHits(this.ctx, text, MOST_ROWS);
    if (mine === this.lookups) this.lastHits = [...hits];
    return this.lastHits;
  }

  override renderSuggestion(hit: Hit, el: HTMLElement): void {
    const t = this.ctx.i18n.ui.search;
    el.addClass('rh-hit');
    const head = el.createDiv('rh-hit-head');
    const names = head.createDiv('rh-hit-names');
    drawMarked(names.createSpan('rh-hit-title'), hit.title, hit.titleMarks);
    if (hit.heading !== '' && hit.heading !== hit.title) {
      names.appendText(' · ');
      drawMarked(names.createSpan(), hit.heading, hit.headingMarks);
    }
    const where = [folderOf(hit.path), t.line(hit.line + 1)].filter((part) => part !== '').join(' · ');
    head.createDiv({ cls: 'rh-hit-where', text: where });
    if (hit.text !== '') drawMarked(el.createDiv('rh-hit-text'), hit.text, hit.marks);
    if (this.target !== null && Platform.isMobile) this.drawLinkButton(head, hit);
  }

  override onChooseSuggestion(hit: Hit, event: MouseEvent | KeyboardEvent): void {
    if (event.shiftKey) this.link(hit);
    else void this.goTo(hit, event);
  }

  override onNoSuggestion(): void {
    const t = this.ctx.i18n.ui.search;
    const box = this.resultContainerEl;
    box.empty();
    const empty = box.createDiv('suggestion-empty rh-find-empty');
    const typed = this.inputEl.value.trim();
    if (this.stage === 'asks') {
      empty.createDiv({ text: t.ask(this.all()) });
      const button = empty.createEl('button', { cls: 'mod-cta', text: t.begin });
      button.addEventListener('click', () => void this.begin(), { once: true });
      return;
    }
    if (typed === '' || this.stage === 'reads') {
      empty.createDiv({ text: t.hint });
      return;
    }
    empty.createDiv({ cls: 'rh-strong', text: t.none(typed) });
    empty.createDiv({ text: t.noneHint });
    const { lines, notes } = this.ctx.search.leftOut();
    if (lines + notes > 0) empty.createDiv({ text: t.leftOut(lines, notes) });
  }

  private async begin(): Promise<void> {
    const { search } = this.ctx;
    this.stage = search.isReady ? 'ready' : 'reads';
    this.stopFollowing = search.subscribe(() => {
      this.tell();
    });
    this.tell();
    this.again();
    await search.flush();
    this.stage = 'ready';
    this.tell();
    this.again();
  }

  /** Looks once more for what stands in the field. */
  private again(): void {
    if (this.inputEl.isConnected) this.inputEl.dispatchEvent(new Event('input'));
  }

  private all(): number {
    return this.app.vault.getMarkdownFiles().length;
  }

  private tell(): void {
    const t = this.ctx.i18n.ui.search;
    const { notes } = this.ctx.search;
    this.status.setText(this.stage === 'ready' ? t.notes(notes) : t.reading(notes, this.all()));
  }

  private instructions(): Instruction[] {
    const { keys } = this.ctx.i18n.ui.search;
    return [
      { command: '↑↓', purpose: keys.choose },
      { command: '↵', purpose: keys.open },
      { command: Platform.isMacOS ? '⌘ ↵' : 'ctrl ↵', purpose: keys.tab },
      ...(this.target === null ? [] : [{ command: '⇧ ↵', purpose: keys.link }]),
      { command: 'tab', purpose: keys.ask },
      { command: 'esc', purpose: keys.close },
    ];
  }

  private drawLinkButton(parent: HTMLElement, hit: Hit): void {
    const button = parent.createEl('button', {
      cls: 'clickable-icon',
      attr: { 'aria-label': this.ctx.i18n.ui.search.insertLink },
    });
    setIcon(button, 'link');
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.close();
      this.link(hit);
    });
  }

  private link(hit: Hit): void {
    const t = this.ctx.i18n.ui.search;
    if (this.target === null) this.ctx.notify.warn(t.noEditor);
    else if (!insertLink(this.app, this.target, hit)) this.ctx.notify.warn(t.gone(hit.path));
  }

  private async goTo({ path, line }: Hit, event: MouseEvent | KeyboardEvent): Promise<void> {
    const isThere = await openNote(this.app, path, { line, pane: paneOf(event) });
    if (!isThere) this.ctx.notify.warn(this.ctx.i18n.ui.search.gone(path));
  }
}

/** A text with its marks. */
function drawMarked(parent: HTMLElement, text: string, marks: readonly TextRange[]): void {
  let at = 0;
  for (const { from, to } of marks) {
    parent.appendText(text.slice(at, from));
    parent.createEl('mark', { text: text.slice(from, to) });
    at = to;
  }
  parent.appendText(text.slice(at));
}
