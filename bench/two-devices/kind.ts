import { parse, stringify } from 'yaml';
import type { Yaml } from '../../src/core/ports';
import type { Random } from './random';

/** A note, and what the plugin writes into it next, each time something else. */
export interface Written {
  readonly text: string;
  /** What the plugin makes of the note; what the student wants kept of it (a log line) goes to `kept`. */
  write(text: string, kept: string[]): string;
  /** What it makes of the note on the device that the student types on, before they do; nothing where it is left out. */
  writeThere?(text: string): string;
}

export interface Kind {
  readonly name: string;
  /** Where the student types; elsewhere stands what the plugin wrote. */
  mayTouch(line: string, lines: readonly string[], at: number): boolean;
  make(random: Random): Written;
}

export const yaml: Yaml = {
  parse: (text) => parse(text) as unknown,
  stringify: (value) => stringify(value, { lineWidth: 0 }),
};

export const inFrontmatter = (lines: readonly string[], at: number): boolean =>
  lines[0] === '---' && at <= lines.indexOf('---', 1);

export const belowFrontmatter: Kind['mayTouch'] = (_line, lines, at) => !inFrontmatter(lines, at);
