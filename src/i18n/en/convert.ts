export const convert = {
  command: 'Convert code of other plugins to blocks',
  title: 'Convert code of other plugins to blocks',
  lead: 'This is what each will look like. The code is read, never run; the note is changed once you confirm.',
  nothing:
    'This note has no code for Heatmap Calendar, Heatmap Tracker or Contribution Graph, and no table of time progress.',
  unreadable: (path: string) => `${path} cannot be read.`,
  /** What stands in the note, by the line that it begins on. */
  code: {
    script: (line: number) => `Script on line ${String(line)}`,
    graph: (line: number) => `Contribution Graph on line ${String(line)}`,
    tracker: (line: number) => `Heatmap Tracker on line ${String(line)}`,
    table: (line: number) => `Table of time progress on line ${String(line)}`,
  },
  left: 'Stays as it is: it cannot be told which notes or days it draws.',
  writes: 'Will stand in its place:',
  lost: 'Not carried over',
  loss: {
    option: (name: string) => `\`${name}\`: nothing here is like it`,
    code: (text: string) => `\`${text}\`: not understood`,
  },
  submit: (count: number) => (count === 1 ? 'Convert' : `Convert ${String(count)}`),
  done: (count: number) => (count === 1 ? 'Converted to a block.' : `Converted to ${String(count)} blocks.`),
  changed: 'Nothing was written: the note has changed in the meantime. Run the command again.',
  failed: (message: string) => `Nothing was written. ${message}`,
};
