import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/core/ask/prompt';
import { chat, embed, SERVICES, type Service } from '../../../src/core/ask/service';
import type { Network, WebRequest } from '../../../src/core/ports';

const service: Service = { url: 'https://api.example/v1/', model: 'm', key: 'sk', rate: '', batch: 2, size: 4 };
function answering(text: string): { readonly network: Network; readonly asked: WebRequest[] } {
  const asked: WebRequest[] = [];
  const ask = (request: WebRequest) => {
    asked.push(request);
    return Promise.resolve({ ok: true, host: 'api.example', text, headers: {} } as const);
  };
  return { network: { ask }, asked };
}

// https://platform.openai.com/docs/api-reference/embeddings
describe('embeddings', () => {
  const item = (index: number, embedding: unknown) => ({ object: 'embedding', index, embedding });
  const embedded = async (data: unknown) => embed(answering(JSON.stringify({ data })).network, service, ['a', 'b']);

  it('are asked for as the interface has it, and told by their index', async () => {
    const { network, asked } = answering(JSON.stringify({ data: [item(1, [0, 2]), item(0, [2, 0])] }));
    expect(await embed(network, service, ['a', 'b'])).toEqual({
      ok: true,
      value: [Int8Array.of(127, 0), Int8Array.of(0, 127)],
    });
    expect(asked[0]?.url).toBe('https://api.example/v1/embeddings');
    expect(asked[0]?.headers).toEqual({ Authorization: 'Bearer sk' });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      model: 'm',
      input: ['a', 'b'],
      encoding_format: 'float',
      dimensions: 4,
    });
    await embed(network, { ...service, key: null, size: null }, ['a']);
    expect(asked[1]?.headers).toEqual({});
    expect(asked[1]?.body).not.toContain('dimensions');
  });

  it.each<[string, unknown]>([
    ['one too few', [item(0, [1, 0])]],
    ['one twice', [item(0, [1, 0]), item(0, [1, 0])]],
    ['an index of no text', [item(0, [1, 0]), item(2, [1, 0])]],
    ['lengths that differ', [item(0, [1, 0]), item(1, [1, 0, 0])]],
    ['numbers in base64', [item(0, 'AAAA'), item(1, 'AAAA')]],
    ['no direction', [item(0, [0, 0]), item(1, [1, 0])]],
    ['something else', 'data'],
  ])('are not taken from an answer with %s', async (_, data) => {
    expect(await embedded(data)).toMatchObject({ ok: false, failure: 'unreadable', host: 'api.example' });
  });
});

// https://platform.openai.com/docs/api-reference/chat
describe('chat', () => {
  const said = async (choice: unknown) => chat(answering(JSON.stringify({ choices: [choice] })).network, service, []);

  it('asks for one whole answer', async () => {
    const { network, asked } = answering('{"choices":[{"message":{"content":" yes\\n"},"finish_reason":"stop"}]}');
    const messages = messagesFor('Why?', ['N\none'], []);
    expect(await chat(network, service, messages)).toEqual({ ok: true, value: { text: 'yes', isCut: false } });
    expect(asked[0]?.url).toBe('https://api.example/v1/chat/completions');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ model: 'm', messages, stream: false });
  });

  it('tells what was cut off', async () => {
    expect(await said({ message: { content: 'half' }, finish_reason: 'length' })).toMatchObject({
      value: { isCut: true },
    });
  });

  it('does not take nothing for an answer', async () => {
    for (const choice of [{}, null, { message: { content: null } }, { message: { content: '  ' } }]) {
      expect(await said(choice)).toMatchObject({ ok: false, failure: 'unreadable' });
    }
    for (const text of ['<html>', '{"choices":', '[]', '{"choices":{}}']) {
      expect(await chat(answering(text).network, service, [])).toMatchObject({ ok: false, failure: 'unreadable' });
    }
  });
});

describe('what is sent for a question', () => {
  it('is the rules, what was said before, and the passages by their numbers', () => {
    const messages = messagesFor('And why?', ['A › B\none', 'C\ntwo'], [{ question: 'What?', answer: 'This.' }]);
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages.slice(1).map(({ content }) => content)).toEqual([
      'What?',
      'This.',
      '[1] A › B\none\n\n[2] C\ntwo\n\nAnd why?',
    ]);
  });
});

it('knows services by addresses that are safe', () => {
  for (const { url } of Object.values(SERVICES))
    expect(url).toMatch(/^https:\/\/[a-z.]+\/?|^http:\/\/127\.0\.0\.1:\d+\/v1$/);
});
