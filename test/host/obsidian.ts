// The module that plugins see as 'obsidian': the mocks, minus what the host makes real.
export * from 'obsidian-test-mocks/obsidian';
export { Plugin, BasesView } from './plugin/legacy';
export { MarkdownRenderer, MarkdownPreviewRenderer } from './markdown/legacy';
export { MarkdownView, editorInfoField, editorLivePreviewField, editorViewField } from './editor/legacy';
export {
  FuzzySuggestModal,
  Menu,
  Modal,
  Notice,
  Setting,
  SuggestModal,
  getIcon,
  getIconIds,
  sanitizeHTMLToDom,
  setIcon,
  setTooltip,
} from './ui/legacy';
