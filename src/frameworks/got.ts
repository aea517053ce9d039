import type { Framework } from '../domain/framework.js'

const clients = ['got', 'got.got', 'got.extend()', 'got.got.extend()', 'got.Got()']
const base = ['argument 1 . prefixUrl', 'receiver argument 0 . prefixUrl']

/** Got, and clients extended from it. */
export const got: Framework = {
  id: 'got',
  languages: ['typescript'],
  imports: ['got'],
  rules: [
    {
      id: 'verb',
      emit: 'client',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'head'],
        receiver: clients,
        minArguments: 1,
      },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: base,
      body: ['argument 1 . json'],
      answer: ['json()', 'body'],
      typeArgument: true,
    },
    {
      id: 'call',
      emit: 'client',
      match: { on: 'call', name: clients, receiver: [''], minArguments: 1 },
      method: { from: ['argument 1 . method', 'argument 0 . method'], default: 'GET' },
      url: ['argument 0 . url', 'argument 0'],
      receiverBase: base,
      body: ['argument 1 . json', 'argument 0 . json'],
      answer: ['json()', 'body'],
      typeArgument: true,
    },
  ],
}
