import type { FailedRequest } from '../ports';

/** A host answered, but with something else than was asked for, or with half of it. */
export const unreadable = (host: string): FailedRequest => ({
  ok: false,
  failure: 'unreadable',
  host,
  status: 200,
  seconds: null,
});
