import type { Framework } from '../domain/framework.js'

const callers = ['', 'window']

/** The fetch of browsers, Node, Deno and Bun. */
export const fetch: Framework = {
  id: 'fetch',
  languages: ['typescript'],
  imports: ['node-fetch', 'cross-fetch', 'undici', 'isomorphic-fetch'],
  gate: ['fetch'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: ['fetch', 'node-fetch', 'cross-fetch'],
        receiver: [...callers, 'undici'],
        minArguments: 1,
      },
      // A `new Request(url, init)` carries both.
      method: { from: ['argument 1 . method', 'argument 0 argument 1 . method'], default: 'GET' },
      url: ['argument 0'],
      body: ['argument 1 . body', 'argument 0 argument 1 . body'],
      answer: ['json()', 'text()'],
    },
    {
      id: 'request',
      emit: 'pass',
      match: { on: 'call', name: ['Request'], receiver: callers, minArguments: 1 },
      from: 'argument 0',
    },
  ],
}
