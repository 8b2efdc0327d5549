import { setIcon } from 'obsidian';
import { LookedAt } from '../../../ui/looked-at';
import { drawNoteLink } from '../../../ui/note-link';
import { drawUnits } from '../../../ui/units';
import { placeholders, type RememberedRows, type RowsPart } from './remembered-rows';
import type { Section } from './section';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';

const ROWS = 5;

/** A note in a row: what leads to it, and how it stands. */
export interface NoteRow {
  readonly path: string;
  readonly title: string;
  readonly about: string;
  /** How far it is, in units; left out where it is not counted. */
  readonly units?: { readonly done: number; readonly total: number };
}

/** What a section of such rows shows. */
export interface RowsParts {
  readonly part: RowsPart;
  readonly title: string;
  readonly icon: string;
  /** Null where there has been nothing of the kind yet: then nothing shows at all. */
  readonly list: () => Promise<readonly NoteRow[] | null>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Stands where nothing is listed. */
  readonly empty?: { readonly text: string; readonly button: string; readonly run: () => void };
}

const NO_ROW: NoteRow = { path: '', title: '\u00a0', about: '\u00a0' };

/** Notes of a kind that are worked on, a row each. */
export function drawRows(ctx: SectionContext, el: HTMLElement, remembered: RememberedRows, parts: RowsParts): Section {
  const { app, words } = ctx;
  const { part, title, icon, list, subscribe, empty } = parts;
  el.addClasses(['rh-section', 'is-pending']);
  const view = new LookedAt<readonly NoteRow[] | null>(el, {
    subscribe,
    look: async () => {
      const rows = await list();
      remembered.keep(part, Math.min(rows?.length ?? 0, ROWS + 1));
      el.removeClass('is-pending');
      return rows;
    },
    draw: (parent, rows) => {
      parent.toggleClass('is-absent', rows === null);
      if (rows === null) return;
      const more = rows.length - ROWS;
      drawHead(parent, title, more > 0 ? words.home.reading.more(more) : null);
      if (rows.length > 0) {
        const box = parent.createDiv({ cls: 'rh-list', attr: { role: 'list' } });
        for (const row of rows.slice(0, ROWS)) {
          const line = box.createDiv({ attr: { role: 'listitem' } });
          setIcon(line, icon);
          const main = line.createDiv();
          drawNoteLink(app, main, { path: row.path, text: row.title, cls: 'rh-link rh-source-title' });
          main.createDiv({ cls: 'rh-source-meta', text: row.about });
          if (row.units !== undefined) drawUnits(line.createDiv('rh-units'), { title: row.title, ...row.units });
        }
      } else if (empty !== undefined) {
        parent.createDiv({ cls: 'rh-muted', text: empty.text });
        const button = parent.createEl('button', { text: empty.button, attr: { 'data-key': part } });
        button.addEventListener('click', () => {
          empty.run();
        });
      }
    },
  });
  const rows = placeholders(remembered.of(part), () => NO_ROW);
  view.show(rows.length > 0 ? rows : null);
  return view;
}
