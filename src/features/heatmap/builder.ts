import { Modal, type App } from 'obsidian';
import {
  BUILT_SOURCES,
  FIRST_CHOICES,
  heatmapBlockText,
  isNamedSource,
  optionsFor,
  type HeatmapChoices,
} from '../../core/heatmap/block-text';
import { namedRanges } from '../../core/heatmap/named-ranges';
import { METRICS_OF, VIEWS, type Metric, type SourceName } from '../../core/heatmap/options';
import { COMBINATIONS_OF } from '../../core/heatmap/value-options';
import { PALETTES } from '../../core/heatmap/palette';
import { RANGE_WORDS } from '../../core/heatmap/range';
import type { Combination } from '../../core/heatmap/combine';
import { isCombined } from '../../core/heatmap/metrics';
import { isRating } from '../../core/heatmap/rating';
import { guessKind, VALUE_KINDS, type ValueKind } from '../../core/heatmap/values';
import { propertyOf } from '../../core/markdown/property';
import { hasDataview } from '../../platform/dataview';
import { AfterPause } from '../../platform/pause';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawFolded } from '../../ui/form/folded';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { SuggestInput } from '../../ui/form/suggest-input';
import { drawSwitch } from '../../ui/form/switch-field';
import { drawTextField } from '../../ui/form/text-field';
import type { HeatmapContext } from './context';
import { isSameName } from '../../core/text/same-name';
import { wordProblem } from '../../ui/option-problem';
import { newId } from '../../ui/new-id';
import { problemTexts } from './widget/problems';
import { sourceFor } from './days/source-for';
import { liveHeatmap, type LiveHeatmap } from './widget/live-heatmap';
import { HeatmapWidget } from './widget/widget';

/** Typing pauses this long before the preview is drawn anew. */
const PREVIEW_DELAY_MS = 250;

/** A form that writes a heatmap's block and shows what it will look like. */
export class HeatmapBuilder extends Modal {
  private choices: HeatmapChoices = FIRST_CHOICES;
  private readonly id = newId();
  private form: HTMLElement | null = null;
  private preview: LiveHeatmap | null = null;
  private box: PreviewBox | null = null;
  private submit: HTMLButtonElement | null = null;
  private combineEl: HTMLElement | null = null;
  private valuesEl: HTMLElement | null = null;
  private isCombineChosen = false;
  private areValuesChosen = false;
  private readonly pause = new AfterPause(PREVIEW_DELAY_MS, () => {
    this.preview?.redraw();
  });

  constructor(
    private readonly ctx: HeatmapContext,
    private readonly insert: (text: string) => void,
    app: App = ctx.app,
  ) {
    super(app);
  }

  override onOpen(): void {
    const t = this.ctx.i18n.ui.heatmap.builder;
    this.setTitle(t.title);
    this.modalEl.addClass('rh-heatmap-builder');
    this.contentEl.setAttribute('lang', this.ctx.i18n.ui.common.langTag);
    this.preview = this.createPreview(this.contentEl.createDiv('rh-builder-preview'));
    this.form = this.contentEl.createDiv('rh-form');
    this.box = drawPreviewBox(this.contentEl.createDiv('rh-form'));
    const buttons = drawFormButtons(this, { cancel: this.ctx.i18n.ui.common.cancel, submit: t.insert }, () => {
      this.finish();
    });
    this.submit = buttons.submit;
    this.drawFields();
    this.preview.load();
  }

  override onClose(): void {
    this.pause.stop();
    this.preview?.unload();
    this.contentEl.empty();
  }

  private drawFields(): void {
    const { form, choices } = this;
    const t = this.ctx.i18n.ui.heatmap.builder;
    if (form === null) return;
    form.empty();
    drawChoiceField(form, {
      name: `${this.id}-source`,
      label: t.source,
      segments: BUILT_SOURCES.filter((value) => value !== 'dataview' || hasDataview(this.app)).map((value) => ({
        value,
        label: t.sources[value],
      })),
      value: choices.source,
      onChange: (source) => {
        const isSameKind = (source === 'dataview') === (this.choices.source === 'dataview'); // a query is no name
        this.set({ source, metric: metricOf(source, this.choices.value) });
        this.setProperty(isSameKind ? this.choices.property : '');
        this.drawFields(); // other questions
        this.contentEl.querySelector<HTMLElement>('.rh-choice-input:checked')?.focus();
      },
    });
    if (this.isNamed) this.drawProperty(form);
    if (choices.source === 'reading') {
      drawChoiceField(form, {
        name: `${this.id}-metric`,
        label: t.metric,
        segments: METRICS_OF.reading
          .filter((metric) => metric !== 'count')
          .map((value) => ({ value, label: t.metrics[value] })),
        value: choices.metric,
        onChange: (metric) => {
          this.set({ metric });
        },
      });
    }
    this.drawRange(form);
    drawChoiceField(form, {
      name: `${this.id}-palette`,
      label: t.palette,
      segments: PALETTES.map((value) => ({ value, label: t.palettes[value] })),
      value: choices.palette,
      onChange: (palette) => {
        this.set({ palette });
      },
    });
    this.drawMore(drawFolded(form, t.more, false));
  }

