// What plugins register with the app. One window, one app: module state is the app's own here, as it is in Obsidian.
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { App } from './app';
import type { BasesRegistration } from './bases/register';
import type { Component } from './base/component';
import type { Plugin } from './plugin/plugin';
import type { View } from './workspace/view';
import type { WorkspaceLeaf } from './workspace/leaf';

export interface Command {
  id: string;
  name: string;
  icon?: string;
  callback?: () => unknown;
  checkCallback?: (checking: boolean) => boolean | void;
  editorCallback?: (editor: unknown, view: unknown) => unknown;
  editorCheckCallback?: (checking: boolean, editor: unknown, view: unknown) => boolean | void;
  hotkeys?: unknown[];
}

export interface SectionInfo {
  readonly text: string;
  readonly lineStart: number;
  readonly lineEnd: number;
}

export interface PostProcessorContext {
  readonly docId: string;
  readonly sourcePath: string;
  readonly frontmatter: Record<string, unknown> | null | undefined;
  addChild(child: Component): void;
  getSectionInfo(el: HTMLElement): SectionInfo | null;
}

export type PostProcessor = (el: HTMLElement, ctx: PostProcessorContext) => unknown;
export type CodeBlockHandler = (source: string, el: HTMLElement, ctx: PostProcessorContext) => unknown;

export interface CliRegistration {
  readonly description: string;
  readonly flags: Record<string, { value?: string; description: string; required?: boolean }> | null;
  readonly handler: (params: Record<string, string>) => unknown;
}

interface Registries {
  readonly commands: Map<string, Command>;
  readonly views: Map<string, (leaf: WorkspaceLeaf) => View>;
  readonly codeBlocks: Map<string, CodeBlockHandler>;
  postProcessors: { readonly run: PostProcessor; readonly order: number }[];
  editorExtensions: Extension[];
  readonly editors: Set<EditorView>;
  readonly basesViews: Map<string, BasesRegistration>;
  readonly cli: Map<string, CliRegistration>;
  readonly protocols: Map<string, (params: Record<string, string>) => unknown>;
  readonly hoverSources: Map<string, { display: string; defaultMod: boolean }>;
  readonly plugins: Map<string, Plugin>;
}

export const registries: Registries = {
  commands: new Map(),
  views: new Map(),
  codeBlocks: new Map(),
  postProcessors: [],
  editorExtensions: [],
  editors: new Set(),
  basesViews: new Map(),
  cli: new Map(),
  protocols: new Map(),
  hoverSources: new Map(),
  plugins: new Map(),
};

let running: App | null = null;

export function setApp(app: App): void {
  running = app;
}

/** The one app of this window. */
export function theApp(): App {
  if (running === null) throw new Error('The app has not started');
  return running;
}
