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

/** The report's template where the vault has no template note: the sections with a hint each, in the notes' language. */
export function builtInTemplate(ctx: Context): string {
  const { content, report } = ctx.i18n.in(ctx.places.language());
  const { headings: h } = content;
  const { hints } = report;
  const comment = (hint: string): string => `%% ${hint} %%`;
  const sections = [
    [h.planReview, '{{plan-review}}', comment(hints.planReview)],
    [h.reading, '{{reading}}', comment(hints.reading), '{{numbers}}'],
    [h.done, '{{done}}', comment(hints.done)],
    [h.experiments, comment(hints.experiments)],
    [h.problems, comment(hints.problems)],
    [h.questions, comment(hints.questions)],
    [h.plan, comment(hints.plan), '- [ ] '],
    [h.feedback, comment(hints.feedback)],
  ];
  const body = sections.map(([heading = '', ...parts]) => [`## ${heading}`, ...parts].join('\n\n'));
  return `${['# {{week}}', '{{start}} – {{end}}', ...body].join('\n\n')}\n`;
}