  private drawProperty(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.heatmap.builder;
    const isQuery = this.choices.source === 'dataview';
    const field = drawTextField(form, {
      id: `${this.id}-property`,
      label: isQuery ? t.query : t.property,
      placeholder: isQuery ? '"Daily" or #run' : 'mood',
      value: this.choices.property,
      onInput: (property) => {
        this.setProperty(property);
      },
    });
    field.setHint(isQuery ? t.queryHint : this.choices.source === 'field' ? t.fieldHint : t.propertyHint);
    if (isQuery) {
      drawTextField(form, {
        id: `${this.id}-value`,
        label: t.value,
        placeholder: 'km * 1.6',
        value: this.choices.value,
        onInput: (value) => {
          this.set({ value, metric: metricOf('dataview', value) });
        },
      });
    }
    this.valuesEl = drawChoiceField(form, {
      name: `${this.id}-values`,
      label: t.values,
      segments: VALUE_KINDS.map((value) => ({ value, label: t.kinds[value] })),
      value: this.choices.values,
      onChange: (values) => {
        this.areValuesChosen = true;
        this.set({ values, combine: COMBINATIONS_OF[values][0] });
        this.drawFields();
        this.contentEl.querySelector<HTMLElement>(`input[name="${this.id}-values"]:checked`)?.focus();
      },
    });
    this.valuesEl.toggle(this.choices.metric !== 'count');
    if (!isQuery && field.input.instanceOf(HTMLInputElement)) {
      new SuggestInput(
        this.app,
        field.input,
        () => this.knownProperties(),
        () => [],
        ({ title }) => {
          this.setProperty(title);
        },
      );
    }
  }

  private drawRange(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.heatmap.builder;
    const spans = [...namedRanges(this.ctx.settings.values.spans).keys()];
    const usual = [
      ...RANGE_WORDS.map((value) => ({ value, label: t.ranges[value] })),
      ...spans.map((name) => ({ value: name, label: name })),
    ];
    const isUsual = usual.some(({ value }) => value === this.choices.range);
    drawChoiceField<string>(form, {
      name: `${this.id}-range`,
      label: t.range,
      segments: [...usual, { value: '', label: t.ranges.other }],
      value: isUsual ? this.choices.range : '',
      onChange: (range) => {
        this.set({ range });
        other.el.toggle(range === '');
        if (range === '') other.input.focus();
      },
    });
    const other = drawTextField(form, {
      id: `${this.id}-other-range`,
      label: t.otherRange,
      placeholder: '2026-03-01..2026-07-15',
      value: isUsual ? '' : this.choices.range,
      onInput: (range) => {
        this.set({ range });
      },
    });
    other.setHint(t.rangeHint);
    other.el.toggle(!isUsual);
  }

  private drawMore(el: HTMLElement): void {
    const t = this.ctx.i18n.ui.heatmap.builder;
    drawTextField(el, {
      id: `${this.id}-title`,
      label: t.heading,
      value: this.choices.title,
      onInput: (title) => {
        this.set({ title });
      },
    });
    drawTextField(el, {
      id: `${this.id}-goal`,
      label: t.goal,
      inputMode: 'numeric',
      value: this.choices.goal,
      onInput: (goal) => {
        this.set({ goal });
      },
    });
    this.combineEl = drawChoiceField(el, {
      name: `${this.id}-combine`,
      label: t.combine,
      segments: COMBINATIONS_OF[this.choices.values].map((value) => ({ value, label: t.combinations[value] })),
      value: this.choices.combine,
      onChange: (combine) => {
        this.isCombineChosen = true;
        this.set({ combine });
      },
    });
    this.combineEl.toggle(isCombined(this.choices.metric));
    const { bases } = this.ctx.i18n.ui.heatmap;
    drawChoiceField(el, {
      name: `${this.id}-view`,
      label: bases.view,
      segments: VIEWS.map((value) => ({ value, label: bases.views[value] })),
      value: this.choices.view,
      onChange: (view) => {
        this.set({ view });
      },
    });
    drawSwitch(el, {
      label: t.weekNumbers,
      hint: '',
      value: this.choices.weekNumbers,
      onChange: (weekNumbers) => {
        this.set({ weekNumbers });
      },
    });
  }

