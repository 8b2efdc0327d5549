/** What a student acts through: the test host in Node, or a page. */
export interface StudentsHost {
  cli(command: string, flags: Record<string, string>): Promise<string>;
  read(path: string): string | Promise<string>;
  readonly external: { write(path: string, text: string): Promise<void> };
}

export function cli(
  host: Pick<StudentsHost, 'cli'>,
  command: string,
  flags: Record<string, string>,
): Promise<Record<string, unknown>>;
export function study(host: StudentsHost, how: { lang: 'zh' | 'en'; today: string }): Promise<void>;
