/** Two versions of a text, place by place. */
export const choice = {
  title: 'Two versions, place by place',
  keepMine: 'Keep mine',
  takeNew: 'Take new',
  yours: 'yours',
  version: (version: number) => `version ${String(version)}`,
  nothing: '(nothing here)',
  of: (index: number, total: number) => `${String(index)} of ${String(total)}`,
  where: (heading: string, from: number, to: number) =>
    `${heading === '' ? '' : `${heading} · `}${from === to ? `line ${String(from)}` : `lines ${String(from)}–${String(to)}`}`,
  allMine: 'All mine',
  allNew: 'All new',
  later: 'Later',
  keepWhole: 'Leave my whole note as it is',
  takeWhole: 'Take the whole new note',
  wholeChosen: 'Your note will be replaced by the new one. Undo can bring it back.',
  replaceNote: 'Replace my note',
  chosen: (mine: number, theirs: number) => `Chosen: ${String(mine)} mine, ${String(theirs)} new`,
  write: (count: number) => (count === 1 ? 'Write 1 place' : `Write ${String(count)} places`),
};
