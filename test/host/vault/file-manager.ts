import { getFrontMatterInfo, parseYaml, stringifyYaml } from '../metadata/frontmatter';
import type { MetadataCache } from '../metadata/cache';
import type { WriteOptions } from './adapter';
import { parentOf, TAbstractFile, TFile, TFolder } from './files';
import { linksTo, rewriteLinks } from './rename-links';
import type { Vault } from './vault';

export class FileManager {
  constructor(
    private readonly vault: Vault,
    private readonly metadata: MetadataCache,
  ) {}

  /** Renames, and rewrites the links to what moved, as the app does by default. */
  async renameFile(file: TAbstractFile, path: string): Promise<void> {
    const moved: TFile[] = [];
    const visit = (each: TAbstractFile): void => {
      if (each instanceof TFile) moved.push(each);
    };
    if (file instanceof TFolder) (this.vault.constructor as typeof Vault).recurseChildren(file, visit);
    else visit(file);
    const links = linksTo(moved, this.vault, this.metadata);
    await this.vault.rename(file, path);
    for (const each of links) await rewriteLinks(each, this.vault, this.metadata);
  }

  /** The setting "Deleted files" decides; the host's is the vault's own `.trash`. */
  trashFile(file: TAbstractFile): Promise<void> {
    return this.vault.trash(file, false);
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  /** Reads the properties as data, and writes them anew: order is kept, comments and layout are not. */
  async processFrontMatter(
    file: TFile,
    change: (frontmatter: Record<string, unknown>) => void,
    options?: WriteOptions,
  ): Promise<void> {
    await this.vault.process(
      file,
      (content) => {
        const info = getFrontMatterInfo(content);
        const frontmatter = ((info.exists ? parseYaml(info.frontmatter) : null) ?? {}) as Record<string, unknown>;
        change(frontmatter);
        const body = content.slice(info.contentStart);
        return Object.keys(frontmatter).length === 0 ? body : `---\n${stringifyYaml(frontmatter)}---\n${body}`;
      },
      options,
    );
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const embed = file.extension === 'md' ? '' : '!';
    const target = this.metadata.fileToLinktext(file, sourcePath) + subpath;
    return alias === '' || alias === target ? `${embed}[[${target}]]` : `${embed}[[${target}|${alias}]]`;
  }

  getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
    return this.vault.getRoot();
  }

  async getAvailablePathForAttachment(name: string): Promise<string> {
    const dot = name.lastIndexOf('.');
    return dot > 0
      ? this.vault.getAvailablePath(name.slice(0, dot), name.slice(dot + 1))
      : this.vault.getAvailablePath(name, '');
  }

  async createNewMarkdownFile(folder: TFolder, name = 'Untitled', content = ''): Promise<TFile> {
    const at = folder.isRoot() ? name : `${folder.path}/${name}`;
    return this.vault.create(this.vault.getAvailablePath(at, 'md'), content);
  }

  /** A note for a link that leads nowhere yet: at its path, or beside the note it stands in. */
  async createFromLink(link: string, sourcePath: string): Promise<TFile> {
    const path = link.endsWith('.md') ? link : `${link}.md`;
    const folder = parentOf(path);
    if (folder !== '/' && this.vault.getFolderByPath(folder) === null) await this.vault.createFolder(folder);
    void sourcePath;
    return this.vault.create(path, '');
  }
}
