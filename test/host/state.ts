/* eslint-disable @typescript-eslint/no-explicit-any */
// Registries that the real app keeps on `app`; the mocks have none.
export interface HostState {
  app: any;
  name: string;
  commands: Map<string, any>;
  views: Map<string, (leaf: any) => any>;
  codeBlocks: Map<string, any>;
  postProcessors: { fn: any; order: number }[];
  editorExtensions: any[];
  basesViews: Map<string, any>;
  cli: Map<string, any>;
  plugins: Map<string, any>;
  editors: Set<any>;
}
export const host: HostState = {
  app: null,
  name: '',
  commands: new Map(),
  views: new Map(),
  codeBlocks: new Map(),
  postProcessors: [],
  editorExtensions: [],
  basesViews: new Map(),
  cli: new Map(),
  plugins: new Map(),
  editors: new Set(),
};
