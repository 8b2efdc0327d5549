import { findSource } from '../core/reading/find-source';
import type { Source } from '../core/reading/types';
import type { Wordings } from '../i18n';

/** As many candidates as an error names. */
const MOST_NAMED = 10;

/** The source that a flag of the command line means, or what is wrong with it. */
export function sourceNamed(
  name: string,
  sources: readonly Source[],
  t: Wordings['readingLog']['cli'],
): Source | string {
  const found = findSource(name, sources);
  const paths = (some: readonly Source[]): string[] => some.map(({ path }) => path);
  if (found.kind === 'one') return found.source;
  return found.kind === 'many'
    ? t.manySources('source', name, paths(found.candidates))
    : t.noSource(name, paths(found.similar.slice(0, MOST_NAMED)));
}
