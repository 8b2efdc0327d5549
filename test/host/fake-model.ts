import type { Server } from './fake-servers';

/** How a model behaves: what it says to some messages, or how it fails. */
export interface FakeModel {
  /** Answers chat: from the messages, as they came. */
  readonly says?: (messages: readonly { readonly role: string; readonly content: string }[]) => string | object;
  /** The vector of a text. */
  readonly vectorOf?: (text: string) => readonly number[];
  readonly key?: string;
  /** Answers with this status instead, from the request of that number on. */
  readonly status?: number;
  readonly from?: number;
}

/** A service with the interface that OpenAI began: `/embeddings` and `/chat/completions`. */
export function model({ says, vectorOf, key, status, from = 0 }: FakeModel): Server {
  let asked = 0;
  return (request, { pathname }) => {
    asked += 1;
    if (key !== undefined && request.headers['Authorization'] !== `Bearer ${key}`)
      return { status: 401, body: JSON.stringify({ error: { message: 'Incorrect API key provided' } }) };
    if (status !== undefined && asked > from) return { status, body: '{"error":{"message":"no"}}' };
    const body = JSON.parse(request.body ?? '{}') as {
      readonly input?: readonly string[];
      readonly messages?: readonly { readonly role: string; readonly content: string }[];
    };
    if (pathname.endsWith('/embeddings') && vectorOf !== undefined) {
      const data = (body.input ?? []).map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
      return { body: JSON.stringify({ object: 'list', data: data.reverse() }) }; // the order is `index`, not the list’s
    }
    if (pathname.endsWith('/chat/completions') && says !== undefined) {
      const said = says(body.messages ?? []);
      if (typeof said !== 'string') return { body: JSON.stringify(said) };
      const choice = { index: 0, message: { role: 'assistant', content: said }, finish_reason: 'stop' };
      return { body: JSON.stringify({ choices: [choice] }) };
    }
    return { status: 404, body: 'not found' };
  };
}
