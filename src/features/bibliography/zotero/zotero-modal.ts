import type { ReadItems } from '../../../core/bibliography/item';
import type {
  Answered,
  ItemSource,
  ZoteroCollection,
  ZoteroLibrary,
  ZoteroScope,
} from '../../../core/bibliography/zotero/client';
import type { ZoteroPlace } from '../../../core/bibliography/zotero/read-items';
import { differencesOf } from '../../../core/import/choices';
import { askHosts } from '../../../ui/ask-hosts';
import { drawField } from '../../../ui/form/field';
import { drawTextField } from '../../../ui/form/text-field';
import { openNote } from '../../../ui/open-note';
import { drawStatusLine } from '../../../ui/status-line';
import { ImportModal } from '../import/import-modal';
import { planFor, type ImportContext } from '../import/run';
import type { ImportStore } from '../import/undo-store';
import { openSource } from './connection';

/** The handbook's note on Zotero, which says what to do when attachments do not fit. */
const GUIDE = 'tools/zotero';

/** The note that is to be brought up to date. */
export interface UpdatedNote {
  readonly path: string;
  readonly place: ZoteroPlace | null;
}

/** From the choice of what in Zotero is wanted to the same list, progress and result as of any import. */
export class ZoteroModal extends ImportModal {
  private source: ItemSource | null = null;
  private libraries: readonly ZoteroLibrary[] = [];
  private collections: readonly ZoteroCollection[] = [];
  private library: ZoteroLibrary | undefined;
  private collection = '';
  private query = '';

  constructor(
    ctx: ImportContext,
    store: ImportStore,
    /** `import`: whatever is chosen comes in; `check`: it is only said whether Zotero answers; a note: it is brought up to date. */
    private readonly mode: 'import' | 'check' | UpdatedNote,
  ) {
    super(ctx, store);
  }

  /** Items have numbers where entries of a file have lines. */
  protected override get t(): ImportContext['i18n']['ui']['bibliography'] {
    const { zotero, bibliography } = this.ctx.i18n.ui;
    return { ...bibliography, ...zotero.items };
  }

  protected override get titleText(): string {
    const { zotero: z } = this.ctx.i18n.ui;
    return this.mode === 'check' ? z.commandCheck : this.mode === 'import' ? z.commandImport : z.commandUpdate;
  }

  protected override showStart(): void {
    void this.connect();
  }

  private async connect(): Promise<void> {
    const { ctx, mode } = this;
    const z = ctx.i18n.ui.zotero;
    this.begin(this.titleText).createDiv({ cls: 'rh-hint', text: z.asking, attr: { 'aria-live': 'polite' } });
    const source =
      this.source ??
      (await openSource(ctx, ({ host, key }) => askHosts(ctx, [host], key === null ? z.sent : z.sentWithKey)));
    if (source === null) {
      this.close();
      return;
    }
    if (typeof source === 'string') {
      this.say(source);
      return;
    }
    this.source = source;
    if (mode === 'check') {
      const about = await this.answered(source.about());
      if (about !== null) this.say(z.works(about.name, about.items, about.groups), true);
      return;
    }
    const libraries = await this.answered(source.libraries());
    if (libraries === null) return;
    this.libraries = libraries;
    const [own] = libraries;
    if (mode === 'import') {
      await this.choose(source, this.library ?? own);
      return;
    }
    const { place } = mode;
    const library = source.isFile ? own : libraries.find(({ id }) => id === place?.library);
    if (library === undefined) this.say(z.problems.gone);
    else await this.take(library, source.isFile || place === null ? { kind: 'all' } : { kind: 'key', key: place.key });
  }

  /** An answer; null where there is none, which is said, or where the dialog is gone. */
  private async answered<T>(asked: Promise<Answered<T>>): Promise<T | null> {
    const answer = await asked;
    if (!this.containerEl.isConnected) return null;
    if (answer.ok) return answer.value;
    this.say(answer.error);
    return null;
  }

