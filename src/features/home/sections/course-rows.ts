import type { RowsParts } from './rows-section';
import type { SectionContext } from './section-context';
import { KIND_ICONS } from './source-row';

/** Courses that are being taken: how far each is, and what comes next. */
export function courseRows({ words, offers }: SectionContext): RowsParts {
  const { courses: t } = words;
  return {
    part: 'courses',
    title: t.title,
    icon: KIND_ICONS.course,
    list: async () => {
      const list = await offers.courses.list();
      return (
        list?.map(({ path, title, done, total, next }) => ({
          path,
          title,
          about: next === '' ? t.through : t.next(next),
          units: { done, total },
        })) ?? null
      );
    },
    subscribe: offers.courses.subscribe,
  };
}
