// The shapes of docs.obsidian.md/Reference/TypeScript+API/CachedMetadata, as far as the host fills them.
import type { FrontMatter } from './frontmatter';

export interface Loc {
  line: number;
  col: number;
  offset: number;
}
export interface Pos {
  start: Loc;
  end: Loc;
}
interface Placed {
  position: Pos;
}
export interface HeadingCache extends Placed {
  heading: string;
  level: number;
}
export interface SectionCache extends Placed {
  type: string;
  id?: string;
}
export interface ListItemCache extends Placed {
  /** The line of the item above it in the outline; for a first level, the list's first line, negative. */
  parent: number;
  task?: string;
  id?: string;
}
export interface LinkCache extends Placed {
  link: string;
  original: string;
  displayText?: string;
}
export interface TagCache extends Placed {
  tag: string;
}
export interface FrontmatterLinkCache {
  key: string;
  link: string;
  original: string;
  displayText?: string;
}
export interface CachedMetadata {
  frontmatter?: FrontMatter;
  frontmatterPosition?: Pos;
  frontmatterLinks?: FrontmatterLinkCache[];
  headings?: HeadingCache[];
  sections?: SectionCache[];
  listItems?: ListItemCache[];
  links?: LinkCache[];
  embeds?: LinkCache[];
  tags?: TagCache[];
  blocks?: Record<string, Placed & { id: string }>;
}
