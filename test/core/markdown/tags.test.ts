import { describe, expect, it } from 'vitest';
import { hasTag, tagsOfLine } from '../../../src/core/markdown/tags';

describe('the tags of a line', () => {
  // As the app's cache has them, for tests/host/metadata follows recordings of it.
  it.each([
    ['read #cv and #cv/vit', ['#cv', '#cv/vit']],
    ['#科研 读论文（#复现）', ['#科研', '#复现']],
    ['#2026 #2026/08 #y2026 #🚀', ['#y2026', '#🚀']],
    ['C#run a#run #', []],
    ['[[plan#run]] [[plan #run]] [x](plan#run)', []],
    ['`#run` and `a` #walk', ['#walk']],
    ['done #run, #walk.', ['#run', '#walk']],
  ])('%s', (line, tags) => {
    expect(tagsOfLine(line)).toEqual(tags);
  });

  it('hold those below them, in any letter case, and none that only begins alike', () => {
    expect(hasTag(['#Lab/cv'], ['lab'])).toBe(true);
    expect(hasTag(['#labour'], ['#lab'])).toBe(false);
  });
});
