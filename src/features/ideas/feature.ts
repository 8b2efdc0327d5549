import { ideaNote, openIdeas } from '../../core/ideas/idea-note';
import type { Ideas } from '../../offers/ideas';
import { NoteList } from '../../platform/collectors/note-list';
import { noteDrawing, registerNoteBlock } from '../../ui/note-block';
import type { Feature } from '../feature';
import { bringIdea } from './bring';
import { registerIdeaCli } from './cli';
import type { IdeaAsks } from './context';
import { drawGate } from './gate-view';
import { lookAtFile, writtenParts } from './look';
import { openIdeaForm } from './new-idea';

/** Ideas: a note each, a gate that says what is open before one is discussed, and the way into the report. */
export const ideas: Feature<Ideas, IdeaAsks> = {
  register(ctx) {
    const { app, plugin, reading } = ctx;
    const { ideas: words } = ctx.i18n.ui;
    const notes = new NoteList(ctx.vaultIndex, ideaNote);
    const subscribe: Ideas['subscribe'] = (listener) => {
      notes.all(); // follows the vault from the first time that it is asked
      const stops = [notes.subscribe(listener), reading.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    };
    const openForm = (): void => {
      openIdeaForm(ctx);
    };
    plugin.addCommand({ id: 'new-idea', name: words.newIdea, callback: openForm });
    plugin.addCommand({
      id: 'bring-idea',
      name: words.bringIdea,
      callback: () => bringIdea(ctx, app.workspace.getActiveFile()?.path ?? ''),
    });
    registerIdeaCli(ctx);
    registerNoteBlock(
      ctx,
      'idea-gate',
      noteDrawing(ctx, {
        cls: 'rh-gate',
        label: words.title,
        subscribe,
        look: async (path) => {
          await reading.ready();
          return lookAtFile(ctx, path);
        },
        draw: (parent, idea) => {
          drawGate(ctx, parent, idea);
        },
        isNone: words.notIdea,
      }),
    );
    return {
      list: async () => {
        await notes.ready();
        await reading.ready();
        const all = notes.all();
        const looked = await Promise.all(openIdeas(all).map(({ path }) => lookAtFile(ctx, path)));
        if (all.length === 0) return null;
        return looked
          .flatMap((idea) => idea ?? [])
          .map(({ path, status, gate }) => {
            return { path, status, written: writtenParts(gate) };
          });
      },
      openForm,
      subscribe,
    };
  },
};
