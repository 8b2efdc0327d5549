import type { Language } from '../../core/ports';
import type { Wordings } from '../../i18n';
import type { Context } from '../context';

type HeadingKey = Exclude<keyof Wordings['content']['headings'], 'readingLog'>;

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** What a section may be headed with: its name in either language. */
export function headingNames(ctx: Context, key: HeadingKey): string[] {
  return LANGUAGES.map((language) => ctx.i18n.in(language).content.headings[key]);
}

/** What a source's section for limitations and ideas may be headed with, in either language. */
export function thoughtHeadings(ctx: Context): string[] {
  return LANGUAGES.flatMap((language) => ctx.i18n.in(language).report.thoughtHeadings);
}
