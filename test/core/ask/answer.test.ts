import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/core/ask/answer';

const PASSAGES = [
  'MAE › Why\n遮 75% 才逼着模型看整体，否则补邻居就够了。',
  'Encoder\nonly the  visible\nquarter is encoded [12]',
];
const checked = (answer: string) =>
  readAnswer(answer, PASSAGES).flatMap(({ n, text, valid }) => (n === null ? [] : [[n, text, valid]]));

describe('the quotations of an answer', () => {
  it('are told from what the model says', () => {
    expect(readAnswer('Because [1: "遮 75% 才逼着模型看整体"], so.', PASSAGES)).toEqual([
      { text: 'Because ', n: null, valid: false },
      { text: '遮 75% 才逼着模型看整体', n: 1, valid: true },
      { text: ', so.', n: null, valid: false },
    ]);
  });

  it.each([
    ['altered words', '[1: "遮 85% 才逼着模型看整体"]', false],
    ['the number of another passage', '[2: "遮 75% 才逼着模型看整体"]', false],
    ['a passage that was not sent', '[3: "遮 75% 才逼着模型看整体"]', false],
    ['passage 0', '[0: "遮 75%"]', false],
    ['other letters’ case', '[2: "Only the visible"]', false],
    ['nothing but a sign', '[1: "，"]', false],
    ['other white space', '[2: "the visible quarter"]', true],
    ['full-width figures and signs', '[1: "遮 ７５％ 才逼着"]', true],
    ['Chinese brackets and marks', '【1：「补邻居就够了」】', true],
    ['curly marks', '[2: “visible quarter”]', true],
    ['a bracket within', '[2: "quarter is encoded [12]"]', true],
    ['the name of a heading that was sent', '[1: "MAE › Why"]', true],
  ])('with %s', (_, answer, valid) => {
    const read = checked(answer);
    expect(read).toHaveLength(1);
    expect(read[0]?.[2]).toBe(valid);
  });

  it('are none in another form', () => {
    expect(checked('As [1] says, "遮 75%"; see [a: "b"], [1 "c"] and [1: d].')).toEqual([]);
  });

  it('stand where their words do, whatever words those are', () => {
    const word = fc.string({
      unit: fc.constantFrom('遮', '块', 'a', 'B', '7', '%', '.', ' '),
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(word, word, word, (before, words, behind) => {
        fc.pre(words.trim().length > 1);
        const [part] = readAnswer(`[1: "${words}"]`, [`${before}${words}${behind}`]);
        expect(part).toEqual({ text: words, n: 1, valid: true });
        expect(readAnswer(`[1: "${words}≠"]`, [`${before}${words}${behind}`])[0]?.valid).toBe(false);
      }),
    );
  });

  it('lose nothing of what the model wrote', () => {
    const bit = fc.constantFrom('[1: "遮 75%"]', ' text ', '[2: "x', '"]', '【1：「', '」】', '\n');
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
        const answer = bits.join('');
        let at = 0;
        for (const { text } of readAnswer(answer, PASSAGES)) {
          at = answer.indexOf(text, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += text.length;
        }
      }),
    );
  });
});
