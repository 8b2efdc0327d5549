/** Names that sync tools give to the other version of a note. The first group is the note's own name. */
const COPIES = [
  /^(.+?) ?[([].*\bconflict(?:ed|s)?(?: copy)?\b.*[)\]]$/i, // Dropbox, Obsidian Sync, Nextcloud, Google Drive, Box; a device's name may hold brackets
  /^(.+?) ?\((?:SFConflict\b|(?:Case|Unicode Encoding) Conflict\b).*\)$/i, // Seafile, Dropbox
  /^(.+?)[.-]sync-conflict-\d{8}-\d{6}(?:-\w+)?$/i, // Syncthing
  /^(.+?)_conflict-\d{8}-\d{6}$/i, // ownCloud
  /^(.+?)_[^_]+_[A-Z][a-z]{2}-\d{2}-\d{6}-\d{4}_Conflict$/, // Synology Drive
  /^(.+?)[-_.](?:NS)?conflict(?:ed)?(?:[-_ ]\w{1,20})?$/i, // Nutstore, Remotely Save, Resilio, Git merges by hand
  /^(.+?) ?[(（[【][^()（）]*冲突[^()（）]*[)）\]】]$/, // 坚果云, Dropbox in Chinese
  /^(.+?) ?[(（]?的?冲突(?:副本|文件|的副本|版本)[^()（）]*[)）]?$/,
];

/** Names that people give as well; such a note is a copy only if what is in it is the other's, too. */
const PERHAPS = [
  /^(.+?)(?: -)? copy(?: \d{1,2}| ?\(\d{1,2}\))?$/i, // macOS, Windows
  /^(.+?)(?: ?- ?)? ?(?:的?副本|拷贝)(?: ?\d{1,2}| ?[(（]\d{1,2}[)）])?$/, // the same in Chinese
  /^(?:Copy of )(.+)$/i, // Google Drive
  /^(.+?) ?[(（]\d{1,2}[)）]$/, // browsers, Google Drive, Windows
  /^(.+) \d{1,2}$/, // iCloud
  /^(.+?)-(?=[^-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*$/, // OneDrive: the computer's name
];

/** What one of them needs: most names are told by this alone. */
const ANY = /[)\]）】\dA-Z]$|conflict|Conflict|CONFLICT|冲突|copy|Copy|COPY|副本|拷贝/;

export interface Original {
  /** Path of the note that the copy would be of. */
  readonly path: string;
  /** Whether the name alone says so; else what is in both must be the same, too. */
  readonly certain: boolean;
}

/** The note that this one may be a conflict copy of, by its name; null where the name says no such thing. */
export function originalOf(path: string): Original | null {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(/\.md$/i, '');
  if (!ANY.test(name)) return null;
  const original = (patterns: readonly RegExp[]): string | null => {
    const found = patterns.map((pattern) => pattern.exec(name)?.[1]?.trim() ?? '').find((one) => one !== '');
    return found === undefined ? null : `${path.slice(0, slash)}${found}.md`;
  };
  const certain = original(COPIES);
  if (certain !== null) return { path: certain, certain: true };
  const perhaps = original(PERHAPS);
  return perhaps === null ? null : { path: perhaps, certain: false };
}
