import { Modal } from 'obsidian';
import { FIRST_CHOICES, optionsFor, progressBlockText, type ProgressChoices } from '../../core/progress/block-text';
import { PROGRESS_STYLES, type ProgressOptions } from '../../core/progress/options';
import { REPEATS } from '../../core/progress/repeat';
import { SPAN_UNITS } from '../../core/progress/span-options';
import { buildRow } from '../../core/progress/rows';
import { readNamedSpans } from '../../core/time/named-spans';
import { PERIOD_UNITS } from '../../core/time/period';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawFolded } from '../../ui/form/folded';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { drawTextArea, drawTextField, type TextField } from '../../ui/form/text-field';
import { drawToggleChips } from '../../ui/form/toggle-chips';
import type { Context } from '../context';
import { liveProgress, readProgressValues, type LiveProgress } from './live-progress';
import { staticMarkdown } from './static-markdown';

const MOST_MINUTES = 10_080;

/** The form that writes a `time-progress` block, or its table as text, with a preview that is the block itself. */
export class ProgressBuilder extends Modal {
  private choices = FIRST_CHOICES;
  private picture: LiveProgress | null = null;
  private spans: TextField<HTMLTextAreaElement> | null = null;
  private goal: TextField | null = null;
  private box: PreviewBox | null = null;
  private buttons: readonly HTMLButtonElement[] = [];

  /** @param insert - puts the text into the note */
  constructor(
    private readonly ctx: Context,
    private readonly insert: (text: string) => void,
  ) {
    super(ctx.app);
  }

  override onOpen(): void {
    const { common, progress } = this.ctx.i18n.ui;
    const t = progress.builder;
    this.setTitle(t.title);
    this.modalEl.setAttribute('lang', common.langTag);
    this.modalEl.addClass('rh-progress-builder');
    this.picture = liveProgress(this.ctx, this.contentEl.createDiv({ cls: 'rh-tp-preview' }), {
      values: () => this.optionValues(),
    });
    this.picture.load();
    const form = this.contentEl.createDiv({ cls: 'rh-form' });
    this.drawFields(form);
    this.box = drawPreviewBox(form);
    const { submit } = drawFormButtons(this, { cancel: common.cancel, submit: t.insert }, () => {
      this.finish(this.blockText());
    });
    const asText = createEl('button', { text: t.insertStatic, attr: { type: 'button' } });
    asText.addEventListener('click', () => {
      this.finish(this.staticText());
    });
    submit.before(asText);
    this.buttons = [asText, submit];
    this.refresh();
  }

  override onClose(): void {
    this.picture?.unload();
    this.contentEl.empty();
  }

  private drawFields(form: HTMLElement): void {
    const { i18n, settings } = this.ctx;
    const { progress } = i18n.ui;
    const t = progress.builder;
    drawChoiceField(form, {
      name: 'rh-progress-style',
      label: t.style,
      segments: PROGRESS_STYLES.map((value) => ({ value, label: t.styles[value] })),
      value: this.choices.style,
      onChange: (style) => {
        this.change({ style });
      },
    });
    drawToggleChips(form, {
      label: t.periods,
      choices: PERIOD_UNITS.map((value) => ({ value, label: progress.period(value) })),
      value: this.choices.periods,
      onChange: (periods) => {
        this.change({ periods });
      },
    });
    const named = readNamedSpans(settings.values.spans).spans.map(({ name }) => ({ value: name, label: name }));
    if (named.length > 0) {
      drawToggleChips(form, {
        label: t.named,
        choices: named,
        value: this.choices.named,
        onChange: (names) => {
          this.change({ named: names });
        },
      });
    }
    this.spans = drawTextArea(form, {
      id: 'rh-progress-spans',
      label: t.spans,
      remark: t.spansRemark,
      placeholder: t.spansPlaceholder,
      rows: 2,
      onInput: (spans) => {
        this.change({ spans });
      },
    });
    this.spans.setHint(t.spansHint);
    this.goal = drawTextField(form, {
      id: 'rh-progress-goal',
      label: t.goal,
      remark: t.goalRemark,
      inputMode: 'numeric',
      onInput: (goal) => {
        this.change({ goal });
      },
    });
    const more = drawFolded(form, t.more, false);
    drawChoiceField(more, {
      name: 'rh-progress-single',
      label: t.single,
      segments: [
        { value: 'down', label: t.countDown },
        { value: 'up', label: t.countUp },
      ],
      value: 'down',
      onChange: (way) => {
        this.change({ countsUp: way === 'up' });
      },
    });
    drawChoiceField(more, {
      name: 'rh-progress-unit',
      label: t.unit,
      segments: (['auto', ...SPAN_UNITS] as const).map((value) => ({ value, label: t.units[value] })),
      value: this.choices.unit,
      onChange: (unit) => {
        this.change({ unit });
      },
    });
    drawChoiceField(more, {
      name: 'rh-progress-repeat',
      label: t.repeat,
      segments: (['never', ...REPEATS] as const).map((value) => ({ value, label: t.repeats[value] })),
      value: this.choices.repeat,
      onChange: (repeat) => {
        this.change({ repeat });
      },
    });
    drawChoiceField(more, {
      name: 'rh-progress-language',
      label: t.language,
      segments: (['auto', 'zh', 'en'] as const).map((value) => ({ value, label: t.languages[value] })),
      value: this.choices.language,
      onChange: (language) => {
        this.change({ language });
      },
    });
  }

