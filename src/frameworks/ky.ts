import type { Framework } from '../domain/framework.js'

const clients = ['ky', 'ky.create()', 'ky.extend()', 'ky.create().extend()', 'ky.KyInstance()']
// Version 2 calls `prefix` what version 1 calls `prefixUrl`.
const base = [
  'argument 1 . prefixUrl',
  'argument 1 . prefix',
  'receiver argument 0 . prefixUrl',
  'receiver argument 0 . prefix',
]

/** Ky, the small client over fetch, and its instances. */
export const ky: Framework = {
  id: 'ky',
  languages: ['typescript'],
  imports: ['ky', 'ky-universal'],
  gate: ["'ky", '"ky'],
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
      answer: ['json()', 'text()'],
      typeArgument: true,
    },
    {
      id: 'call',
      emit: 'client',
      match: { on: 'call', name: clients, receiver: [''], minArguments: 1 },
      method: { from: ['argument 1 . method'], default: 'GET' },
      url: ['argument 0'],
      receiverBase: base,
      body: ['argument 1 . json'],
      answer: ['json()', 'text()'],
      typeArgument: true,
    },
  ],
}
