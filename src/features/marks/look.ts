import type { Keyword } from '../../core/marks/keywords';

/** What a chip or a shape shows: which kind it is, and its colour. */
export function markLook(keyword: Keyword | undefined): Record<string, string> {
  return { 'data-mark': keyword?.name ?? '', 'data-hue': keyword?.hue ?? 'muted' };
}
