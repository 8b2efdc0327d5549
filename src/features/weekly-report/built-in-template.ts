import { REPORT_BLOCKS } from '../../core/report/model';
import type { Context } from '../context';

/** The report's template where the vault has no template note: what is generated, then the student's sections with a hint each. */
export function builtInTemplate(ctx: Context): string {
  const { content, report } = ctx.i18n.in(ctx.places.language());
  const { headings: h } = content;
  const { hints } = report;
  const comment = (hint: string): string => `%% ${hint} %%`;
  const sections = [
    [h.record, ...REPORT_BLOCKS.map((block) => `{{${block}}}`)],
    [h.learned, comment(hints.learned)],
    [h.experiments, comment(hints.experiments)],
    [h.problems, comment(hints.problems)],
    [h.questions, comment(hints.questions)],
    [h.plan, comment(hints.plan), '- [ ] '],
    [h.feedback, comment(hints.feedback)],
  ];
  const body = sections.map(([heading = '', ...parts]) => [`## ${heading}`, ...parts].join('\n\n'));
  return `${['# {{week}}', '{{start}} – {{end}}', ...body].join('\n\n')}\n`;
}
