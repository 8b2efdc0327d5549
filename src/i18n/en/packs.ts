export const packs = {
  commandAdd: 'Add or update a handbook pack',
  commandNew: 'Start a handbook of your own',
  commandCheck: 'Check a handbook pack',
  commandRelease: 'Release a handbook pack',
  flagFrom: 'A folder of the vault, a .zip in it, or an https address',

  pickAdd: 'A folder or zip of this vault, or an address',
  address: 'From a web address…',
  addressField: 'Address of a zip',
  look: 'Look at it',
  sent: 'this address, nothing of your vault.',
  noPacks: 'No folder of this vault holds a pack.yaml. Run “Start a handbook of your own” to make one.',
  noSource: (from: string) => `“${from}” is not a folder or zip of this vault, nor an https address.`,
  which: 'Give one of “add”, “check”, “update” and “list”; all but “list” need “from=”.',
  sources: {
    damaged: (name: string) =>
      `${name}: the zip is damaged, locked, holds a link or file names that are no UTF-8, or this device cannot unpack it (iOS before 16.4). Make it with “Release a handbook pack”.`,
    bomb: (name: string) => `${name}: too large once unpacked (20 MB in all, 100 times its packed size).`,
    'no-pack': (name: string) => `${name}: there is no pack.yaml in it, so it is no handbook pack.`,
  },

  refusedTitle: 'This pack is not taken',
  refusedLead: 'Nothing was written. A pack is taken whole or not at all; its author can mend these places:',
  groupRefused: 'Why it is refused',
  groupAdvice: 'Worth a look',
  checkedTitle: (title: string) => `Checked: ${title}`,
  checkedLead: (count: number) =>
    `${count === 1 ? '1 note' : `${String(count)} notes`}. Nothing in it would be refused.`,
  onLine: (line: number) => `, line ${String(line)}`,
  findings: {
    runs: (value: string) =>
      `a code block “${value}” may be run by a plugin. Use a plain language such as python, bash or text.`,
    query: (value: string) => `“${value}”: other plugins run this. Take it out, or put a word before the sign.`,
    html: (value: string) => `“${value}”: raw HTML. Write Markdown, or put it in a code block.`,
    remote: (value: string) => `“${value}”: an image has to be a file of the pack.`,
    address: (value: string) => `“${value}”: only https, http and mailto links are allowed.`,
    hidden: (value: string) => `“${value}” hides what follows. Take it out, or end the comment on its line.`,
    private: (_value: string) => 'this is marked as private. Take it, or the mark, out.',
    kind: (_value: string) => 'a pack holds .md and .base files in UTF-8, .png, .jpg and .webp only.',
    path: (value: string) => `“${value}” is not allowed in a path on some systems.`,
    'same-path': (value: string) => `some systems do not tell it from “${value}”.`,
    'too-large': (value: string) => `${value}; a note may have 256 KB, a pack 500 notes and 20 MB.`,
    changed: (_value: string) => 'it differs from manifest.json. If the pack is yours, run “Release a handbook pack”.',
    'dead-link': (value: string) => `the link to “${value}” leads to no note of the pack.`,
    'no-twin': (value: string) => `a twin is missing: ${value}. Both notes need that property.`,
    'id-given': (value: string) =>
      `students have it as “handbook-id: ${value}”. Write that back, or it is another note to them.`,
    'own-name': (value: string) => `“${value}” is the name of the handbook that comes with the plugin. Choose another.`,
  },

  addTitle: (title: string) => `Add the handbook “${title}”`,
  addLead: (folder: string) =>
    `Its notes go to “${folder}”. Nothing that is in your vault is changed, and the step can be undone.`,
  updateTitle: (title: string, version: number) => `Update “${title}” to version ${String(version)}`,
  added: (title: string, version: number) => `“${title}” is here in version ${String(version)}`,
  otherBytes: (version: number) =>
    `This is version ${String(version)} again, but with other contents than the one you have. Ask its author for a new version.`,
  older: (version: number, have: number) =>
    `This is version ${String(version)}; your vault has version ${String(have)} of this handbook.`,
  notAdded: (name: string) => `The handbook “${name}” is not in this vault yet. Use “add”.`,
  remove: 'Remove its notes…',

  nameField: 'Short name',
  namePlaceholder: 'e.g. robotics-lab',
  titleField: 'Title',
  languageField: 'Language',
  folderField: 'Folder for it',
  fromField: 'Take notes from',
  fromPlaceholder: 'a folder; empty takes the handbook of this plugin',
  begin: 'Make the pack',
  badName: 'The short name takes lower-case letters, digits and hyphens, such as robotics-lab.',
  hasPack: (path: string) => `${path} is there already. Choose another folder.`,
  map: 'Map',
  made: (folder: string, count: number) =>
    `${folder} holds ${String(count)} notes now. Change them, then run “Release a handbook pack”.`,

  releaseTitle: (title: string, version: number) => `Release “${title}”, version ${String(version)}`,
  releaseLead:
    'Notes that changed get a new version number, pack.yaml lists what is there, and a zip to hand on is put beside the folder.',
  toAdd: 'To be added',
  release: 'Release',
  released: (zip: string) => `Released: ${zip}`,
};
