// The page around the app: its notes, its commands, and how it is looked at.
import { AppFrame, type PluginInPage } from './app-frame';
import { FileList } from './file-list';
import { type Language, type Texts, TEXTS } from './texts';
import { liveAVaultIn } from './seed';
import { type PreviewVault, vaultInMemory, vaultOnServer } from './vaults';

/** What `preview/files.ts` writes into the page. */
interface Preview {
  readonly plugin: PluginInPage;
  /** The vault's folder on the server's side; null: it is in memory. */
  readonly folder: string | null;
  readonly name: string;
  readonly appId: string;
  /** Notes that are there at the beginning, by path. */
  readonly files: Readonly<Record<string, string>>;
}

declare const PREVIEW: Preview;

const query = new URLSearchParams(window.location.search);
const dark = matchMedia('(prefers-color-scheme: dark)');
const language: Language = (query.get('lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en';
const texts: Texts = TEXTS[language];
const dress = { language, dark: dark.matches, mobile: false };

const find = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

/** The note that the vault begins with. */
function homeOf(frame: AppFrame): string | undefined {
  const { vault, metadataCache } = frame.host.app;
  const homes = vault.getMarkdownFiles().filter((file) => {
    const properties = metadataCache.getFileCache(file)?.frontmatter;
    return (
      properties?.['handbook-id'] === 'home' && (PREVIEW.folder !== null || properties['handbook-lang'] === language)
    );
  });
  return (homes[0] ?? vault.getMarkdownFiles()[0])?.path;
}

function say(text: string): void {
  find('status').textContent = text;
}

function button(id: string, text: string, act: () => void): HTMLButtonElement {
  const el = find<HTMLButtonElement>(id);
  el.textContent = text;
  el.addEventListener('click', act);
  return el;
}

function toggle(id: string, text: string, act: (on: boolean) => void): void {
  const el = button(id, text, () => {
    const on = el.getAttribute('aria-pressed') !== 'true';
    el.setAttribute('aria-pressed', String(on));
    act(on);
  });
  el.setAttribute('aria-pressed', 'false');
}

async function main(): Promise<void> {
  document.documentElement.lang = language;
  document.title = texts.title;
  find('title').textContent = texts.title;
  const { folder, files, plugin, name, appId } = PREVIEW;
  const vault: PreviewVault = folder === null ? vaultInMemory(files) : vaultOnServer(query.get('key') ?? '');
  const iframe = find<HTMLIFrameElement>('app');
  iframe.title = texts.app;
  const frame = new AppFrame(iframe, plugin, vault);
  say(texts.begins);
  if (folder === null) await forget(appId);
  await frame.start(name, appId, dress);
  const openHome = async (): Promise<void> => {
    const first = homeOf(frame);
    if (first !== undefined) await frame.host.open(first, 'preview');
  };
  if (folder === null) await liveAVaultIn(frame.host, vault, language, openHome);
  else await openHome();
  say(folder === null ? texts.inMemory : texts.inFolder(folder));
  find('stand-in').textContent = texts.stands;
  furnish(frame);
  document.body.dataset['ready'] = 'yes';
}

/** What an earlier vault of this page has left in the browser: that vault is gone. */
async function forget(appId: string): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${appId}-`)) localStorage.removeItem(key);
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
}

function furnish(frame: AppFrame): void {
  const { host } = frame;
  const { vault, workspace } = host.app;
  let mode: 'preview' | 'live' = 'preview';
  const open = (path: string): void => {
    if (path.endsWith('.md')) void host.open(path, mode);
  };

  find('files').setAttribute('aria-label', texts.files);
  const list = new FileList(find('files'), open);
  const showList = (): void => {
    list.show(vault.getFiles());
  };
  showList();
  list.mark(workspace.getActiveFile()?.path ?? '');
  let waits = false;
  const later = (): void => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      showList();
    });
  };
  vault.on('create', later);
  vault.on('delete', later);
  vault.on('rename', later);
  workspace.on('file-open', (file) => {
    if (file !== null) list.mark(file.path);
  });

  const palette = (what: 'commands' | 'notes'): void => {
    host.openPalette(what, what === 'commands' ? texts.askCommand : texts.askNote);
  };
  button('commands', texts.commands, () => {
    palette('commands');
  }).title = 'Ctrl/⌘ P';
  button('switcher', texts.switcher, () => {
    palette('notes');
  }).title = 'Ctrl/⌘ O';
  for (const doc of [document, find<HTMLIFrameElement>('app').contentDocument]) {
    doc?.addEventListener('keydown', (event) => {
      const what = { p: 'commands', o: 'notes' }[event.key] as 'commands' | 'notes' | undefined;
      if (what === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      palette(what);
    });
  }
  button('settings', texts.settings, () => void host.openSettings(PREVIEW.plugin.manifest.id));
  const edit = button('mode', texts.edit, () => {
    mode = mode === 'preview' ? 'live' : 'preview';
    edit.textContent = mode === 'preview' ? texts.edit : texts.read;
    const path = workspace.getActiveFile()?.path;
    if (path !== undefined) open(path);
  });
  button('again', texts.again, () => {
    window.location.reload();
  }).hidden = PREVIEW.folder !== null;

  const darkened = (on: boolean): void => {
    dress.dark = on;
    document.body.classList.toggle('is-dark', on);
    void frame.dress(dress, false);
  };
  toggle('dark', texts.dark, darkened);
  if (dress.dark) find('dark').setAttribute('aria-pressed', 'true');
  document.body.classList.toggle('is-dark', dress.dark);
  toggle('phone', texts.phone, (on) => {
    dress.mobile = on;
    document.body.classList.toggle('is-phone', on);
    const path = workspace.getActiveFile()?.path;
    void frame.dress(dress, true).then(() => {
      if (path !== undefined) open(path);
    });
  });
  const choice = find<HTMLSelectElement>('language');
  choice.setAttribute('aria-label', texts.language);
  choice.value = language;
  choice.addEventListener('change', () => {
    query.set('lang', choice.value);
    window.location.search = query.toString();
  });
  find('bar').hidden = false;
}

main().catch((error: unknown) => {
  say(texts.failed(error instanceof Error ? error.message : String(error)));
  console.error(error);
});
