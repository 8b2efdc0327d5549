import { parse, stringify } from 'yaml';
import type { Yaml } from '../../../src/core/ports';

export const YAML: Yaml = {
  parse: (text) => parse(text) as unknown,
  stringify: (value) => stringify(value, { lineWidth: 0 }),
};