  private change(more: Partial<ProgressChoices>): void {
    this.choices = { ...this.choices, ...more };
    this.refresh();
  }

  /** Shows what is wrong, what will be written, and how it will look. */
  private refresh(): void {
    const { picture, box } = this;
    if (!picture || !box) return;
    const t = this.ctx.i18n.ui.progress.builder;
    const problems = [this.spansProblem(), this.goalProblem()];
    this.spans?.setProblem(problems[0] ?? null);
    this.goal?.setProblem(problems[1] ?? null);
    const wrong = problems.some((problem) => problem !== null);
    const empty = this.options().rows.length === 0;
    for (const button of this.buttons) button.disabled = wrong || empty;
    if (wrong) return; // the last picture stays while a line is being typed
    box.set(empty ? t.empty : t.writes, empty ? [] : this.blockText().split('\n'));
    picture.redraw();
  }

  private spansProblem(): string | null {
    const t = this.ctx.i18n.ui.progress.builder;
    const [unreadable] = readNamedSpans(this.choices.spans).unreadable;
    if (unreadable) return t.spansProblem(unreadable.text);
    const around = this.surroundings();
    for (const spec of this.options().rows) {
      const built = buildRow(spec, around);
      if (!built.ok && built.problem.code === 'reversed') return t.spansReversed(built.problem.value);
    }
    return null;
  }

  private goalProblem(): string | null {
    const text = this.choices.goal.trim();
    const minutes = Number(text);
    if (text === '' || (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES)) return null;
    return this.ctx.i18n.ui.progress.builder.goalProblem;
  }

  private optionValues(): Record<string, unknown> {
    return optionsFor(this.choices, this.ctx.settings.values.weeklyGoalMinutes);
  }

  private options(): ProgressOptions {
    return readProgressValues(this.ctx, this.optionValues());
  }

  private blockText(): string {
    return progressBlockText(this.optionValues(), this.ctx.yaml);
  }

  private staticText(): string {
    const around = this.surroundings();
    const rows = this.options().rows.flatMap((spec) => {
      const built = buildRow(spec, around);
      return built.ok ? [built.row] : [];
    });
    const { language } = this.choices;
    const { i18n } = this.ctx;
    return staticMarkdown(
      rows,
      (around.now.toISO({ includeOffset: false }) ?? '').slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' '),
      language === 'auto' ? i18n.ui : i18n.in(language),
    );
  }

  private surroundings(): Parameters<typeof buildRow>[1] {
    const { clock, settings, reading } = this.ctx;
    return {
      now: clock.now(),
      weekStart: settings.values.weekStart,
      source: null,
      properties: () => ({ state: 'waiting' }),
      entries: (from, to) => reading.index.entriesBetween(from, to),
    };
  }

  private finish(text: string): void {
    if (this.buttons.some((button) => button.disabled)) return;
    this.insert(text);
    this.close();
  }
}
