export const cli = {
  formatFlag: 'Text for people (the default) or one JSON object for programs',
  failed: (reason: string) => `Error: ${reason}`,
  stopped: 'The plugin was switched off before this was done.',
  unknownFlag: (name: string, known: readonly string[]) => `Unknown flag “${name}”. Known flags: ${known.join(', ')}.`,
  bareFlag: (name: string) => `Flag “${name}” takes no value: write just “${name}”.`,
  valueMissing: (name: string, placeholder: string) => `Flag “${name}” needs a value: ${name}=${placeholder}.`,
  flagRequired: (name: string, placeholder: string) => `Flag “${name}” is required: ${name}=${placeholder}.`,
  badFormat: (value: string) => `Flag “format”: “${value}” is not known. Use text or json.`,
};
