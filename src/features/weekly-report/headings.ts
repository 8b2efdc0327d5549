import type { Language } from '../../core/ports';
import type { ReportBlock } from '../../core/report/model';
import type { Wordings } from '../../i18n';
import type { BlockTitles } from '../../core/report/block-titles';
import type { Context } from '../context';

type HeadingKey = Exclude<keyof Wordings['content']['headings'], 'readingLog'>;

/** Languages that a report may be written in. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** What a section may be headed with: its name in either language. */
export function headingNames(ctx: Context, key: HeadingKey): string[] {
  return LANGUAGES.map((language) => ctx.i18n.in(language).content.headings[key]);
}

/** What a source's section for limitations and ideas may be headed with, in either language. */
export function thoughtHeadings(ctx: Context): string[] {
  return LANGUAGES.flatMap((language) => ctx.i18n.in(language).report.thoughtHeadings);
}

/** What the generated parts are headed with, in the language of the notes. */
export function blockTitles(ctx: Context): BlockTitles {
  const { headings } = ctx.i18n.in(ctx.places.language()).content;
  const { planReview, reading, done, ran, asked, numbers } = headings;
  return { 'plan-review': planReview, reading, done, experiments: ran, questions: asked, numbers } satisfies Record<
    ReportBlock,
    string
  >;
}
