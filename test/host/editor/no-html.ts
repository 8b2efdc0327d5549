// Stands for @codemirror/lang-html in the bundle: reading HTML, its scripts and its styles within a note is of no use here,
// and the tables of the three languages were a fifth of what opening a vault evaluates.

/** What @codemirror/lang-markdown asks of a language of tags: without a parser, HTML stays a leaf of the note's tree. */
export const html = (): { support: readonly []; language: Record<string, never> } => ({ support: [], language: {} });

export const htmlCompletionSource = (): null => null;
