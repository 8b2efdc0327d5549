import { expect, it } from 'vitest';
import { importedFromApp } from '../../scripts/app-imports.mjs';

it('finds what modules import from the app, and no types', () => {
  const names = importedFromApp([
    "import { Notice, type App } from 'obsidian';\nimport type { TFile } from 'obsidian';\nimport { x } from './obsidian';",
    "import {\n  Modal,\n  Notice as Said,\n  type Editor,\n} from 'obsidian';\nimport { EditorView } from '@codemirror/view';",
    "import { type Extension } from '@codemirror/state';",
  ]);
  expect([...names].map(([module, found]) => [module, [...found].sort()])).toEqual([
    ['obsidian', ['Modal', 'Notice']],
    ['@codemirror/view', ['EditorView']],
    ['@codemirror/state', []],
  ]);
});
