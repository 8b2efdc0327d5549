import { plural } from './common';

const number = (count: number): string => count.toLocaleString('en');

export const ask = {
  command: 'Ask the vault',
  commandIndex: 'Make vectors of the notes',
  title: 'Ask the vault',
  hint: (host: string) =>
    `Answers from your notes, and quotes them. Passages go to ${host}; you can see all that is sent.`,
  hintWords:
    'Finds passages by their words; nothing leaves this device. For answers, choose a service under “Ask the vault” in the settings.',
  placeholder: 'A question about your notes',
  askOn: 'A follow-up question',
  ask: 'Ask',
  startOver: 'New conversation',
  looking: 'Looking through your notes…',
  waiting: (host: string, passages: number) => `Waiting for ${host}; ${plural(passages, 'passage')} sent`,
  stop: 'Stop',
  stopped: 'No longer waiting. If an answer still comes, it is dropped; it may cost all the same.',
  checked: (all: number, valid: number) =>
    `${plural(all, 'quotation')}, ${all === valid ? 'all' : String(valid)} found in your notes`,
  notThere2: (n: number) => `not in passage ${String(n)}, struck through`,
  passage: (n: number, note: string) => `Passage ${String(n)}: ${note}`,
  passages: 'Passages',
  gone: 'This passage has changed, or is gone.',
  sent: (host: string, passages: number, tokens: number, price: string) =>
    `${plural(passages, 'passage')} sent to ${host}, about ${number(tokens)} tokens${price === '' ? '' : `, ${price}`}`,
  insert: 'Insert quotations into the note',
  exact: 'Show the exact text',
  exactSent: 'Show what was sent',
  nothing: 'Nothing in your notes answers this',
  noneChecked: 'No quotation stands in your notes, so no answer is shown. The nearest passages:',
  noPassage: 'No passage has any of these words. Try other ones for the same thing.',
  cut: 'The answer was cut off: the model had no room for more. Ask for less at once.',
  history: (count: number) => `Earlier questions (${String(count)}, on this device only)`,
  clear: 'Forget them',

  before: 'Before your passages leave',
  beforeLead: 'They go along with the question. What the answer costs comes on top.',
  to: 'To',
  what: 'What',
  price: 'Price, about',
  never: 'Never',
  keySafe: 'the key stays in secret storage',
  amount: (passages: number, tokens: number) => `${plural(passages, 'passage')}, about ${number(tokens)} tokens`,
  whatAside: 'the words of your notes, and the names of notes and headings',
  byRate: (rate: string) => `at ${rate} for a million tokens`,
  noRate: 'not known: no rate in the settings',
  left: (lines: number, notes: number) => `${plural(lines, 'private line')}, ${plural(notes, 'note')}`,
  neverAside: 'private, handed in or excluded; nor comments, nor parts that the plugin fills in',
  send: (passages: number) => `Send ${plural(passages, 'passage')}`,

  indexTitle: 'Vectors of your notes',
  indexLead: (notes: number) =>
    `Passages of ${plural(notes, 'note')} are sent to become vectors. Later only new and changed ones are. You can stop, and go on another time.`,
  allIndexed: 'Every passage has its vector already. Nothing was sent.',
  progress: (done: number, all: number) => `${String(done)} of ${plural(all, 'passage')}`,
  indexed: (done: number) => `${plural(done, 'passage')} done.`,
  partly: (done: number, all: number) =>
    `${String(done)} of ${plural(all, 'passage')} done and kept. Run the command again to go on.`,
  notKept: 'This device could not keep the vectors: its storage is full or switched off.',
  otherSize: (host: string, model: string) =>
    `${host} gave vectors of another length than before for ${model}. Run “Clear the index on this device and read all notes again”, then make them anew.`,
  wordsOnly: 'Passages were found by their words alone.',

  badKey: 'Check the key in the settings under “Ask the vault”.',
  noCredit: 'The account has no credit left.',
  tooMany: 'Too many requests, or the quota is used up. Try again later.',
  notThere: 'Check address and model in the settings under “Ask the vault”.',
  again: 'Nothing is lost; try again.',
  noService: {
    none: 'Choose a service under “Ask the vault” in the settings first.',
    address: 'The address in the settings has to begin with https:// (http:// only on this computer).',
    model: 'Write the name of a model into the settings.',
    key: 'Choose the key of the service in the settings.',
    phone: 'A service on the computer cannot be reached from here. Choose another one in the settings.',
  },

  cli: {
    ask: 'Find the passages that answer a question, and have it answered from them',
    question: 'The question',
    answer: 'Also ask the service in the settings; without it only passages are given',
    index: 'Send new and changed passages to become vectors',
  },
};
