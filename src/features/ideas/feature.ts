import { ideaNote, openIdeas } from '../../core/ideas/idea-note';
import { readGateOptions } from '../../core/ideas/options';
import type { Ideas } from '../../offers/ideas';
import { NoteList } from '../../platform/collectors/note-list';
import { LiveBlock } from '../../ui/live-block';
import { drawProblems } from '../../ui/option-problem';
import type { Feature } from '../feature';
import { bringIdea } from './bring';
import { registerIdeaCli } from './cli';
import type { IdeaAsks } from './context';
import { GateView } from './gate-view';
import { lookAtFile, writtenParts } from './look';
import { NewIdeaModal } from './new-idea';

/** Ideas: a note each, a gate that says what is open before one is discussed, and the way into the report. */
export const ideas: Feature<Ideas, IdeaAsks> = {
  register(ctx) {
    const { app, plugin, i18n, reading } = ctx;
    const { options: t, common, ideas: words } = i18n.ui;
    const notes = new NoteList(ctx.vaultIndex, ideaNote);
    const subscribe: Ideas['subscribe'] = (listener) => {
      notes.all(); // follows the vault from the first time that it is asked
      const stops = [notes.subscribe(listener), reading.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    };
    const openForm = (): void => {
      ctx.dialogs.open(new NewIdeaModal(ctx));
    };
    plugin.addCommand({ id: 'new-idea', name: words.newIdea, callback: openForm });
    plugin.addCommand({
      id: 'bring-idea',
      name: words.bringIdea,
      callback: () => bringIdea(ctx, app.workspace.getActiveFile()?.path ?? ''),
    });
    registerIdeaCli(ctx);
    ctx.codeBlocks.register('idea-gate', (source, el, note) =>
      new LiveBlock(el, {
        settings: ctx.settings,
        follow: [],
        read: () => readGateOptions(source, ctx.yaml),
        drawProblems: (parent, problems) => {
          drawProblems(parent, problems, { ...t, langTag: common.langTag }, source);
        },
        draw: (parent, { options }) => {
          const path = options.path ?? note.sourcePath;
          const file = app.vault.getFileByPath(path) ?? app.metadataCache.getFirstLinkpathDest(path, note.sourcePath);
          return new GateView(ctx, subscribe, parent, () => file?.path ?? path);
        },
      }).showIn(note),
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