  private get isNamed(): boolean {
    return isNamedSource(this.choices.source);
  }

  private setProperty(property: string): void {
    const values = this.isNamed ? this.kindFor(property) : 'numbers';
    const combine = this.combineFor(this.choices.source, property, values);
    check(this.combineEl, combine);
    check(this.valuesEl, values);
    this.set({ property, values, combine });
  }

  /** What the values of a property are, by what notes hold, unless something else is chosen. */
  private kindFor(property: string): ValueKind {
    const { source, values } = this.choices;
    if (this.areValuesChosen || source === 'dataview' || property.trim() === '') return values;
    const held: unknown[] =
      source === 'field'
        ? [...this.ctx.fields.notes.values()].flatMap((fields) =>
            fields.flatMap(({ key, value }) => (isSameName(key, property) ? value : [])),
          )
        : [...this.ctx.vaultIndex.known()].map(({ frontmatter }) => propertyOf(frontmatter, property));
    return guessKind(held.flat()) ?? 'numbers';
  }

  /** Moods and ratings are averaged unless something else is chosen: two of them on a day are no better day. */
  private combineFor(source: SourceName, property: string, values: ValueKind): Combination {
    const known: readonly Combination[] = COMBINATIONS_OF[values];
    if (this.isCombineChosen && known.includes(this.choices.combine)) return this.choices.combine;
    const isFelt = source !== 'reading' && values === 'numbers' && isRating(property);
    return isFelt ? 'average' : COMBINATIONS_OF[values][0];
  }

  private set(change: Partial<HeatmapChoices>): void {
    this.choices = { ...this.choices, ...change };
    this.combineEl?.toggle(isCombined(this.choices.metric));
    this.valuesEl?.toggle(this.choices.metric !== 'count');
    this.pause.call();
  }

  /** Shows what the block draws, or what is wrong with it. */
  private createPreview(el: HTMLElement): LiveHeatmap {
    const { ctx } = this;
    const waits = (): boolean => this.isNamed && this.choices.property.trim() === '';
    return liveHeatmap(
      ctx,
      el,
      { values: () => optionsFor(this.choices) },
      {
        drawProblems: (parent, [problem]) => {
          if (problem === undefined || waits()) return;
          const { cause, tip } = wordProblem(problem, problemTexts(ctx.i18n.ui));
          parent.createDiv({ cls: 'rh-hint', text: `${cause}. ${tip}`.replace(/`/g, ''), attr: { role: 'alert' } });
        },
        draw: (parent, { options, problems }) => {
          if (waits()) {
            const { nameProperty, nameQuery } = ctx.i18n.ui.heatmap.builder;
            const text = this.choices.source === 'dataview' ? nameQuery : nameProperty;
            parent.createDiv({ cls: ['rh-hint', 'rh-builder-waits'], text });
          }
          const isReady = problems.length === 0 && !waits();
          this.offer(isReady);
          return isReady ? new HeatmapWidget(ctx, parent, options, sourceFor(ctx, options, null), 'preview') : null;
        },
      },
    );
  }

  /** Shows the block to the letter where it can be inserted. */
  private offer(isReady: boolean): void {
    const { ctx } = this;
    if (this.submit !== null) this.submit.disabled = !isReady;
    const lines = isReady ? heatmapBlockText(this.choices, ctx.yaml).split('\n') : [];
    this.box?.set(ctx.i18n.ui.heatmap.builder.writes, lines);
  }

  private finish(): void {
    this.pause.hurry();
    if (this.submit?.disabled !== false) return;
    this.insert(heatmapBlockText(this.choices, this.ctx.yaml));
    this.close();
  }

  /** Properties, or fields, that notes of the vault have, the most used first. */
  private knownProperties(): { readonly title: string; readonly detail: string }[] {
    const uses = new Map<string, number>();
    const names =
      this.choices.source === 'field'
        ? [...this.ctx.fields.notes.values()].map((fields) => fields.map(({ key }) => key))
        : [...this.ctx.vaultIndex.known()].map(({ frontmatter }) => Object.keys(frontmatter));
    for (const key of names.flat()) uses.set(key, (uses.get(key) ?? 0) + 1);
    return [...uses].sort(([, a], [, b]) => b - a).map(([title]) => ({ title, detail: '' }));
  }
}

/** What is counted at first; rows of a query without an amount can only be counted. */
function metricOf(source: SourceName, value: string): Metric {
  const isCount = source === 'dataview' && value.trim() === '';
  return isCount ? 'count' : (METRICS_OF[source][0] ?? 'count');
}

function check(field: HTMLElement | null, value: string): void {
  const input = field?.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (input) input.checked = true;
}
