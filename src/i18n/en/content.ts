/** Words that go into the vault: names of folders and headings. Chosen by the content language, not the interface's. */
export const content = {
  folders: { handbook: 'Handbook', sources: 'Sources', weekly: 'Weekly', templates: 'Templates' },
  groupFolder: 'Group',
  ideasFolder: 'Ideas',
  experimentsFolder: 'Experiments',
  readingGroupFolder: 'Reading group',
  homeNote: 'Home',
  headings: {
    readingLog: 'Reading log',
    /** Of an idea or an experiment. */
    log: 'Log',
    entry: 'Citation',
    /** Of a course. */
    checklist: 'Checklist',
    record: "This week's record",
    planReview: "Last week's plan",
    reading: 'Reading',
    done: 'Done',
    ran: 'What ran',
    asked: 'Questions in notes',
    numbers: 'Numbers',
    learned: 'Learned and unclear',
    experiments: 'Experiments',
    problems: 'Problems',
    questions: 'Questions for my advisor',
    plan: "Next week's plan",
    feedback: "Advisor's feedback",
  },
};
