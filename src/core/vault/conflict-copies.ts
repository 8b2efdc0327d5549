/** Names that sync tools give to the other version of a note. The first group is the note's own name. */
const COPIES = [
  /^(.+?) \([^()]*conflicted copy[^()]*\)$/i, // Dropbox, Obsidian Sync, Nextcloud
  /^(.+?) \(Conflict(?:ed copy)?[^()]*\)$/i, // Google Drive, Seafile
  /^(.+?)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/i, // Syncthing
  /^(.+?)_conflict-\d{8}-\d{6}$/i, // ownCloud
  /^(.+?)-conflict(?:-\d+)?$/i, // Remotely Save, Git merges by hand
  /^(.+?)[ (（](?:的?冲突副本|的?冲突文件|冲突的副本)[^()（）]*[)）]?$/, // 坚果云, Dropbox in Chinese
];

/** iCloud only puts a number behind the name, as people do, too. */
const NUMBERED = /^(.+) [2-9]$/;

export interface Original {
  /** Path of the note that the copy would be of. */
  readonly path: string;
  /** Whether the name alone says so; else both must also be the same source. */
  readonly certain: boolean;
}

/** The note that this one may be a conflict copy of, by its name; null where the name says no such thing. */
export function originalOf(path: string): Original | null {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(/\.md$/i, '');
  for (const pattern of COPIES) {
    const original = pattern.exec(name)?.[1]?.trim();
    if (original !== undefined && original !== '')
      return { path: `${path.slice(0, slash)}${original}.md`, certain: true };
  }
  const numbered = NUMBERED.exec(name)?.[1];
  return numbered === undefined ? null : { path: `${path.slice(0, slash)}${numbered}.md`, certain: false };
}
