import { MarkdownRenderChild } from 'obsidian';
import { namedRanges } from '../../../core/heatmap/named-ranges';
import { readHeatmapOptions } from '../../../core/heatmap/options';
import { drawProblems } from '../../../ui/option-problem';
import type { BlockHandler } from '../../../platform/code-blocks';
import type { HeatmapContext } from '../context';
import { colourProblems } from '../calendar/paint';
import { problemTexts } from './problems';
import { sourceFor } from '../days/source-for';
import { HeatmapWidget } from './widget';

/** Draws a `calendar-heatmap` block; the promise resolves once it stands, so that a PDF is not blank. */
export function heatmapBlock(ctx: HeatmapContext): BlockHandler {
  return async (text, el, block) => {
    const child = new HeatmapBlock(ctx, text, el);
    block.addChild(child);
    child.load(); // at once, whether or not the note's own owner has loaded yet
    await child.ready();
  };
}

/** A block in a note: its heatmap, or what is wrong with its options. */
class HeatmapBlock extends MarkdownRenderChild {
  private widget: HeatmapWidget | null = null;

  constructor(
    private readonly ctx: HeatmapContext,
    private readonly text: string,
    el: HTMLElement,
  ) {
    super(el);
  }

  override onload(): void {
    this.draw();
    this.register(
      this.ctx.settings.subscribe((changed) => {
        if (!changed.has('spans')) return; // the rest the heatmap follows by itself
        this.draw();
        void this.ready();
      }),
    );
  }

  async ready(): Promise<void> {
    await this.widget?.ready();
  }

  private draw(): void {
    const { ctx, containerEl, text } = this;
    if (this.widget !== null) this.removeChild(this.widget);
    this.widget = null;
    containerEl.empty();
    const { options, problems } = readHeatmapOptions(text, ctx.yaml, namedRanges(ctx.settings.values.spans));
    colourProblems(options.palette, problems, containerEl.win);
    if (problems.all.length > 0) drawProblems(containerEl, problems.all, problemTexts(ctx.i18n.ui), text);
    else this.widget = this.addChild(new HeatmapWidget(ctx, containerEl, options, sourceFor(ctx, options)));
  }
}
