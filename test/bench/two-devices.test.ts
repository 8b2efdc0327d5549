import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  handbookUpdate,
  LOG_LINE,
  LOG_LINE_AND_STATUS,
  measure,
  PROPERTIES,
  refreshes,
  type Kind,
} from '../../bench/two-devices';

/** A share of what `node scripts/two-devices.mjs` runs, with another seed. */
const HISTORIES = 80;
const SEED = 20;

const zh = readFileSync('src/content/zh/模板/周报模板.md', 'utf8');
const en = readFileSync('src/content/en/Templates/Weekly report template.md', 'utf8');

/** Histories that lost a word; the student has to have typed some. */
function lossesOf(kind: Kind): number {
  const { words, typed } = measure(kind, HISTORIES, SEED);
  expect(typed).toBeGreaterThan(HISTORIES);
  return words;
}

describe('what the student types on one device, while the plugin writes on the other', () => {
  it.each([
    refreshes('a refresh', { template: zh }),
    refreshes('a refresh of a report in English', { template: en }),
    LOG_LINE,
    LOG_LINE_AND_STATUS,
    PROPERTIES,
  ])('is all there after $name', (kind) => {
    expect(lossesOf(kind)).toBe(0);
  });

  it('is lost by a refresh around their words and by a handbook update, so that the measure is no comfort', () => {
    const apart = zh.replace('{{reading}}', '{{reading}}\n\n我写的。').replace('{{done}}', '{{done}}\n\n还有。');
    expect(lossesOf(refreshes('', { template: apart }))).toBeGreaterThan(0);
    const note = readFileSync('src/content/zh/手册/服务器/早点开口问.md', 'utf8');
    expect(lossesOf(handbookUpdate([note]))).toBeGreaterThan(0);
  });
});
