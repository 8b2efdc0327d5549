import { expect, it } from 'vitest';
import { languageOfNote } from '../../../src/core/reading/note-language';

it.each([
  ['an English title alone says nothing', '# Attention Is All You Need\n', 'zh', 'zh'],
  ['nor does an empty note', '', 'en', 'en'],
  ['nor frontmatter', '---\ntitle: 深度学习\n---\n', 'en', 'en'],
  ['Chinese words', '# X\n\n## Notes\n\n推导损失\n', 'en', 'zh'],
  ['Chinese headings', '## 问题与方法\n', 'en', 'zh'],
  ['Chinese words between two rules', '---\na: 1\n---\n---\n\n推导损失\n\n---\n', 'en', 'zh'],
  ['a Chinese comment of the template', '%% 读完再写 %%\n', 'en', 'zh'],
  ['English headings', '# X\n\n## Abstract\n\nwords\n', 'zh', 'en'],
  ['a Chinese title does not outweigh them', '# 某文\n\n## Abstract\n', 'zh', 'en'],
] as const)('%s', (_name, text, fallback, language) => {
  expect(languageOfNote(text, fallback)).toBe(language);
});
