import { isPrivateNote } from '../private/private-note';
import { noteKind } from '../vault/note-kind';

export const IDEA_STATUSES = ['seed', 'shaping', 'ready', 'discussed', 'testing', 'done', 'dropped'] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

/** An idea's note, as far as its frontmatter says. */
export interface IdeaNote {
  readonly path: string;
  readonly status: IdeaStatus;
  /** Whether it is private as a whole. */
  readonly isPrivate: boolean;
}

/** Reads frontmatter, or null where it is not an idea's. A status that is none is that of a new idea. */
export function ideaNote(
  path: string,
  frontmatter: Readonly<Record<string, unknown>> | null | undefined,
): IdeaNote | null {
  if (noteKind(frontmatter) !== 'idea') return null;
  const written = String(frontmatter?.['status']).trim().toLowerCase();
  const status = IDEA_STATUSES.find((one) => one === written) ?? 'seed';
  return { path, status, isPrivate: isPrivateNote(frontmatter) };
}

/** Those that are worked on, what is nearest to a discussion first. */
export function openIdeas<T extends Pick<IdeaNote, 'path' | 'status'>>(ideas: readonly T[]): T[] {
  return ideas
    .filter(({ status }) => ORDER.includes(status))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.path < b.path ? -1 : 1));
}

const ORDER: readonly IdeaStatus[] = ['ready', 'shaping', 'seed', 'discussed', 'testing'];
