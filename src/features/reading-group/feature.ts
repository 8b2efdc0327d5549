import { peopleIn, sessionNote } from '../../core/reading-group/session-note';
import { dayOf } from '../../core/time/calendar-day';
import { NoteList } from '../../platform/collectors/note-list';
import type { Feature } from '../feature';
import type { ReadingGroupAsks, ReadingGroupContext } from './context';
import { SessionModal, sourceOf } from './session-modal';

/** Reading group: a shared note for each session, a section for each person. */
export const readingGroup: Feature<void, ReadingGroupAsks> = {
  register(base) {
    const ctx: ReadingGroupContext = { ...base, sessions: new NoteList(base.vaultIndex, sessionNote) };
    const { app, plugin, reading, sessions } = ctx;
    plugin.addCommand({
      id: 'new-reading-group',
      name: ctx.i18n.ui.readingGroup.command,
      callback: async () => {
        await Promise.all([sessions.ready(), reading.flush()]);
        const open = app.workspace.getActiveFile()?.path ?? '';
        const all = sessions.all().sort((a, b) => (a.date < b.date ? 1 : -1));
        const own = all.find(({ path }) => path === open);
        const model = own ?? all[0];
        const text = model === undefined ? null : await ctx.notes.read(model.path);
        ctx.dialogs.open(
          new SessionModal(ctx, {
            source: own === undefined ? (reading.index.source(open)?.path ?? '') : sourceOf(ctx, own),
            date: own?.date ?? dayOf(ctx.clock.now()),
            people: text === null ? '' : peopleIn(text).join('\n'),
            next: own?.next ?? '',
          }),
        );
      },
    });
  },
};
