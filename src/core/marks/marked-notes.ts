import type { Frontmatter } from '../markdown/frontmatter';
import { isOthers, liesIn } from '../search/searchable';
import { mayHoldTasks, noteKind } from '../vault/note-kind';

/** Whether marks in a note count: not in reports, the handbook, templates, what others handed in, and where they are not wanted. */
export function mayHoldMarks(path: string, frontmatter: Frontmatter, left: readonly string[]): boolean {
  return mayHoldTasks(noteKind(frontmatter)) && !isOthers(frontmatter) && !liesIn(path, left);
}
