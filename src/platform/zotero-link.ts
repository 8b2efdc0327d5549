import { Platform } from 'obsidian';
import { zoteroLink, type ZoteroPlace } from '../core/bibliography/zotero/read-items';

/** Shows an item in Zotero; on Android, which knows no such links, on zotero.org (there is no address of an item of one's own). */
export function openZotero(win: Window, place: ZoteroPlace): void {
  const { library, key } = place;
  const page = library === 'library' ? 'mylibrary' : `${library}/items/${key}`;
  win.open(Platform.isAndroidApp ? `https://www.zotero.org/${page}` : zoteroLink(place));
}
