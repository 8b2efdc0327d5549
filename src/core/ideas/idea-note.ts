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
  const status = IDEA_STATUSES.find((one) => one === frontmatter?.['status']) ?? 'seed';
  return { path, status, isPrivate: isPrivateNote(frontmatter) };
}

/** Those that are worked on, what has come furthest first. */
export function openIdeas<T extends Pick<IdeaNote, 'status'>>(ideas: readonly T[]): T[] {
  const stage = ({ status }: Pick<IdeaNote, 'status'>): number => IDEA_STATUSES.indexOf(status);
  return ideas.filter((idea) => stage(idea) < OVER).sort((a, b) => stage(b) - stage(a));
}

const OVER = IDEA_STATUSES.indexOf('done');
