import type { App } from '../app';
import type { BaseComponent, ValueComponent } from './components';
import type { Setting } from './setting';
import { PathSuggest } from './path-suggest';
import type { Control } from './setting-definitions';

/** Where a control's value comes from and goes to. */
export interface ControlStore {
  readonly app: App;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): void | Promise<void>;
}

/** Draws a declarative control into its row: the stored value (or the default), validated on mount and before each change is kept. */
export function addControl(row: Setting, control: Control, store: ControlStore): BaseComponent {
  const stored = store.getControlValue(control.key) ?? control.defaultValue;
  const check = async (value: unknown): Promise<boolean> => {
    const message = await control.validate?.(value as never);
    row.setErrorMessage(message ? message : null);
    return !message;
  };
  let component: BaseComponent | null = null;
  const bind = <T>(made: ValueComponent<T>, shown: (value: unknown) => T, read: (value: T) => unknown): void => {
    component = made;
    if (stored !== undefined && stored !== null) made.setValue(shown(stored));
    made.onChange(async (value) => {
      const next = read(value);
      if (next !== INVALID && (await check(next))) await store.setControlValue(control.key, next);
    });
  };
  const text = (value: unknown): string => String(value);
  const same = <T>(value: T): unknown => value;
  switch (control.type) {
    case 'toggle':
      row.addToggle((c) => {
        bind(c, Boolean, same);
      });
      break;
    case 'dropdown':
      row.addDropdown((c) => {
        bind(c.addOptions(control.options ?? {}), text, same);
      });
      break;
    case 'slider':
      row.addSlider((c) => {
        bind(c.setLimits(control.min ?? 0, control.max ?? 100, control.step ?? 1), Number, same);
      });
      break;
    case 'color':
      row.addColorPicker((c) => {
        bind(c, text, same);
      });
      break;
    case 'textarea':
      row.addTextArea((c) => {
        if (control.placeholder !== undefined) c.setPlaceholder(control.placeholder);
        if (control.rows !== undefined) c.inputEl.rows = control.rows;
        bind(c, text, same);
      });
      break;
    default:
      row.addText((c) => {
        if (control.placeholder !== undefined) c.setPlaceholder(control.placeholder);
        if (control.type === 'number') numberField(c.inputEl, control);
        if (control.type === 'file' || control.type === 'folder') new PathSuggest(store.app, c.inputEl, control);
        bind(c, text, control.type === 'number' ? (value) => numberOf(value, control) : same);
      });
  }
  if (stored !== undefined && stored !== null) void check(stored);
  if (component === null) throw new Error(`Unknown control ${control.type}`);
  return component;
}

const INVALID = Symbol('invalid');

function numberField(input: HTMLInputElement, control: Control): void {
  input.type = 'number';
  if (control.min !== undefined) input.min = String(control.min);
  if (control.max !== undefined) input.max = String(control.max);
  if (control.step !== undefined) input.step = String(control.step);
}

/** Outside the bounds the app keeps the nearest bound; what is no number is not kept. */
function numberOf(text: string, control: Control): number | typeof INVALID {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) return INVALID;
  return Math.min(control.max ?? Infinity, Math.max(control.min ?? -Infinity, value));
}
