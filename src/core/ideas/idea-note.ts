import { readStatusNote, type StatusNote } from '../vault/status-note';

export const IDEA_STATUSES = ['seed', 'shaping', 'ready', 'discussed', 'testing', 'done', 'dropped'] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

/** An idea's note, as far as its frontmatter says. */
export type IdeaNote = StatusNote<IdeaStatus>;

/** Reads frontmatter, or null where it is not an idea's. A status that is none is that of a new idea. */
export const ideaNote = readStatusNote('idea', IDEA_STATUSES);

/** Those that are worked on, what has come furthest first. */
export function openIdeas<T extends Pick<IdeaNote, 'status'>>(ideas: readonly T[]): T[] {
  const stage = ({ status }: Pick<IdeaNote, 'status'>): number => IDEA_STATUSES.indexOf(status);
  return ideas.filter((idea) => stage(idea) < OVER).sort((a, b) => stage(b) - stage(a));
}

const OVER = IDEA_STATUSES.indexOf('done');
