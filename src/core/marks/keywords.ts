import type { Language } from '../ports';
import { nearestName } from '../text/nearest';

/** Colours that a keyword may have; `muted` is grey. */
export const HUES = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink', 'muted'] as const;
export type Hue = (typeof HUES)[number];

export interface Keyword {
  /** What the kind is called everywhere, e.g. `TODO`. */
  readonly name: string;
  /** What may be written, the name first. */
  readonly forms: readonly string[];
  readonly hue: Hue;
}

/** The keywords that are looked for. */
export interface Keywords {
  readonly all: readonly Keyword[];
  readonly byForm: ReadonlyMap<string, Keyword>;
  /** Finds every form, the longer ones first, but for those that what follows rules out; nothing where there is no keyword. */
  readonly pattern: RegExp;
}

export interface KeywordProblem {
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

/** The usual keywords, as they stand in the settings. */
export const USUAL_KEYWORDS = `TODO=待办 orange
FIXME=修正 red
IDEA=想法 yellow
ASK=提问 blue
READ=PAPER,待读 green
NOTE=备注 muted`;

/** A keyword as an interface of the language writes it: in Chinese a Chinese form, where there is one; else the name. */
export function shownForm(forms: readonly string[], language: Language): string {
  const han = language === 'zh' ? forms.find((form) => !/^[A-Z]/.test(form)) : undefined;
  return han ?? forms[0] ?? '';
}

/** The keyword whose marks go into the weekly report. */
export const ASK = 'ASK';

const FORM = /^(?:[A-Z][A-Z0-9_]*|\p{Script=Han}+)$/u;
const LINE = /^([^=\s]+)(?:[ \t]*=([^=a-z]*))?(?:[ \t]+([a-z]+))?$/;

/**
 * Reads keywords, one a line: `ASK=提问,Q blue`, the name, what else may be written for it, its colour. Latin ones are upper
 * case. A text without any has the usual ones. A line that cannot be read, and one that says again what was said, is a problem.
 */
export function readKeywords(text: string): Keywords & { readonly problems: readonly KeywordProblem[] } {
  const all: Keyword[] = [];
  const byForm = new Map<string, Keyword>();
  const problems: KeywordProblem[] = [];
  const lines = text.trim() === '' ? USUAL_KEYWORDS : text;
  lines.split('\n').forEach((written, line) => {
    if (written.trim() === '') return;
    const keyword = readLine(written.trim());
    if (keyword === null || keyword.forms.some((form) => byForm.has(form))) {
      problems.push({ line, text: written });
      return;
    }
    all.push(keyword);
    for (const form of keyword.forms) byForm.set(form, keyword);
  });
  return { all, byForm, pattern: patternOf([...byForm.keys()]), problems };
}

/** What cannot be a mark by the next signs alone is passed over at once: most notes with `想法` in them hold no mark. */
function patternOf(forms: readonly string[]): RegExp {
  const [latin, han] = [/^[A-Z]/, /^[^A-Z]/].map((first) =>
    forms
      .filter((form) => first.test(form))
      .sort((a, b) => b.length - a.length)
      .join('|'),
  );
  const parts = [
    ...(latin === '' ? [] : [`(?:${latin ?? ''})(?![A-Za-z0-9_])`]),
    ...(han === '' ? [] : [`(?:${han ?? ''})(?=[*_=~]{0,3}[:：]|[(（])`]),
  ];
  return new RegExp(parts.length === 0 ? '(?!)' : parts.join('|'), 'g');
}

function readLine(line: string): Keyword | null {
  const match = LINE.exec(line);
  if (match === null) return null;
  const [, name = '', others = '', colour = 'muted'] = match;
  const forms = [...new Set([name, ...others.split(/[\s,，、]+/).filter(Boolean)])];
  const hue = HUES.find((known) => known === colour);
  return hue !== undefined && forms.every((form) => FORM.test(form)) ? { name, forms, hue } : null;
}

/** The keyword that somebody means by a text, in whatever case; null, and the likeliest name, where there is none. */
export function findKeyword(
  text: string,
  { all, byForm }: Keywords,
): { readonly keyword: Keyword | null; readonly nearest: string | null } {
  const keyword = byForm.get(text.trim().toUpperCase()) ?? null;
  return {
    keyword,
    nearest:
      keyword === null
        ? nearestName(
            text.toUpperCase(),
            all.map(({ name }) => name),
          )
        : null,
  };
}
