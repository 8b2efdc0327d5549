export const courses = {
  addCourse: 'Add course',
  title: 'Courses',
  pick: 'A course, or a note of yours with a list and the property “as-of”',
  about: (asOf: string) => `as of ${asOf}`,
  next: (words: string) => `Next: ${words}`,
  through: 'Everything is ticked',
  newer: (asOf: string) => `There is a list as of ${asOf}`,
  update: 'Update the list',
  asks: (title: string, asOf: string) =>
    `${title}: the list as of ${asOf} is merged into yours. Your ticks, your own lines and what you changed stay.`,
  upToDate: (title: string) => `${title} has the newest list.`,
  notCourse: (path: string) =>
    `${path} is not a course with a checklist. Run “Add course”, or name the note of one: \`path: Sources/CS231n\`.`,
  noRoom: (path: string) => `${path} is this course already, with a checklist of its own.`,
  unknown: (name: string, known: readonly string[]) =>
    `There is no course “${name}”. Name a note with a list, or one of: ${known.join(', ')}`,
  problems: {
    'bad-day': (path: string, value: string) =>
      `${path}: “as-of: ${value}” is not a day. Write the day on which the list was right, like 2026-08-04.`,
    'no-list': (path: string, _value: string) => `${path} has no list. Write one item per line: “- Lecture 1”.`,
  },
  which: 'Give one of “list”, “add=” and “path=”',
};
