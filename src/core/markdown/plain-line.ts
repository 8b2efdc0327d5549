import { withoutBlockId } from './plain-words';

/**
 * A student's words as they may stand within a generated line: on one line, without comments (they are not for others),
 * without what could be read as the mark of a comment or of a guarded block, and without a block id, which must stay
 * unique.
 */
export function plainLine(text: string): string {
  const words = text
    .replace(/%%.*?%%/gs, ' ')
    .replace(/<!--.*?(?:-->|$)/gs, ' ')
    .replace(/%(?=%)/g, '');
  return withoutBlockId(words).replace(/\s+/g, ' ').trim();
}
