import type { App } from 'obsidian';
import { hunksOf } from '../core/handbook/hunks';
import type { NoteChoice } from '../core/handbook/note-steps';
import type { Wordings } from '../i18n';
import { ChoiceModal, type Choices } from './choice-view';

export interface MergeChoice extends Pick<Choices, 'decide' | 'takeWhole'> {
  readonly path: string;
  readonly choice: NoteChoice;
  /** Whether what the note came from is not known, so that nobody can say which side changed what. */
  readonly isCompared: boolean;
  /** How the new text is called. */
  readonly theirsTag: string;
  /** Line of the note at which the text that is merged begins, from 0. */
  readonly line?: number;
}

/** A note beside its new version, place by place. */
export function mergeChoice(app: App, ui: Wordings, merge: MergeChoice): ChoiceModal {
  const { path, choice, isCompared, theirsTag, line = 0, ...answers } = merge;
  const t = ui.handbook;
  const lead = isCompared ? t.compareLead : t.choiceLead;
  const clean = choice.merge.parts.filter((part) => part.kind === 'theirs').length;
  return new ChoiceModal(app, ui, {
    lead: lead(path, choice.merge.conflicts) + (clean > 0 ? t.choiceClean(clean) : ''),
    theirsTag,
    hunks: hunksOf(choice.merge).map(({ heading, fromLine, toLine, mine, theirs }) => ({
      where: ui.choice.where(heading ?? '', fromLine + line, toLine + line),
      mine,
      theirs,
    })),
    ...answers,
  });
}
