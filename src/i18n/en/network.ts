export const network = {
  title: 'Ask this website?',
  asks: (hosts: string, sent: string) => `To ${hosts}. All that is sent: ${sent}`,
  ask: 'Send',
  always: 'Don’t ask again for this (can be changed in the settings)',
  failures: {
    'not-allowed': (host: string, _seconds: number, _status: number) =>
      `Nothing was sent: ${host} is not among “Hosts to ask without confirming” in the settings.`,
    unreachable: (host: string) => `${host} could not be reached.`,
    'too-late': (host: string, seconds: number) => `${host} did not answer within ${String(seconds)} s.`,
    'too-large': (host: string) => `The answer from ${host} was too large and was dropped.`,
    busy: (host: string, seconds: number) => `${host} asks to try again in ${String(seconds)} s.`,
    status: (host: string, _seconds: number, status: number) => `${host} answered with an error (${String(status)}).`,
    unreadable: (host: string) => `The answer from ${host} was incomplete, or not what was asked for.`,
  },
};
