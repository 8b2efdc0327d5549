// The module that plugins see as 'obsidian': the host's own classes; what it has none of comes from obsidian-test-mocks.
export * from 'obsidian-test-mocks/obsidian';
export { App } from './app';
export { Component } from './base/component';
export { Events } from './base/events';
export {
  BooleanValue,
  DateValue,
  FileValue,
  LinkValue,
  ListValue,
  NotNullValue,
  NullValue,
  NumberValue,
  ObjectValue,
  StringValue,
  TagValue,
  Value,
} from './bases/values';
export {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  QueryController,
} from './bases/view';
export { Editor } from './editor/editor';
export { editorEditorField, editorInfoField, editorLivePreviewField, editorViewField } from './editor/fields';
export { MarkdownView } from './editor/markdown-view';
export {
  apiVersion,
  getAllTags,
  getLanguage,
  getLinkpath,
  loadPrism,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
  parseLinktext,
  request,
  requestUrl,
  requireApiVersion,
  resolveSubpath,
  stripHeading,
  stripHeadingForLink,
} from './functions';
export { MarkdownRenderChild } from './markdown/lifecycle';
export { MarkdownPreviewRenderer, MarkdownRenderer } from './markdown/renderer';
export { default as moment } from 'moment';
export { MetadataCache } from './metadata/cache';
export { getFrontMatterInfo, parseYaml, stringifyYaml } from './metadata/frontmatter';
export { Plugin, PluginSettingTab } from './plugin/plugin';
export { ButtonComponent, ExtraButtonComponent } from './ui/buttons';
export {
  BaseComponent,
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
  ValueComponent,
} from './ui/components';
export {
  AbstractTextComponent,
  MomentFormatComponent,
  SearchComponent,
  TextAreaComponent,
  TextComponent,
} from './ui/text-fields';
export { prepareFuzzySearch, prepareSimpleSearch, renderMatches } from './ui/fuzzy';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './ui/icons';
export { AbstractInputSuggest, PopoverSuggest } from './ui/input-suggest';
export { Keymap, Scope } from './ui/keymap';
export { Menu, MenuItem } from './ui/menu';
export { ConfirmationButton, ConfirmationModal, Modal } from './ui/modal';
export { Notice } from './ui/notice';
export { sanitizeHTMLToDom } from './ui/sanitize';
export { Setting, SettingGroup, SettingPage } from './ui/setting';
export { SettingTab } from './ui/setting-tab';
export { FuzzySuggestModal, SuggestModal } from './ui/suggest-modal';
export { displayTooltip, setTooltip } from './ui/tooltip';
export { FileManager } from './vault/file-manager';
export { TAbstractFile, TFile, TFolder } from './vault/files';
export { normalizePath } from './vault/path';
export { Vault } from './vault/vault';
export { WorkspaceLeaf } from './workspace/leaf';
export { EditableFileView, FileView, ItemView, TextFileView, View } from './workspace/view';
export { Workspace } from './workspace/workspace';
