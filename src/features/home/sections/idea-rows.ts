import { noteName } from '../../../core/vault/path';
import type { RowsParts } from './rows-section';
import type { SectionContext } from './section-context';

/** Ideas that are worked on, by status. */
export function ideaRows({ words, offers }: SectionContext): RowsParts {
  const { ideas: t } = words;
  const { ideas } = offers;
  return {
    part: 'ideas',
    title: t.title,
    icon: 'lightbulb',
    list: async () => {
      const list = await ideas.list();
      return (
        list?.map(({ path, status, written }) => ({
          path,
          title: noteName(path),
          about: t.of5(t.statuses[status], written),
        })) ?? null
      );
    },
    subscribe: ideas.subscribe,
    empty: { text: t.none, button: t.newIdea, run: ideas.openForm },
  };
}
