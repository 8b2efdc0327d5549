import { Component, setIcon } from 'obsidian';
import { noteName } from '../../../core/vault/path';
import type { IdeaList } from '../../../offers/ideas';
import { redrawOnChange } from '../../../ui/redraw-on-change';
import { drawNoteLink } from './note-link';
import { placeholders, type RememberedRows } from './remembered-rows';
import type { Section } from './section';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';

const ROWS = 5;

/** Ideas that are worked on, by status; nothing at all where there has been no idea yet. */
export class IdeasSection extends Component implements Section {
  private readonly show: (model: IdeaList) => void;
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
    const total = this.remembered.of('ideas');
    const rows = placeholders(total, () => ({ path: '\u00a0', status: 'seed', written: 0 }) as const);
    this.show({ rows, total, hasAny: total > 0 });
    this.register(this.ctx.offers.ideas.subscribe(() => void this.ready()));
  }

  async ready(): Promise<void> {
    const look = ++this.look;
    const list = await this.ctx.offers.ideas.list(ROWS);
    if (look !== this.look) return;
    this.remembered.keep('ideas', list.rows.length);
    this.show(list);
    this.el.removeClass('is-pending');
  }

  private draw(parent: HTMLElement, { rows, total, hasAny }: IdeaList): void {
    parent.toggleClass('is-absent', !hasAny);
    if (!hasAny) return;
    const { app, words, offers } = this.ctx;
    const t = words.ideas;
    const more = total - rows.length;
    drawHead(parent, t.title, more > 0 ? words.home.reading.more(more) : null);
    if (rows.length > 0) {
      const list = parent.createDiv({ cls: 'rh-list', attr: { role: 'list' } });
      for (const { path, status, written } of rows) {
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
