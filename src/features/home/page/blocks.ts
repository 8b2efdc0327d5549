import {
  readHandbookStepsOptions,
  readHomeOptions,
  readReadingNowOptions,
  readThisWeekOptions,
} from '../../../core/home/options';
import type { HomeProblemCode } from '../../../core/home/problem-code';
import type { ReadOptions } from '../../../core/options/problem';
import type { Language, Yaml } from '../../../core/ports';
import { LiveBlock } from '../../../ui/live-block';
import type { HomeContext } from '../context';
import { createPageRoot } from './page-root';
import { sectionContext, type SectionContext } from '../sections/section-context';
import { HandbookStepsSection } from '../sections/handbook-steps-section';
import { drawOptionProblems } from '../sections/problems';
import { ReadingNowSection } from '../sections/reading-now-section';
import { RememberedRows } from '../sections/remembered-rows';
import type { Section } from '../sections/section';
import { ThisWeekSection } from '../sections/this-week-section';
import { HomePage } from './home-page';

/** The page, and those of its sections that are blocks of their own. */
export function registerBlocks(ctx: HomeContext): void {
  registerBlock(ctx, 'research-home', readHomeOptions, (el, options) => new HomePage(ctx, el, options));
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

/** Options that name the block's language; null for the app's. */
interface Spoken {
  readonly language: Language | null;
}
type ReadBlock<Options> = (source: string, yaml: Yaml) => ReadOptions<Options, HomeProblemCode>;

function registerSection<Options extends Spoken>(
  ctx: HomeContext,
  name: string,
  read: ReadBlock<Options>,
  create: (ctx: SectionContext, el: HTMLElement, options: Options, rows: RememberedRows) => Section,
): void {
  registerBlock(ctx, name, read, (el, options) => {
    const sectionCtx = sectionContext(ctx, options.language);
    const section = createPageRoot(el, sectionCtx).createEl('section', { attr: { 'data-section': name } });
    return create(sectionCtx, section, options, new RememberedRows(ctx.device));
  });
}

/** A block that draws what it can below what it could not understand. */
function registerBlock<Options extends Spoken>(
  ctx: HomeContext,
  name: string,
  read: ReadBlock<Options>,
  create: (el: HTMLElement, options: Options) => Section,
): void {
  ctx.codeBlocks.register(name, (source, el, note) => {
    const block = new LiveBlock(el, {
      settings: ctx.settings,
      follow: [], // each section follows what it leans on by itself
      read: () => read(source, ctx.yaml),
      drawProblems: (parent, problems, { language }) => {
        drawOptionProblems(parent, sectionContext(ctx, language), problems, source);
      },
      draw: (parent, { options }) => create(parent, options),
    });
    return block.showIn(note);
  });
}
