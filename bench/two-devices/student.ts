// What a student types into a note: words with a mark of their own, so that a lost one can be told.
import type { Random } from './random';

const WORDS =
  '复现 论文 的 结果 和 原文 差 两个点 学习率 太大 先 检查 数据 增强 再 看 损失 曲线 we should try the other loss before the deadline baseline seed ablation'.split(
    ' ',
  );

export class Student {
  /** Every mark typed so far. */
  readonly typed: string[] = [];

  constructor(
    private readonly random: Random,
    private readonly device: string,
  ) {}

  /** A sentence with a mark that nothing else holds. */
  sentence(longest = 12): string {
    const mark = `《${this.device}${String(this.typed.length)}》`;
    this.typed.push(mark);
    const words = Array.from({ length: this.random.whole(0, longest) }, () => this.random.pick(WORDS));
    words.splice(this.random.whole(0, words.length), 0, mark);
    return words.join(' ');
  }

  /** The note with words at one to three places, in lines that `mayTouch` allows. */
  types(text: string, mayTouch: (line: string, lines: readonly string[], at: number) => boolean): string {
    let lines = text.split('\n');
    for (let left = this.random.whole(1, 3); left > 0; left--) {
      const places = lines.flatMap((line, at) => (mayTouch(line, lines, at) ? [at] : []));
      if (places.length === 0) break;
      lines = this.typesAt(lines, this.random.pick(places));
    }
    return lines.join('\n');
  }

  private typesAt(lines: readonly string[], at: number): string[] {
    const line = lines[at] ?? '';
    const put = (...instead: string[]): string[] => [...lines.slice(0, at), ...instead, ...lines.slice(at + 1)];
    const way = this.random.next();
    if (/^%% [^r]/.test(line) && way < 0.5) return put(this.sentence()); // the hint gives way to what it asks for
    if (line.startsWith('- ') && way < 0.4) return put(line, `- ${this.sentence()}`);
    if (line !== '' && !line.startsWith('%%') && !line.startsWith('#') && way < 0.7)
      return put(`${line} ${this.sentence(4)}`);
    if (way < 0.85) return put(line, '', this.sentence(), ...(lines[at + 1] === '' ? [] : ['']));
    return put(line, '', this.sentence(), '', this.sentence(30), ...(lines[at + 1] === '' ? [] : ['']));
  }
}
