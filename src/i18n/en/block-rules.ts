/** Rules that stand for the markers of what the plugin fills in, while a note is edited. */
export const blockRules = {
  filled: 'Filled in by the plugin',
  refresh: 'Refresh',
  end: 'End of what is filled in',
  endEdited: (blocks: readonly string[]) =>
    `End of what is filled in; you edited ${blocks.map((block) => `“${block}”`).join(', ')}, and a refresh keeps that`,
  lone: (what: string, block: string) => (block === '' ? what : `${block}: ${what}`),
  repair: 'Show the repair',
};
