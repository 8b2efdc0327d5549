import { scanNote, type ScannedLine } from '../markdown/scan';
import { masked } from '../markdown/masked';

/**
 * What a pack must not hold, since opening the note would run it, load it from elsewhere or hide what it is:
 * - `runs`: a code block that a plugin may run, or one of ours that asks Dataview
 * - `query`: what Templater, Dataview and others run wherever it stands
 * - `html`: raw HTML, but for a few plain tags within a line
 * - `remote`: an image or an embed that is no file of the pack
 * - `address`: a link that is neither a web page nor a mail address, in whatever disguise
 * - `hidden`: a comment over several lines, or a control character
 */
export type Refusal = 'runs' | 'query' | 'html' | 'remote' | 'address' | 'hidden';

export interface Refused {
  /** From 0. */
  readonly line: number;
  readonly code: Refusal;
  /** What is meant, as written. */
  readonly value: string;
}

/** Languages of code blocks that are only shown, or drawn by the app itself. */
const SHOWN = new Set(
  (
    'bash bat bib bibtex c console cpp cs css csv cuda diff dockerfile go html ini java javascript js json julia latex lua ' +
    'makefile markdown matlab md mermaid powershell py python r rust sh shell sql ssh-config tex text toml ts txt typescript xml yaml yml zsh'
  ).split(' '),
);
/** The blocks of this plugin. */
const OURS =
  /^(?:rh-)?(?:time-progress|calendar-heatmap|research-(?:home|marks)|this-week|reading-now|handbook-steps|idea-gate|course-progress|experiment-runs|group-week)$/;
/** A line that begins or ends a code block, wherever it stands: in a list, a quote, deeply indented, in another block. */
const FENCE = /^[\s>*+\-\d.)[\]xX]*(?:`{3,}([^`]*)|~{3,}(.*))$/;
const MARKERS = /^[\s>*+\-\d.)#]*/;
const TAG = /<(?:[!?]|\/?[a-z][\w-]*(?=[\s/>]|$))[^>]*>?/gi;
const PLAIN_TAG = /^<\/?(?:br|kbd|sub|sup|mark|u|b|i|em|strong|small|s|del|ins)\s*\/?>$/i;
const OWN_IMAGE = /^!\[(?:\[[^\]:]*\]\]|[^\]]*\]\(\s*(?:<(?!\/\/)[^<>:]*>|[^\s:()/<][^\s:()]*)(?:\s[^()]*)?\))/;
const SCHEME = /(?:\]\(|\]:|<)\s*<?([a-z][a-z0-9+.-]*):/gi;
/** Addresses that do something, wherever they stand: the app and its plugins make links of some. */
const ACTS = /(?:javascript|vbscript):|(?:obsidian|file):\/\/|data:\w+\//i;
const SAFE = /^(?:https?|mailto)$/i;
/** Also what turns the direction of letters round; marks of a direction alone are what Arabic and Hebrew need. */
const CONTROL = /[^\P{Cc}\t]|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Finds what a pack must not hold in one of its notes. Stricter than what the app would run: whether a line is code the app and
 * the scanner may see differently in rare cases, so a line that looks like a fence is taken for one wherever it stands.
 */
export function refusedIn(text: string): Refused[] {
  const found: Refused[] = [];
  let own = false;
  for (const line of scanNote(text)) {
    const say = (code: Refusal, value: string): void => {
      found.push({ line: line.number, code, value: value.trim().slice(0, 80) });
    };
    const fence = FENCE.exec(line.text);
    if (fence !== null) {
      const info = (fence[1] ?? fence[2] ?? '').trim().toLowerCase();
      const language = info.split(/\s/, 1)[0] ?? '';
      own = OURS.test(language);
      if (!own && language !== '' && !SHOWN.has(language)) say('runs', info);
    } else if (own && /dataview/i.test(line.text)) say('runs', line.text);
    if (line.text.includes('<%')) say('query', line.text);
    const control = CONTROL.exec(line.text);
    if (control !== null) say('hidden', `U+${(control[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
    if (line.code !== 'fenced') refusedInText(line, say);
  }
  return found;
}

/** The same for a `.base` file, which is no Markdown: formulas can draw HTML and pictures. */
export function refusedInBase(text: string): Refused[] {
  return text.split('\n').flatMap((written, line): Refused[] => {
    const value = (/\b(?:html|image|icon)\s*\(/i.exec(written) ?? ACTS.exec(written))?.[0];
    return value === undefined ? [] : [{ line, code: 'address', value }];
  });
}

function refusedInText(line: ScannedLine, say: (code: Refusal, value: string) => void): void {
  const shown = line.spans.filter(({ from, to }) => {
    const span = line.text.slice(from, to);
    if (/^`+\s*\$?=/.test(span)) say('query', span);
    // Of one that goes over several lines, a block that begins in between would make two halves.
    return /^`+/.exec(span)?.[0] === /`+$/.exec(span)?.[0];
  });
  // Behind a sign that begins a formula or a comment, a backtick may be part of that.
  const text = /(?:\$|%%).*`/.test(line.text) ? line.text : masked(line.text, shown, ' ');
  const plain = undisguised(text);
  if (line.kind !== 'frontmatter') {
    if ((text.match(/%%/g) ?? []).length % 2 > 0) say('hidden', '%%');
    // A backtick in an address begins no code, and might hide what follows.
    const sly = /<[^\s<>]*`[^\s<>]*>|\]\([^)]*`/.exec(line.text)?.[0];
    if (sly !== undefined) say('html', sly);
    const begin = MARKERS.exec(text)?.[0].length ?? 0;
    for (const { 0: tag, index } of text.matchAll(TAG)) {
      // A tag that a line begins with makes HTML of all that follows.
      if (index <= begin || !PLAIN_TAG.test(tag)) say('html', tag);
    }
    for (let at = plain.indexOf('!['); at >= 0; at = plain.indexOf('![', at + 2)) {
      if (!OWN_IMAGE.test(plain.slice(at))) say('remote', plain.slice(at));
    }
  }
  const scheme = [...plain.matchAll(SCHEME)].find(([, name = '']) => !SAFE.test(name))?.[0] ?? ACTS.exec(plain)?.[0];
  if (scheme !== undefined) say('address', scheme);
}

/** A text without what Markdown takes out of a destination: backslashes, and entities for what they stand for. */
function undisguised(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);?/gi, (_, hex: string, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, hex === '' ? 10 : 16)),
    )
    .replace(/&colon;/gi, ':')
    .replace(/&sol;/gi, '/')
    .replace(/\\|&(?:tab|newline);|[\t\n\r]/gi, '');
}
