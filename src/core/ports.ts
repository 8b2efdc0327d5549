import type { DateTime } from 'luxon';

/** A calendar day of the student's, `YYYY-MM-DD`, without a zone. */
export type IsoDate = string;

/** An ISO 8601 week, `GGGG-[W]WW`, e.g. `2026-W32`: Monday first, whatever the language. */
export type IsoWeek = string;

/** A language the handbook is written in. */
export type Language = 'zh' | 'en';

/** Where the time comes from: the core never asks the system clock itself. */
export interface Clock {
  /** The current instant in the student's own zone. */
  now(): DateTime;
}

/** The YAML reader and writer; the app's own one, so that what we write is what it reads. */
export interface Yaml {
  /** @throws Error with the parser's own message where the text is no YAML. */
  parse(text: string): unknown;
  stringify(value: unknown): string;
}

/** What became of a write. Expected failures are values: nothing here throws for them. */
export type WriteResult =
  /** `folders`: those that had to be made for the note, outermost first. */
  | { readonly ok: true; readonly path: string; readonly folders?: readonly string[] }
  | { readonly ok: false; readonly reason: WriteFailure; readonly message: string };

/** `astray`: the path is no place for notes in the vault. */
export type WriteFailure = 'exists' | 'missing' | 'changed' | 'failed' | 'astray';

/** The vault as the core sees it: Markdown notes by path. No blind overwrite exists. */
export interface NoteStore {
  /** Whether anything (a note, another file, a folder) is at the path, in any letter case. */
  exists(path: string): Promise<boolean>;
  /** The text of a note, or null where there is none. */
  read(path: string): Promise<string | null>;
  /** Creates a note and the folders above it; never replaces (`exists`). */
  create(path: string, text: string): Promise<WriteResult>;
  /**
   * Changes a note atomically. `change` gets the text as it is at that moment and answers the new one,
   * or null to leave the note as it is (`changed`).
   */
  change(path: string, change: (text: string) => string | null): Promise<WriteResult>;
}

/** Something to be asked of a host; without a body it is fetched, with one sent as JSON. */
export interface WebRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the answer may take. */
  readonly seconds?: number;
}

/**
 * Why there is no answer. The words for it are in `i18n`.
 * - `not-allowed`: neither a setting nor the student named the host, or the address is no safe one; nothing was sent
 * - `busy`: the host asks to come back later
 * - `status`: it answered that it will not, or cannot
 * - `unreadable`: it answered, but with something else than was asked for, or with half of it
 */
export type NetworkFailure =
  'not-allowed' | 'unreachable' | 'too-late' | 'too-large' | 'busy' | 'status' | 'unreadable';

export interface FailedRequest {
  readonly ok: false;
  readonly failure: NetworkFailure;
  readonly host: string;
  /** Of HTTP; 0 where there was none. */
  readonly status: number;
  /** How long was waited, or is to be waited; null where that is not known. */
  readonly seconds: number | null;
  /** What came with a refusal. */
  readonly text?: string;
}

export type WebAnswer =
  | {
      readonly ok: true;
      readonly host: string;
      readonly text: string;
      readonly bytes?: Uint8Array;
      /** By name in lower case. */
      readonly headers: Readonly<Record<string, string>>;
    }
  | FailedRequest;

/** The way out, as far as the student allowed it. Nothing is thrown. */
export interface Network {
  ask(request: WebRequest): Promise<WebAnswer>;
}
