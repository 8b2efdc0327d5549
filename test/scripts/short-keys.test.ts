// That src is right with short keys, and so that no text is asked for by another name than it has, the compiler says in
// `npm run typecheck` (scripts/check-texts.mjs).
import { expect, it } from 'vitest';
import { readShort } from '../../scripts/short-keys.mjs';

it.each(['en', 'zh'])('keys are short in %s where nothing but the code names them', async (language) => {
  const text = await readShort(`src/i18n/${language}/reading-log.ts`);
  expect(text).toContain('export const readingLog = {');
  expect(text).not.toMatch(/^ {2}\w{3,}: /m);
});

it.each(['en', 'zh'])('keys are as they were in %s where code looks them up', async (language) => {
  expect(await readShort(`src/i18n/${language}/report.ts`)).toMatch(/statuses: \{ inbox: .*, queued: .*, reading: /);
});

it('a file that asks for no text is as it was', async () => {
  expect(await readShort('src/core/steps.ts')).toContain('export ');
});
