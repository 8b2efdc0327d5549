import { getLinkpath, type App } from 'obsidian';
import type { CalendarDataDay } from '../../../core/heatmap/calendar-data';
import { noteName } from '../../../core/vault/path';
import type { DayItem } from '../days/day-source';
import { plainItem } from '../days/list-source';

/** What a link that a script made leads to. */
interface NoteLink {
  readonly link: string;
  readonly display: string;
}

/** Puts what a script gave for a day into the day's tile. */
export function drawContent(tile: HTMLElement, content: unknown): void {
  const text = textOf(content);
  if (text !== null) tile.createSpan({ cls: 'rh-day-content', text });
  if (!isElement(content)) return;
  tile.createSpan('rh-day-content').append(content);
  for (const link of tile.findAll('a.internal-link')) {
    // The day itself leads to the note, and its list names it: hundreds of nameless stops of Tab would say less.
    link.setAttribute('tabindex', '-1');
    link.setAttribute('aria-hidden', 'true');
  }
}

/** What the day's list has to name: the note that a link leads to, or the text. */
export function itemOf(app: App, { intensity, content }: CalendarDataDay): DayItem | null {
  const link = linkOf(content);
  if (link === null) {
    const text = textOf(content);
    return text === null ? null : { ...plainItem(text, 'value'), amount: intensity };
  }
  const path = app.metadataCache.getFirstLinkpathDest(getLinkpath(link.link), '')?.path ?? null;
  const title = link.display === '' ? noteName(path ?? link.link) : link.display;
  return { ...plainItem(title, 'note'), path, amount: intensity };
}

/** Looked for when it is wanted: Dataview hands its element over before the link is in it. */
function linkOf(content: unknown): NoteLink | null {
  if (isElement(content)) {
    if (!content.instanceOf(HTMLElement)) return null;
    const el = content.matches('a.internal-link') ? content : content.querySelector('a.internal-link');
    const link = el?.getAttribute('data-href') ?? el?.getAttribute('href');
    return link == null ? null : { link, display: el?.textContent.trim() ?? '' };
  }
  if (typeof content !== 'object' || content === null) return null;
  const { path, display } = content as { readonly path?: unknown; readonly display?: unknown };
  if (typeof path !== 'string') return null;
  return { link: path, display: typeof display === 'string' ? display : '' };
}

function textOf(content: unknown): string | null {
  if (typeof content === 'number') return String(content);
  return typeof content === 'string' && content.trim() !== '' ? content : null;
}

function isElement(content: unknown): content is Node {
  return typeof content === 'object' && content !== null && 'nodeType' in content;
}
