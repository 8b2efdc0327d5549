const notes = (count: number): string => (count === 1 ? '1 note' : `${String(count)} notes`);
const systemSaid = (message: string): string => (message === '' ? '' : ` (${message})`);

export const handbook = {
  commandSetUp: 'Set up handbook',
  openHome: 'Open home page',
  done: 'Done',
  later: 'Not now',

  languageNames: { zh: '中文', en: 'English' },
  setUpTitle: 'Get started with Research Handbook',
  setUpLead:
    'Adds a handbook, a home page and report templates to this vault. They are plain Markdown notes and stay readable without the plugin.',
  secondTitle: (language: string) => `Add the handbook in ${language}`,
  secondLead: 'A second handbook goes beside the one you have. Your sources and reports stay as they are.',
  languageLabel: 'Content language',
  rootLabel: 'Put it in',
  rootHint: 'leave empty for the vault root',
  rootPlaceholder: 'Vault root',
  nameLabel: 'Your name',
  nameHint: 'shown in reports; optional',
  laterHint: 'To set it up later: open the command palette (Ctrl/Cmd+P) and run “Set up handbook”.',
  looking: 'Looking at the vault…',
  create: (count: number) => `Create ${notes(count)}`,
  createNotes: 'Create notes',
  finish: 'Check again',
  progress: (done: number, total: number) => `${String(done)} of ${String(total)}`,
  treeHandbook: (count: number, parts: readonly string[]) => `${notes(count)}: ${parts.join(', ')}`,
  treeHome: 'Time progress and reading heatmap',
  treeSources: 'One note per paper, book or course',
  treeWeekly: 'Reports, created only when you ask',
  treeTemplates: 'For reports and sources; yours to change',
  treeThere: 'Already there',
  promise: (others: number) =>
    `Only adds notes; ${others === 1 ? 'the note you have stays as it is' : `the ${String(others)} notes you have stay as they are`}. No network. You can run it again at any time.`,
  promiseEmpty: 'Only adds notes. No network. You can run it again at any time.',

  setUpDone: 'Handbook set up',
  setUpUnfinished: 'Set-up is not finished',
  setUpLeadDone: (count: number) => `${notes(count)} created. Nothing that was here before was changed.`,
  setUpNothing: 'Everything is already there. Nothing was changed.',
  setUpUnfinishedLead: (count: number) =>
    `${notes(count)} created, others could not be. Run “Set up handbook” again to finish.`,

  groupFailed: 'Not written',
  groupKept: 'Yours, left alone',
  groupOutdated: 'Still at an earlier version',
  groupOutdatedHint: '“Update handbook” brings the new one',
  groupMerged: 'Merged',
  groupMergedHint: 'your changes and the new text are both there',
  groupUpdated: 'Updated',
  groupUpdatedHint: 'you had not changed them',
  groupCreated: 'Created',
  groupUnchanged: 'Unchanged',
  after: (text: string) => `: ${text}`,

  keepReasons: {
    'in-the-way': 'a note of that name was already there; the handbook’s is beside it',
    mergeable: 'you changed it, and the new version fits beside your changes',
    conflict: 'you changed the same places as the new version',
    'no-history': 'it comes from a version too old to compare with',
    outdated: 'there is a new version of it; “Update handbook” brings it',
    newer: 'it is newer than this plugin; update the plugin on this device',
    doubled: 'more than one note has its handbook-id; delete the copies, or take that property out of them',
    retired: 'the handbook no longer has it; keep or delete it as you like',
    frontmatter: 'its properties cannot be read; correct them and run again',
  },
  failReasons: {
    changed: (_message: string) => 'it was edited in the meantime; run again',
    exists: (_message: string) => 'a file of that name appeared in the meantime; run again',
    missing: (_message: string) => 'it was deleted or moved in the meantime; run again',
    astray: (message: string) => message,
    failed: (message: string) => `it could not be written${systemSaid(message)}; run again once it can`,
  },
  folderProblems: {
    outside: (path: string, _part: string) =>
      `“${path}” leads out of the vault. Write a folder inside it, such as Lab.`,
    hidden: (path: string, part: string) => `“${path}”: Obsidian does not show “${part}”, since it starts with a dot.`,
    forbidden: (path: string, part: string) => `“${path}”: “${part}” is not allowed in the name of a folder or note.`,
    reserved: (path: string, part: string) => `“${path}”: some systems do not allow a folder named “${part}”.`,
    'is-file': (path: string, _part: string) => `“${path}” is a file, so no folder can have that name.`,
  },
  unknownLanguage: (value: string) => `Flag “lang”: “${value}” is not known. Use zh or en.`,
  noPack: (language: string) => `This plugin has no handbook in “${language}”.`,
  rootElsewhere: (root: string, folder: string) =>
    `“${root}”: the handbook is already in “${folder}”. Move that folder in Obsidian instead.`,
  brokenMap: (path: string) =>
    `“${path}”: its properties are not readable YAML, and they record which version this vault has. Correct them first (often a line appears twice).`,
  unread: (path: string) =>
    `“${path}” cannot be read right now; it may still be downloading to this device. Try again once it opens.`,
  notSetUp: 'This vault has no handbook yet. Run “Set up handbook” first.',

  packProblem: (file: string, problem: string) => `The handbook cannot be read: ${file}: ${problem}`,
  packProblems: {
    'no-yaml': (value: string) => `not readable (${value})`,
    missing: (value: string) => `“${value}” is missing`,
    'not-positive': (value: string) => `“${value}” must be a whole number from 1`,
    'unknown-language': (value: string) => `language “${value}” is not a language tag such as zh, en or de`,
    'no-notes': (value: string) => `“${value}” lists no notes`,
    'doubled-id': (value: string) => `two notes have the id “${value}”`,
    'doubled-path': (value: string) => `“${value}” is listed twice`,
    'absent-note': (value: string) => `there is no such file for “${value}”`,
    'unlisted-note': (value: string) => `“${value}” is not listed in pack.yaml; “Release a handbook pack” lists it`,
    'since-too-high': (value: string) => `“${value}” has a “since” above the version of the pack`,
    'wrong-value': (value: string) => `“${value}” does not fit pack.yaml`,
    'no-title': (value: string) => `“${value}” has no heading of the first level`,
    'no-map': (value: string) => `no note has the id “${value}”`,
  },

  cliSetUp: 'Add the handbook, the home page and the templates to the vault',
  cliLang: 'Language of the notes',
  cliRoot: 'Folder to put them in; the vault root by default',
  cliStatus: 'Show the state of the handbook and the reading log',
  allFailed: (path: string, reason: string, count: number) =>
    `${path}: ${reason}${count > 1 ? ` (and ${String(count - 1)} more)` : ''}`,
  countCreated: (count: number) => `${notes(count)} created`,
  countUpdated: (count: number) => `${notes(count)} updated`,
  countMerged: (count: number) => `${notes(count)} merged`,
  countKept: (count: number) => `${notes(count)} left alone`,
  countFailed: (count: number) => `${notes(count)} not written`,
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  nothingToDo: (count: number) => `Nothing to do: all ${notes(count)} are up to date.`,
  textFailed: (path: string, reason: string) => `  not written: ${path}: ${reason}`,
  textKept: (path: string, reason: string) => `  left alone: ${path}: ${reason}`,
  textMerged: (path: string) => `  merged: ${path}`,
  textUpdated: (path: string) => `  updated: ${path}`,
  textCreated: (path: string) => `  created: ${path}`,
  statusVersion: (version: string) => `Research Handbook ${version}`,
  statusHandbook: (counts: { notes: number; changed: number; deleted: number; waiting: number; doubled: number }) =>
    `Handbook: ${notes(counts.notes)}, ${String(counts.changed)} changed by you, ${String(counts.deleted)} deleted, ${String(counts.waiting)} waiting for an update` +
    (counts.doubled > 0 ? `, ${String(counts.doubled)} duplicated` : ''),
  statusReading: (sources: number, entries: number) =>
    `Reading: ${sources === 1 ? '1 source' : `${String(sources)} sources`}, ${entries === 1 ? '1 log line' : `${String(entries)} log lines`}`,
  statusProblem: (path: string, line: number, message: string) => `  ${path}, line ${String(line)}: ${message}`,

  commandUpdate: 'Update handbook',
  commandUndo: 'Undo the last handbook set-up or update',
  commandRestore: 'Restore deleted handbook notes',
  commandRemove: 'Remove handbook notes you did not change',
  commandSecond: 'Add the handbook in a second language',

  updateWaiting: (version: number) =>
    `The plugin brings version ${String(version)} of the handbook. Run “Update handbook” when it suits you.`,
  upToDate: (version: number) => `The handbook is up to date (version ${String(version)}).`,
  updateTitle: (version: number) => `Update the handbook to version ${String(version)}`,
  updateLead: (onSync: string) =>
    `Only what the plugin wrote and you have not changed is replaced. Boxes that you checked stay checked. ${onSync}`,
  updateOnSync:
    'If you sync this vault, let your devices catch up first: what was just written in these notes on another device may be lost.',
  updateDone: (version: number) => `Handbook updated to version ${String(version)}`,
  notesWaiting: (count: number) => `${notes(count)} ${count === 1 ? 'waits' : 'wait'} for you`,
  updateUnfinished: 'The update is not finished',
  update: (count: number) => `Write ${notes(count)}`,
  mergeOption: (count: number) => `Also merge ${notes(count)} you changed`,
  mergeHint: 'Your changes and the new text do not overlap; both are kept',
  plannedMerged: 'To be merged',
  plannedUpdated: 'To be updated',
  plannedCreated: 'To be created',
  beforeAction: '. ',
  mergeNow: 'Merge',
  compare: 'Compare…',
  markAs: (version: number) => `Mark as version ${String(version)}`,
  lookAtPlaces: (count: number) => (count === 1 ? 'Review 1 place' : `Review ${String(count)} places`),
  written: 'Written',
  choiceLead: (path: string, count: number) =>
    `${path}: ${count === 1 ? 'you changed one place' : `you changed ${String(count)} places`} that the new version changed too. Until you choose, the note stays as it is.`,
  compareLead: (path: string, count: number) =>
    `${path}: ${count === 1 ? 'one place differs' : `${String(count)} places differ`} from the new version. Until you choose, the note stays as it is.`,
  choiceClean: (count: number) =>
    count === 1
      ? ' One other new passage fits and will be written as well.'
      : ` ${String(count)} other new passages fit and will be written as well.`,

  nothingToUndo: 'There is no set-up or update to undo on this device.',
  undoSetUp: 'Undo the set-up',
  undoUpdate: 'Undo the last update',
  undoLead: 'Only notes that are exactly as they were written are undone. Anything you have changed since stays.',
  undoNow: 'Undo',
  undone: 'Undone',
  undoneLead: (count: number, kept: number) =>
    `${notes(count)} undone.${kept > 0 ? ` ${notes(kept)} changed, moved or deleted since stay as they are.` : ''}`,
  groupToTrash: 'Will be moved to the trash',
  groupToEarlier: 'Will go back to the earlier text',
  groupTrashed: 'Moved to the trash',
  groupEarlier: 'Earlier text restored',
  groupKeptSince: 'Changed since, left alone',

  nothingDeleted: 'You have not deleted any handbook notes.',
  restoreTitle: 'Restore deleted notes',
  restoreLead: 'You deleted these handbook notes; an update does not bring them back.',
  groupDeleted: 'Deleted by you',
  restoreOne: 'Restore',
  restored: 'Restored',
  restoreAll: (count: number) => `Restore ${notes(count)}`,

  removeTitle: 'Remove handbook notes',
  removeLead:
    'These notes are exactly as the plugin wrote them. They go to the trash; everything you changed, checked off or added stays.',
  nothingToRemove: 'There is nothing to remove: you have changed every handbook note, or none is left.',
  remove: (count: number) => `Remove ${notes(count)}`,
  removed: (count: number, kept: number) =>
    `${notes(count)} moved to the trash.${kept > 0 ? ` ${notes(kept)} changed in the meantime and stayed.` : ''}`,
  secondThere: (language: string) => `The handbook in ${language} is already there.`,

  cliUpdate: 'Bring the handbook to the version of the plugin, without touching what you changed',
  cliDryRun: 'Dry run: what would be done; nothing is written',
  cliMerge: 'Also merge notes you changed where nothing conflicts',
};
