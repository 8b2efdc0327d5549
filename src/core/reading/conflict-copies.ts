/** Names that sync tools give to the other version of a note. The first group is the note's own name. */
const COPIES = [
  /^(.+?) \([^()]*conflicted copy[^()]*\)$/i, // Dropbox, Obsidian Sync, Nextcloud
  /^(.+?) \(Conflict(?:ed copy)?[^()]*\)$/i, // Google Drive, Seafile
  /^(.+?)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/i, // Syncthing
  /^(.+?)_conflict-\d{8}-\d{6}$/i, // ownCloud
  /^(.+?)-conflict(?:-\d+)?$/i, // Remotely Save, Git merges by hand
  /^(.+?)[ (（](?:的?冲突副本|的?冲突文件|冲突的副本)[^()（）]*[)）]?$/, // 坚果云, Dropbox in Chinese
];

/** Path of the note that this one is a conflict copy of, by its name alone; null where the name says no such thing. */
export function originalOf(path: string): string | null {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(/\.md$/i, '');
  for (const pattern of COPIES) {
    const original = pattern.exec(name)?.[1]?.trim();
    if (original !== undefined && original !== '') return `${path.slice(0, slash)}${original}.md`;
  }
  return null;
}
