import { noteName } from '../vault/path';
import { linksOfLine, type NoteLink } from './links';

/**
 * A line with words in place of its links within the vault: what they show, else the name of the note.
 *
 * @param isPrivate - says of a note, by the path of a link to it, that it must not be named: dots stand for it then
 */
export function linksAsWords(line: string, isPrivate: (path: string) => boolean = () => false): string {
  return replaceLinks(line, (link) => {
    if (link.external) return null;
    const name = link.path === '' ? link.subpath.replace(/^#\^?/, '') : noteName(link.path);
    if (link.display !== null && link.display !== '' && !link.embed) return link.display;
    return link.path !== '' && isPrivate(link.path) ? '…' : name;
  });
}

/** A line with other text in place of its links; null leaves one as it is. */
export function replaceLinks(text: string, by: (link: NoteLink) => string | null): string {
  let result = '';
  let copied = 0;
  for (const link of linksOfLine(text)) {
    const words = by(link);
    if (words === null) continue;
    result += text.slice(copied, link.from) + words;
    copied = link.to;
  }
  return result + text.slice(copied);
}
