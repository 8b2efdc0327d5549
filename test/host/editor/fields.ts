// State fields and node props of the app's editor that plugins read.
import { StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { NodeProp } from '@lezer/common';
import type { App } from '../app';
import type { TFile } from '../vault/files';

export interface EditorInfo {
  readonly app: App;
  readonly file: TFile | null;
  readonly editor?: unknown;
  hoverPopover: unknown;
}

export const editorLivePreviewField = StateField.define<boolean>({ create: () => false, update: (value) => value });
export const editorInfoField = StateField.define<EditorInfo | null>({ create: () => null, update: (value) => value });
export const editorViewField = editorInfoField;
export const editorEditorField = StateField.define<EditorView | null>({ create: () => null, update: (value) => value });

// The app's own copy of @codemirror/language has two more exports; plugins read token classes through the first.
export const tokenClassNodeProp = new NodeProp<string>();
export const lineClassNodeProp = new NodeProp<string>();

const TOKENS: Record<string, string> = {
  InlineCode: 'inline-code',
  FencedCode: 'hmd-codeblock',
  CodeText: 'hmd-codeblock',
  CodeMark: 'formatting formatting-code',
  Emphasis: 'em',
  StrongEmphasis: 'strong',
  Link: 'link',
  URL: 'url',
  Blockquote: 'quote',
  ATXHeading1: 'header header-1',
  ATXHeading2: 'header header-2',
  ATXHeading3: 'header header-3',
  ListMark: 'formatting formatting-list',
};

export const obsidianTokens = { props: [tokenClassNodeProp.add((type) => TOKENS[type.name])] };
