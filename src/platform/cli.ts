import type { CliData, CliFlags, Plugin } from 'obsidian';
import type { Translations } from '../i18n';

/** One flag of a command: with a `value` it is `name=value`, without one a bare word. */
export interface FlagSpec {
  /** Placeholder of the value, e.g. `<zh|en>`; left out for a bare word. */
  readonly value?: string;
  readonly description: string;
  readonly required?: boolean;
}

/** What a command answers: text for people, or one object for programs. Text that says something once is made when it is read. */
export type CliOutcome =
  | { readonly ok: true; readonly text: string | (() => string); readonly json: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: string };

export interface CliCommand<F extends string> {
  /** The word after `research-handbook:`. */
  readonly name: string;
  readonly description: string;
  readonly flags: Readonly<Record<F, FlagSpec>>;
  /** Runs with flags that are known and, where required, given; a bare word arrives as `'true'`. */
  run(flags: Readonly<Partial<Record<F, string>>>): Promise<CliOutcome>;
}

/** Commands of Obsidian's own CLI; every answer, an error too, is text or one JSON object, never an exception. */
export class CliRegistry {
  constructor(
    private readonly plugin: Plugin,
    private readonly i18n: Translations,
  ) {}

  register<F extends string>(command: CliCommand<F>): void {
    const t = this.i18n.ui.cli;
    const known: CliFlags = {};
    for (const [name, spec] of Object.entries<FlagSpec>(command.flags)) known[name] = { ...spec };
    known['format'] = { value: '<text|json>', description: t.formatFlag };
    this.plugin.registerCliHandler(
      `research-handbook:${command.name}`,
      command.description,
      known,
      async (params: CliData) => {
        const json = params['format'] === 'json';
        const outcome = await this.answer(command, known, params);
        if (json) return JSON.stringify(outcome.ok ? { ok: true, ...outcome.json } : outcome);
        if (!outcome.ok) return t.failed(outcome.error);
        return typeof outcome.text === 'string' ? outcome.text : outcome.text();
      },
    );
  }

  private async answer<F extends string>(
    command: CliCommand<F>,
    known: CliFlags,
    params: CliData,
  ): Promise<CliOutcome> {
    const t = this.i18n.ui.cli;
    for (const [name, value] of Object.entries(params)) {
      const flag = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!flag) return { ok: false, error: t.unknownFlag(name, Object.keys(known)) };
      if (flag.value === undefined && value !== 'true') return { ok: false, error: t.bareFlag(name) };
      if (flag.value !== undefined && value === 'true') return { ok: false, error: t.valueMissing(name, flag.value) };
    }
    const format = params['format'];
    if (format !== undefined && format !== 'json' && format !== 'text') {
      return { ok: false, error: t.badFormat(format) };
    }
    for (const [name, flag] of Object.entries(known)) {
      if (flag.required === true && (params[name] ?? '').trim() === '') {
        return { ok: false, error: t.flagRequired(name, flag.value ?? '') };
      }
    }
    const { format: _format, ...flags } = params;
    try {
      return await command.run(flags as Partial<Record<F, string>>);
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }
}
