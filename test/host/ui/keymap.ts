import { Platform } from 'obsidian-test-mocks/obsidian';

export type Modifier = 'Mod' | 'Ctrl' | 'Meta' | 'Shift' | 'Alt';
type Listener = (event: KeyboardEvent, context: { modifiers: string; key: string; vkey: string }) => unknown;

export interface KeymapEventHandler {
  readonly modifiers: string | null;
  readonly key: string | null;
  readonly scope: Scope;
  readonly func: Listener;
}

const modifiersOf = (modifiers: readonly Modifier[]): string =>
  [...modifiers]
    .map((m) => (m === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : m))
    .sort()
    .join(',');

function pressed(event: KeyboardEvent): string {
  const held: Modifier[] = [];
  if (event.ctrlKey) held.push('Ctrl');
  if (event.metaKey) held.push('Meta');
  if (event.shiftKey) held.push('Shift');
  if (event.altKey) held.push('Alt');
  return held.sort().join(',');
}

/** Keys that mean something while it is on top; what it does not know goes to its parent. */
export class Scope {
  private handlers: KeymapEventHandler[] = [];

  constructor(readonly parent?: Scope) {}

  register(modifiers: Modifier[] | null, key: string | null, func: Listener): KeymapEventHandler {
    const handler = { modifiers: modifiers === null ? null : modifiersOf(modifiers), key, scope: this, func };
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: KeymapEventHandler): void {
    this.handlers = this.handlers.filter((other) => other !== handler);
  }

  /** False: handled, and the browser shall not do what it would. Undefined: unknown here. */
  handle(event: KeyboardEvent): unknown {
    const modifiers = pressed(event);
    for (const handler of this.handlers) {
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      if (handler.key !== null && handler.key.toLowerCase() !== event.key.toLowerCase()) continue;
      return handler.func(event, { modifiers, key: event.key, vkey: event.key });
    }
    return this.parent?.handle(event);
  }
}

export class Keymap {
  private readonly stack: Scope[] = [];

  constructor(root: Scope) {
    this.stack.push(root);
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing) return;
        if (this.stack.at(-1)?.handle(event) !== false) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
  }

  pushScope(scope: Scope): void {
    this.stack.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.stack.lastIndexOf(scope);
    if (at > 0) this.stack.splice(at, 1);
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    if (modifier === 'Ctrl') return event.ctrlKey;
    if (modifier === 'Meta') return event.metaKey;
    if (modifier === 'Shift') return event.shiftKey;
    if (modifier === 'Alt') return event.altKey;
    return Platform.isMacOS ? event.metaKey : event.ctrlKey;
  }

  /** Where a link shall open: Mod or a middle click a tab, Mod+Alt a split, Mod+Alt+Shift a window. */
  static isModEvent(event?: UIEvent | null): 'tab' | 'split' | 'window' | boolean {
    if (!event) return false;
    const e = event as MouseEvent;
    if (e.button === 1) return 'tab';
    if (!Keymap.isModifier(e, 'Mod')) return false;
    if (!e.altKey) return 'tab';
    return e.shiftKey ? 'window' : 'split';
  }
}
