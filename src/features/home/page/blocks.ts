import { MarkdownRenderChild, type MarkdownPostProcessorContext } from 'obsidian';
import {
  readHandbookStepsOptions,
  readHomeOptions,
  readReadingNowOptions,
  readThisWeekOptions,
  type ReadOptions,
} from '../../../core/home/options';
import type { Language, Yaml } from '../../../core/ports';
import type { HomeContext } from '../context';
import { createRoot, frameFor, type Frame } from '../sections/section-frame';
import { HandbookStepsSection } from '../sections/handbook-steps-section';
import { HomePage } from './home-page';
import { drawOptionProblems } from '../sections/problems';
import { ReadingNowSection } from '../sections/reading-now-section';
import { RememberedRows } from '../sections/remembered-rows';
import type { Section } from '../sections/section';
import { ThisWeekSection } from '../sections/this-week-section';

/** The page, and those of its sections that are blocks of their own. */
export function registerBlocks(ctx: HomeContext): void {
  ctx.codeBlocks.register('research-home', async (source, el, block) => {
    const { options, problems } = readHomeOptions(source, ctx.yaml);
    drawOptionProblems(el, frameFor(ctx, options.language), problems, source);
    await mount(el, block, new HomePage(ctx, el, options));
  });
  registerSection(ctx, 'this-week', readThisWeekOptions, (frame, el, options, rows) => {
    return new ThisWeekSection(frame, el, options, rows);
  });
  registerSection(ctx, 'reading-now', readReadingNowOptions, (frame, el, options, rows) => {
    return new ReadingNowSection(frame, el, options, rows);
  });
  registerSection(ctx, 'handbook-steps', readHandbookStepsOptions, (frame, el, options, rows) => {
    return new HandbookStepsSection(frame, el, options, rows);
  });
}

function registerSection<T extends { readonly language: Language | null }>(
  ctx: HomeContext,
  name: string,
  read: (source: string, yaml: Yaml) => ReadOptions<T>,
  create: (frame: Frame, el: HTMLElement, options: T, rows: RememberedRows) => Section,
): void {
  ctx.codeBlocks.register(name, async (source, el, block) => {
    const { options, problems } = read(source, ctx.yaml);
    const frame = frameFor(ctx, options.language);
    drawOptionProblems(el, frame, problems, source);
    const section = createRoot(el, frame).createEl('section', { attr: { 'data-section': name } });
    await mount(el, block, create(frame, section, options, new RememberedRows(ctx.device)));
  });
}

/** Draws at once; the promise resolves when the vault has been read, so that a PDF is not blank. */
async function mount(el: HTMLElement, block: MarkdownPostProcessorContext, section: Section): Promise<void> {
  const child = new MarkdownRenderChild(el);
  child.addChild(section);
  block.addChild(child);
  await section.ready();
}
