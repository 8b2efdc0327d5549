import type { IsoWeek } from '../../core/ports';
import { reportFacts, type ReportNote } from '../../core/report/report-note';
import type { VaultIndex } from '../vault-index/vault-index';
import { NoteList } from './note-list';

/** Which weeks have a report; cheap to ask, and needs no waiting: what the cache does not know yet comes as it settles. */
export class ReportIndex extends NoteList<ReportNote> {
  constructor(vault: VaultIndex) {
    super(vault, (path, frontmatter) => {
      const facts = reportFacts(frontmatter);
      return facts && { ...facts, path };
    });
  }

  ofWeek(week: IsoWeek): readonly ReportNote[] {
    return this.all().filter((note) => note.week === week);
  }

  at(path: string): ReportNote | null {
    return this.all().find((note) => note.path === path) ?? null;
  }

  /** Who listens is told of what is different in its properties alone. */
  override set(path: string, note: ReportNote): void {
    const before = this.notes.get(path);
    if (before?.week !== note.week || before.author !== note.author || before.status !== note.status) {
      super.set(path, note);
    }
  }
}
