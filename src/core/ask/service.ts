import type { FailedRequest, Network, WebAnswer } from '../ports';
import { asObject, readJson } from '../web/json-object';
import { unreadable } from '../web/unreadable';
import type { ChatMessage } from './prompt';
import { vectorOf, type Vector } from './vectors';

/** A service with the interface that OpenAI began, and what is asked of it. */
export interface Service {
  /** What stands before `/embeddings` and `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Null where none is needed (on this computer). */
  readonly key: string | null;
  /** What the student pays for a million tokens; empty where that is not said. */
  readonly rate: string;
  /** Passages at once, and numbers of a vector where that can be asked for; of embeddings. */
  readonly batch: number;
  readonly size: number | null;
}

/** Services by name, with what is known of them: embeddings are missing where they have none. */
export const SERVICES = {
  deepseek: { url: 'https://api.deepseek.com', chat: 'deepseek-chat', embed: '', batch: 0, size: null },
  dashscope: {
    url: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    chat: 'qwen-plus',
    embed: 'text-embedding-v4',
    batch: 10,
    size: 512,
  },
  zhipu: {
    url: 'https://open.bigmodel.cn/api/paas/v4',
    chat: 'glm-4-flash',
    embed: 'embedding-3',
    batch: 64,
    size: 512,
  },
  siliconflow: {
    url: 'https://api.siliconflow.cn/v1',
    chat: 'Qwen/Qwen3-8B',
    embed: 'BAAI/bge-m3',
    batch: 16,
    size: null,
  },
  gemini: {
    url: 'https://generativelanguage.googleapis.com/v1beta/openai',
    chat: 'gemini-2.5-flash',
    embed: 'gemini-embedding-001',
    batch: 16,
    size: 512,
  },
  ollama: { url: 'http://127.0.0.1:11434/v1', chat: '', embed: '', batch: 16, size: null },
  lmstudio: { url: 'http://127.0.0.1:1234/v1', chat: '', embed: '', batch: 16, size: null },
} as const;

/** An answer of a service that is no failure of the way there. */
type Answered<T> = { readonly ok: true; readonly value: T } | FailedRequest;

/** Chat may take its time; vectors come at once. */
const SECONDS = 120;

function asked(network: Network, { url, key }: Service, path: string, body: unknown): Promise<WebAnswer> {
  return network.ask({
    url: `${url.replace(/\/+$/, '')}/${path}`,
    headers: key === null ? {} : { Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
    seconds: SECONDS,
  });
}

const itemsOf = (text: string, key: string): readonly unknown[] => {
  const items = asObject(readJson(text))[key];
  return Array.isArray(items) ? items : [];
};

/** The vectors of some texts, in their order. */
export async function embed(
  network: Network,
  service: Service,
  texts: readonly string[],
): Promise<Answered<readonly Vector[]>> {
  const { model, size } = service;
  const answer = await asked(network, service, 'embeddings', {
    model,
    input: texts,
    encoding_format: 'float',
    ...(size === null ? {} : { dimensions: size }),
  });
  if (!answer.ok) return answer;
  const vectors: (Vector | null)[] = texts.map(() => null);
  for (const [place, item] of itemsOf(answer.text, 'data').entries()) {
    const { index = place, embedding } = asObject(item);
    const isSound = Array.isArray(embedding) && embedding.every((one) => typeof one === 'number');
    if (typeof index === 'number' && index in vectors && isSound) vectors[index] = vectorOf(embedding);
  }
  const [first] = vectors;
  const isWhole = vectors.every((vector) => vector !== null && vector.length === first?.length);
  return isWhole ? { ok: true, value: vectors as Vector[] } : unreadable(answer.host);
}

/** What a model says to some messages; `isCut` where it had no room to end. */
export async function chat(
  network: Network,
  service: Service,
  messages: readonly ChatMessage[],
): Promise<Answered<{ readonly text: string; readonly isCut: boolean }>> {
  const answer = await asked(network, service, 'chat/completions', { model: service.model, messages, stream: false });
  if (!answer.ok) return answer;
  const choice = asObject(itemsOf(answer.text, 'choices')[0]);
  const text = asObject(choice['message'])['content'];
  if (typeof text !== 'string' || text.trim() === '') return unreadable(answer.host);
  return { ok: true, value: { text: text.trim(), isCut: choice['finish_reason'] === 'length' } };
}
