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
import { createPageRoot } from './page-root';
import { sectionContext, type SectionContext } from '../sections/section-context';
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
    drawOptionProblems(el, sectionContext(ctx, options.language), problems, source);
    await mount(el, block, new HomePage(ctx, el, options));
  });
  registerSection(ctx, 'this-week', readThisWeekOptions, (sectionCtx, el, options, rows) => {
    return new ThisWeekSection(sectionCtx, el, options, rows);
  });
  registerSection(ctx, 'reading-now', readReadingNowOptions, (sectionCtx, el, options, rows) => {
    return new ReadingNowSection(sectionCtx, el, options, rows);
  });
  registerSection(ctx, 'handbook-steps', readHandbookStepsOptions, (sectionCtx, el, options, rows) => {
    return new HandbookStepsSection(sectionCtx, el, options, rows);
  });
}

function registerSection<T extends { readonly language: Language | null }>(
  ctx: HomeContext,
  name: string,
  read: (source: string, yaml: Yaml) => ReadOptions<T>,
  create: (ctx: SectionContext, el: HTMLElement, options: T, rows: RememberedRows) => Section,
): void {
  ctx.codeBlocks.register(name, async (source, el, block) => {
    const { options, problems } = read(source, ctx.yaml);
    const sectionCtx = sectionContext(ctx, options.language);
    drawOptionProblems(el, sectionCtx, problems, source);
    const section = createPageRoot(el, sectionCtx).createEl('section', { attr: { 'data-section': name } });
    await mount(el, block, create(sectionCtx, section, options, new RememberedRows(ctx.device)));
  });
}

/** Draws at once; the promise resolves when the vault has been read, so that a PDF is not blank. */
async function mount(el: HTMLElement, block: MarkdownPostProcessorContext, section: Section): Promise<void> {
  const child = new MarkdownRenderChild(el);
  child.addChild(section);
  block.addChild(child);
  await section.ready();
}
