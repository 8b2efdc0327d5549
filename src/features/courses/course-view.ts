import { checklistKey } from '../../core/home/checklist';
import { stepsToShow, type Step } from '../../core/home/handbook-steps';
import type { IsoDate } from '../../core/ports';
import { drawCheck } from '../../ui/check-row';
import { writeWithCode } from '../../ui/error-box';
import type { Drawing } from '../../ui/live-block';
import { LookedAt } from '../../ui/looked-at';
import { drawUnits } from '../../ui/units';
import type { CourseContext } from './context';
import { courseProgress, lookAtCourseFile } from './look';
import { newerDay } from './packs';
import { openUpdate } from './update';

interface CourseModel {
  readonly path: string;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** What comes next, and what was ticked here. */
  readonly steps: readonly Step[];
  /** The day of a newer list; null where there is none. */
  readonly newer: IsoDate | null;
}

const ROWS = 3;

/**
 * How far a course is, kept current: a bar, what comes next to be ticked or logged, and the way to a newer list.
 *
 * @param path - where the course is; its note may move
 */
export function drawCourse(ctx: CourseContext, el: HTMLElement, path: () => string): Drawing {
  const { ui } = ctx.i18n;
  const { courses: t } = ui;
  const ticked = new Set<string>(); // here: so that nothing jumps, and a slip can be taken back
  const look = async (): Promise<CourseModel | string> => {
    const at = path();
    const course = await lookAtCourseFile(ctx, at);
    if (course === null) return t.notCourse(at);
    const { title } = course;
    const steps = course.items.map((item) => ({ path: at, title, item }));
    return {
      ...{ path: at, title, ...courseProgress(course) },
      steps: stepsToShow(steps, ({ item }) => ticked.has(checklistKey(item)), ROWS),
      newer: newerDay(ctx, course),
    };
  };
  const attr = { lang: ui.common.langTag, role: 'group', 'aria-label': t.title };
  const view = new LookedAt(el.createDiv({ cls: 'rh-home rh-course', attr }), {
    subscribe: ctx.subscribe,
    look,
    draw: (parent, model) => {
      if (typeof model === 'string') writeWithCode(parent.createDiv('rh-muted'), model);
      else draw(parent, model);
    },
  });
  const draw = (parent: HTMLElement, { path: at, title, done, total, steps, newer }: CourseModel): void => {
    drawUnits(parent.createDiv('rh-units'), { title, done, total });
    if (done === total) parent.createDiv({ cls: 'rh-muted', text: t.through });
    const list = parent.createDiv({ cls: 'rh-steps', attr: { role: 'list' } });
    for (const { item } of steps) {
      const row = drawCheck(list, { ...ctx, words: ui }, { path: at, item }, (_placed, written) => {
        if (written) ticked.add(checklistKey(item));
        void view.ready();
      });
      addButton(row, 'rh-plain', ui.readingLog.submit, `log:${item.words}`, () => {
        ctx.offers.log.openForm({ source: at, note: item.words });
      });
    }
    if (newer === null) return;
    const foot = parent.createDiv('rh-foot');
    foot.createSpan({ cls: 'rh-aside', text: t.newer(newer) });
    addButton(foot, '', t.update, 'update', () => void openUpdate(ctx, at));
  };
  return view;
}

function addButton(parent: HTMLElement, cls: string, text: string, key: string, run: () => void): void {
  parent.createEl('button', { cls, text, attr: { type: 'button', 'data-key': key } }).addEventListener('click', run);
}
