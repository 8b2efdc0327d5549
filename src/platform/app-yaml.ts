import { parseYaml, stringifyYaml } from 'obsidian';
import type { Yaml } from '../core/ports';

/** The app's own YAML: what we write, Obsidian reads back the same. */
export const appYaml: Yaml = {
  parse: (text) => parseYaml(text) as unknown,
  stringify: (value) => stringifyYaml(value),
};
