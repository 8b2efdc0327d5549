import { Component, setIcon } from 'obsidian';
import { noteName } from '../../../core/vault/path';
import type { IdeaRow } from '../../../offers/ideas';
import { redrawOnChange } from '../../../ui/redraw-on-change';
import { drawNoteLink } from './note-link';
import { placeholders, type RememberedRows } from './remembered-rows';
import type { Section } from './section';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';

const ROWS = 5;
const NO_ROW: IdeaRow = { path: '\u00a0', status: 'seed', written: 0 };

/** Ideas that are worked on, by status; nothing at all where there has been no idea yet. */
export class IdeasSection extends Component implements Section {
  private readonly show: (model: readonly IdeaRow[] | null) => void;
  /** Counts the looks, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly remembered: RememberedRows,
  ) {
    super();
    this.show = redrawOnChange(el, (parent, model) => {
      this.draw(parent, model);
    });
  }

  override onload(): void {
    this.el.addClasses(['rh-section', 'is-pending']);
    const rows = placeholders(this.remembered.of('ideas'), () => NO_ROW);
    this.show(rows.length > 0 ? rows : null);
    this.register(this.ctx.offers.ideas.subscribe(() => void this.ready()));
  }

  async ready(): Promise<void> {
    const look = ++this.look;
    const list = await this.ctx.offers.ideas.list();
    if (look !== this.look) return;
    this.remembered.keep('ideas', Math.min(list?.length ?? 0, ROWS + 1));
    this.show(list);
    this.el.removeClass('is-pending');
  }

  private draw(parent: HTMLElement, ideas: readonly IdeaRow[] | null): void {
    parent.toggleClass('is-absent', ideas === null);
    if (ideas === null) return;
    const { app, words, offers } = this.ctx;
    const t = words.ideas;
    const more = ideas.length - ROWS;
    drawHead(parent, t.title, more > 0 ? words.home.reading.more(more) : null);
    if (ideas.length > 0) {
      const list = parent.createDiv({ cls: 'rh-list', attr: { role: 'list' } });
      for (const { path, status, written } of ideas.slice(0, ROWS)) {
        const row = list.createDiv({ attr: { role: 'listitem' } });
        setIcon(row, 'lightbulb');
        const main = row.createDiv();
        drawNoteLink(app, main, { path, text: noteName(path), cls: 'rh-link rh-source-title' });
        main.createDiv({ cls: 'rh-source-meta', text: t.of5(t.statuses[status], written) });
      }
      return;
    }
    parent.createDiv({ cls: 'rh-muted', text: t.none });
    const button = parent.createEl('button', { text: t.newIdea, attr: { 'data-key': 'new-idea' } });
    button.addEventListener('click', () => {
      offers.ideas.openForm();
    });
  }
}
