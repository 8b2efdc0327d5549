export const readingGroup = {
  command: 'New reading group session',
  /** A new session, below its properties; its questions are gathered in the block. */
  note: (title: string, link: string, path: string, next: string) =>
    `# ${title}\n\n${link}${next}\n\n\`\`\`research-marks\nkeywords: [ASK]\nfolder: ${path}\n\`\`\`\n`,
  next: (date: string) => ` · next on ${date}`,
  dateRemark: 'of the session',
  people: 'Who takes part',
  peopleRemark: 'one per line; each gets a section',
  nextDate: 'Next session',
  presents: 'I present it',
  presentsHint:
    'Opens the log form, so that it counts as reading. After a session to come, run this again from its note.',
  submit: 'Create or complete',
  presented: (link: string) => `Presented: ${link}`,
};
