import type { Framework } from '../domain/framework.js'

/** SWR: a key that is a path is what the fetcher asks for. */
export const swr: Framework = {
  id: 'swr',
  languages: ['typescript'],
  imports: ['swr', 'swr/immutable', 'swr/infinite', 'swr/mutation'],
  rules: [
    {
      id: 'read',
      emit: 'client',
      match: {
        on: 'call',
        name: ['useSWR', 'useSWRImmutable', 'swr', 'swr/immutable'],
        receiver: ['', 'swr', 'immutable'],
        firstArgument: '^(?:/|https?:)',
      },
      method: { fixed: 'GET' },
      url: ['argument 0'],
      answer: ['data'],
      typeArgument: true,
    },
    {
      id: 'read-with-arguments',
      emit: 'client',
      match: { on: 'call', name: ['useSWR', 'swr'], receiver: ['', 'swr'], minArguments: 1 },
      method: { fixed: 'GET' },
      url: ['argument 0 first'],
      answer: ['data'],
      typeArgument: true,
    },
  ],
}
