import type { Context } from '../context';

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
