const number = (count: number): string => count.toLocaleString('en');

export const zotero = {
  commandImport: 'Import from Zotero',
  commandUpdate: 'Update this note from Zotero',
  commandOpen: 'Open the item in Zotero',
  commandCheck: 'Check the connection to Zotero',
  sent: 'the query for Zotero on this computer',
  sentWithKey: 'your Zotero key and the query',
  from: (where: string) => `From ${where}, which is only read`,
  library: 'Library',
  ownLibrary: 'My library',
  collection: 'Collection',
  wholeLibrary: 'All of it',
  query: 'Title, author or year',
  queryRemark: 'empty for all; a collection is taken whole',
  asking: 'Asking Zotero…',
  fetched: (count: number) => `${number(count)} items…`,
  again: 'Try again',
  /** In place of the words for an import from a file. */
  items: {
    line: (at: number, words: string) => `Item ${String(at)}: ${words}`,
    sameAs: (value: string, at: number) => `${value}: the same as item ${String(at)}`,
    doubleInFile: (at: number) => `item ${String(at)} of this list`,
  },
  noLink: 'This note has no link to Zotero in its property “zotero”; “Import from Zotero” fills it in.',
  privateNote: 'This note is private: nothing is asked about it.',
  upToDate: 'The note has all that Zotero says.',
  notInFile: (path: string) => `${path} has no entry for this note.`,
  noFile: (path: string) =>
    `“${path}”, named in the settings as “File kept by Better BibTeX”, is not in the vault, or is not a bibliography.`,
  problems: {
    closed:
      'Zotero does not answer. Open it (7 or newer; its port is a setting), or name a file in the settings that Better BibTeX keeps in the vault.',
    off: 'Zotero lets no other programs read it. In Zotero: Settings → Advanced → “Allow other applications on this computer to communicate with Zotero”.',
    old: 'This Zotero is older than version 7, which other programs cannot read. Update it.',
    refused: 'Zotero refused. Restart it, and update it if it is older than version 7.',
    noKey:
      'On phones and tablets, zotero.org is asked, which needs a key. Create one at zotero.org/settings/keys (reading is enough) and put it into the settings, under “Zotero key”.',
    badKey: 'zotero.org did not accept the key. Create another at zotero.org/settings/keys.',
    gone: 'Zotero has no such item or collection.',
  },
  works: (name: string, items: number, groups: number) =>
    `${name} answers. Items in your library: ${number(items)}; groups: ${String(groups)}`,
  guide: 'The handbook on storage for attachments',
  cli: {
    zotero: 'Import from Zotero, or from the file that the settings name in its place',
    collection: 'A collection, by its name or key, with those in it',
    key: 'One item, by its key (in a file: its citekey)',
    query: 'Items by title, author or year',
    all: 'The whole library',
    library: 'A group, by its name or number; your own library by default',
    oneOf: 'Give one of collection=, key=, query= or all.',
    unknown: (flag: string, value: string, where: string, names: string) =>
      `Flag “${flag}”: ${where} has no “${value}”. It has: ${names}`,
  },
};
