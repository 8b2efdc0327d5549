export const sessions = {
  title: 'Deep work',
  startCommand: 'Start deep work',
  stopCommand: 'Stop and log deep work',
  pick: 'A source, an idea or an experiment',
  runs: (name: string) => `Deep work is under way: ${name}`,
  runsNot: 'No deep work is under way.',
  notKept:
    'This device’s storage is full or was cleared. Deep work goes on, but is lost if the app closes: stop and log it soon.',
  nothing: 'Nothing is logged',
  goal: (duration: string) => `of deep work today; the goal is ${duration}`,
  gap: (from: string, to: string, duration: string) => `${from} to ${to}: no sign of work, ${duration} not counted`,
  count: 'Count it',
  notStopped: (from: string, to: string) =>
    `Deep work that began ${from} was not stopped. The last sign of work was at ${to}.`,
  change: 'Change',
  discard: 'Discard',
  which: 'Give “start source=…”, “stop” with or without “note=…”, or “status”.',
};
