// The README's picture of the three ways to install: steps in the app's own words, and the folders of the vault to open at once as
// they lie on the disk. A drawing, and meant to be seen as one: the app's screens are not ours to draw.
import { readdir } from 'node:fs/promises';

const ID = 'research-handbook';
const WORDS = {
  en: {
    ways: [
      {
        name: 'Community list',
        steps: ['Settings', 'Community plugins', 'Browse', '“Research Handbook”', 'Install', 'Enable'],
      },
      { name: 'A vault to open at once', steps: ['Unpack', 'Open folder as vault', 'Trust author and enable plugins'] },
      { name: 'BRAT', steps: ['Settings', 'BRAT', 'Add beta plugin', 'This repository’s address', 'Add plugin'] },
    ],
    root: 'Research Handbook',
    note: 'into a vault of your own: this folder alone',
  },
  zh: {
    ways: [
      { name: '插件市场', steps: ['设置', '第三方插件', '浏览', '「Research Handbook」', '安装', '启用'] },
      { name: '现成的库', steps: ['解压', '打开文件夹作为仓库', '信任作者并启用插件'] },
      { name: 'BRAT', steps: ['设置', 'BRAT', 'Add beta plugin', '这个仓库的网址', 'Add plugin'] },
    ],
    root: '研究手册',
    note: '装进自己的库，只复制这个文件夹',
  },
};

const STYLE = `
.figure { display: grid; grid-template-columns: 1fr 1.25fr 1fr; gap: 16px; inline-size: 1000px; padding: 16px; background: var(--background-primary); color: var(--text-normal); font: 14px/1.5 var(--font-interface); }
.figure > div { padding: 16px 20px 20px; border: 1px solid var(--background-modifier-border); border-radius: 10px; }
.figure h3 { margin: 0 0 12px; font-size: 16px; }
.figure ol { display: grid; gap: 6px; margin: 0; padding: 0; list-style: none; counter-reset: step; }
.figure li { display: flex; gap: 8px; align-items: baseline; counter-increment: step; }
.figure li::before { content: counter(step); flex: none; inline-size: 20px; border: 1px solid var(--text-faint); border-radius: 50%; color: var(--text-muted); font-size: 12px; line-height: 18px; text-align: center; }
.figure pre { margin: 16px 0 0; padding: 12px; border-radius: 6px; background: var(--background-secondary); font: 12px/1.65 var(--font-monospace); white-space: pre; }
.figure mark { padding: 1px 3px; border-radius: 3px; background: var(--text-highlight-bg); color: inherit; }
.figure small { display: block; margin-block-start: 8px; color: var(--text-muted); font-size: 12px; }
`;

/** The folders at the vault's root, and the way down to the plugin. */
async function tree(vault, root) {
  const found = await readdir(vault, { withFileTypes: true });
  const names = found
    .filter(({ name }) => name !== '.obsidian')
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  const files = (await readdir(`${vault}/.obsidian/plugins/${ID}`)).sort();
  return [
    `${root}/`,
    '├─ .obsidian/plugins/',
    `│  └─ <mark>${ID}/</mark>`,
    ...files.map((file, at) => `│     ${at === files.length - 1 ? '└' : '├'}─ ${file}`),
    ...names.sort().map((name, at) => `${at === names.length - 1 ? '└' : '├'}─ ${name}`),
  ].join('\n');
}

/**
 * Puts the figure into the page in place of everything else.
 * @param {string} vault a folder as the zip holds it
 */
export async function drawInstallFigure(page, lang, vault) {
  const { ways, root, note } = WORDS[lang];
  const folders = `<pre>${await tree(vault, root)}</pre><small>${note}</small>`;
  const panels = ways.map(({ name, steps }, at) => {
    const items = steps.map((step) => `<li>${step}</li>`).join('');
    return `<div><h3>${name}</h3><ol>${items}</ol>${at === 1 ? folders : ''}</div>`;
  });
  await page.evaluate(
    ([style, html]) => {
      document.body.replaceChildren();
      document.body.insertAdjacentHTML('beforeend', `<style>${style}</style><div class="figure">${html}</div>`);
    },
    [STYLE, panels.join('')],
  );
}
