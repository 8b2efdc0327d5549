import type { TFile } from 'obsidian';

/** The notes of the vault as folders that open, the one at hand marked. */
export class FileList {
  private current = '';

  constructor(
    private readonly el: HTMLElement,
    private readonly open: (path: string) => void,
  ) {}

  show(files: readonly TFile[]): void {
    const opened = [...this.el.querySelectorAll<HTMLElement>('details[open]')].map((one) => one.dataset['path']);
    this.el.replaceChildren(this.folder(files, '', this.el.childElementCount === 0 ? null : opened));
    this.mark(this.current);
  }

  mark(path: string): void {
    this.current = path;
    for (const button of this.el.querySelectorAll('button')) {
      if (button.dataset['path'] !== path) button.removeAttribute('aria-current');
      else {
        button.setAttribute('aria-current', 'page');
        button.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  private folder(files: readonly TFile[], at: string, opened: readonly unknown[] | null): HTMLElement {
    const list = document.createElement('ul');
    const rest = (file: TFile): string => file.path.slice(at.length);
    const folders = new Set(files.flatMap((file) => /^[^/]+(?=\/)/.exec(rest(file))?.[0] ?? []));
    for (const name of [...folders].sort(byName)) {
      const path = `${at}${name}/`;
      const details = document.createElement('details');
      details.dataset['path'] = path;
      details.open = opened?.includes(path) ?? at === '';
      const summary = document.createElement('summary');
      summary.textContent = name;
      details.append(
        summary,
        this.folder(
          files.filter((file) => file.path.startsWith(path)),
          path,
          opened,
        ),
      );
      list.append(item(details));
    }
    const here = files.filter((file) => !rest(file).includes('/'));
    for (const file of here.sort((a, b) => byName(a.name, b.name))) list.append(item(this.note(file)));
    return list;
  }

  private note(file: TFile): HTMLElement {
    const button = document.createElement('button');
    button.textContent = file.extension === 'md' ? file.basename : file.name;
    button.title = file.path;
    button.dataset['path'] = file.path;
    button.addEventListener('click', () => {
      this.open(file.path);
    });
    return button;
  }
}

const byName = (a: string, b: string): number => a.localeCompare(b, undefined, { numeric: true });

function item(el: HTMLElement): HTMLElement {
  const li = document.createElement('li');
  li.append(el);
  return li;
}
