import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isQuotation, readAnswer } from '../../../src/core/ask/answer';
import { priceOf } from '../../../src/core/ask/sent-text';
import { SERVICES } from '../../../src/core/ask/service';

const page = readFileSync(new URL('../../../docs/ask.md', import.meta.url), 'utf8');
const fence = (name: string): string => new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

describe('docs/ask.md', () => {
  it('names each service with its address and models', () => {
    for (const { url, chat, embed } of Object.values(SERVICES)) {
      const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${url}\``)) ?? '';
      for (const model of [chat, embed]) if (model !== '') expect(row).toContain(`| \`${model}\``);
    }
  });

  it('has an answer whose quotations are as the page says', () => {
    const quotations = readAnswer(fence('answer'), [fence('passage')]).filter(isQuotation);
    expect(quotations.map(({ text, valid }) => [text, valid])).toEqual([
      ['遮 75% 才逼着模型看整体', true],
      ['85% 最好', false],
    ]);
    for (const { text } of quotations) expect(page).toContain(`\`${text}\``);
  });

  it('has a price that is worked out as the page says', () => {
    const [, tokens = '', rate = '', price = ''] = /([\d,]+) tokens at `([^`]+)` are `([^`]+)`/.exec(page) ?? [];
    expect(priceOf(Number(tokens.replace(',', '')), rate)).toBe(price);
  });
});