  /** What is wrong, or that all is well, and the way on. */
  private say(words: string, isWell = false): void {
    const { ctx } = this;
    const { zotero: z, common } = ctx.i18n.ui;
    const place = this.begin(this.titleText);
    drawStatusLine(place, words, isWell);
    const guide = this.mode === 'check' ? ctx.handbookNotes.find(GUIDE, ctx.places.language()) : null;
    if (guide !== null) {
      const link = place.createEl('a', { text: z.guide, href: '#' });
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.close();
        void openNote(ctx.app, guide);
      });
    }
    this.button(common.close, () => {
      this.close();
    });
    this.button(z.again, () => void this.connect(), 'mod-cta')?.focus();
  }

  /** Shows what of a library can be chosen. */
  private async choose(source: ItemSource, library: ZoteroLibrary | undefined): Promise<void> {
    const collections = library === undefined ? [] : await this.answered(source.collections(library));
    if (collections === null) return;
    if (library !== this.library) this.collection = '';
    this.library = library;
    this.collections = collections;
    const { ctx, libraries } = this;
    const { zotero: z, common } = ctx.i18n.ui;
    const place = this.begin(this.titleText);
    place.createDiv({ cls: 'rh-hint', text: z.from(source.where) });
    if (libraries.length > 1)
      drawSelect(place, 'library', z.library, {
        choices: libraries.map(({ id, name }) => [id, name ?? z.ownLibrary]),
        value: library?.id ?? '',
        onChange: (wanted) => {
          void this.choose(
            source,
            libraries.find(({ id }) => id === wanted),
          );
        },
      });
    if (collections.length > 0)
      drawSelect(place, 'collection', z.collection, {
        choices: [['', z.wholeLibrary], ...collections.map(({ key, name }): [string, string] => [key, name])],
        value: this.collection,
        onChange: (key) => {
          this.collection = key;
        },
      });
    drawTextField(place, {
      id: 'rh-zotero-query',
      label: z.query,
      remark: z.queryRemark,
      value: this.query,
      onInput: (text) => {
        this.query = text;
      },
    });
    this.drawOptions(place);
    this.button(common.cancel, () => {
      this.close();
    });
    this.submit = this.button(this.t.show, () => void this.plan(), 'mod-cta');
    this.submit?.focus();
  }

  protected override async showList(): Promise<void> {
    const { library, collections, collection } = this;
    const chosen = collections.find(({ key }) => key === collection);
    const query = this.query.trim();
    if (library === undefined) return;
    if (chosen !== undefined) await this.take(library, { kind: 'collection', keys: chosen.keys });
    else await this.take(library, query === '' ? { kind: 'all' } : { kind: 'query', query });
  }

  private async take(library: ZoteroLibrary, scope: ZoteroScope): Promise<void> {
    const { source, submit } = this;
    if (source === null) return;
    const work = new AbortController();
    this.work = work; // closing ends it
    const onCount = (count: number): void => {
      submit?.setText(this.ctx.i18n.ui.zotero.fetched(count));
    };
    const read = await this.answered(source.items(library, scope, { signal: work.signal, onCount }));
    this.work = null;
    if (read !== null) await this.showPlan(read, source);
  }

  private async showPlan(read: ReadItems, { where }: ItemSource): Promise<void> {
    const { ctx, mode } = this;
    const note = typeof mode === 'string' ? null : mode;
    const plan = await planFor(ctx, read, note?.path);
    if (!this.containerEl.isConnected) return;
    if (note === null) {
      this.showPreview(plan);
      return;
    }
    const steps = plan.steps.filter(({ kind }) => kind === 'known');
    const [step] = steps;
    const isNews =
      step?.kind === 'known' && (Object.keys(step.known.filling.fills).length > 0 || differencesOf(step).length > 0);
    if (isNews) this.showPreview({ found: steps.length, steps, failures: [], skipped: [] });
    else {
      const z = ctx.i18n.ui.zotero;
      ctx.notify.info(step === undefined ? z.notInFile(where) : z.upToDate);
      this.close();
    }
  }
}

interface Select {
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function drawSelect(parent: HTMLElement, name: string, label: string, { choices, value, onChange }: Select): void {
  const id = `rh-zotero-${name}`;
  const select = drawField(parent, { label, controlId: id }).el.createEl('select', { cls: 'dropdown', attr: { id } });
  for (const [one, text] of choices) select.createEl('option', { value: one, text });
  select.value = value;
  select.addEventListener('change', () => {
    onChange(select.value);
  });
}
