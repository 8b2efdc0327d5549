// The shapes of declarative settings (1.13), after the type definitions of the package `obsidian`.
import type { TFile, TFolder } from '../vault/files';
import type { ExtraButtonComponent } from './buttons';
import type { Setting, SettingGroup, SettingPage } from './setting';

type Flag = boolean | (() => boolean);

export interface Control {
  readonly type: 'toggle' | 'dropdown' | 'text' | 'textarea' | 'number' | 'file' | 'folder' | 'slider' | 'color';
  readonly key: string;
  readonly defaultValue?: unknown;
  readonly validate?: (value: never) => string | void | Promise<string | void>;
  readonly disabled?: Flag;
  readonly placeholder?: string;
  readonly options?: Record<string, string>;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | 'any';
  readonly rows?: number;
  readonly filter?: (file: TFile & TFolder) => boolean;
}

export interface RowDefinition {
  readonly type?: never;
  readonly name: string;
  readonly desc?: string | DocumentFragment;
  readonly aliases?: string[];
  readonly searchable?: Flag;
  readonly visible?: Flag;
  readonly disabled?: Flag;
  readonly control?: Control;
  readonly action?: (el: HTMLElement, index: number) => void;
  readonly render?: (setting: Setting, group: SettingGroup) => void | (() => void);
}

export interface GroupDefinition {
  readonly type: 'group' | 'list';
  readonly heading?: string;
  readonly cls?: string;
  readonly search?: { readonly placeholder?: string; readonly match: (def: RowDefinition, query: string) => boolean };
  readonly extraButtons?: ((component: ExtraButtonComponent) => unknown)[];
  readonly items?: (RowDefinition | PageDefinition)[];
  readonly visible?: Flag;
  readonly emptyState?: string | DocumentFragment;
  readonly onReorder?: (from: number, to: number) => void;
  readonly onDelete?: (index: number) => void;
  readonly addItem?: { readonly name: string; readonly action: (el: HTMLElement) => void };
}

export interface PageDefinition {
  readonly type: 'page';
  readonly name: string;
  readonly desc?: string | DocumentFragment;
  readonly displayValue?: string | (() => string);
  readonly status?: 'warning' | null | (() => 'warning' | null);
  readonly items?: Definition[];
  readonly page?: () => SettingPage;
  readonly visible?: Flag;
}

export type Definition = RowDefinition | GroupDefinition | PageDefinition;

export const isOn = (flag: Flag | undefined, otherwise: boolean): boolean =>
  flag === undefined ? otherwise : typeof flag === 'function' ? flag() : flag;

export const isGroup = (item: Definition): item is GroupDefinition => item.type === 'group' || item.type === 'list';
