import type { Framework } from '../domain/framework.js'

const clients = [
  'axios',
  'axios.create()',
  'axios.axios',
  'axios.axios.create()',
  'axios.AxiosInstance()',
  'axios.Axios()',
]
const base = ['receiver argument 0 . baseURL']

/** Axios, its instances, and its call by configuration. */
export const axios: Framework = {
  id: 'axios',
  languages: ['typescript'],
  imports: ['axios'],
  rules: [
    {
      id: 'read',
      emit: 'client',
      match: { on: 'call', name: ['get', 'delete', 'head', 'options'], receiver: clients, minArguments: 1 },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: base,
      body: ['argument 1 . data'],
      answer: ['data'],
      typeArgument: true,
    },
    {
      id: 'send',
      emit: 'client',
      match: { on: 'call', name: ['post', 'put', 'patch'], receiver: clients, minArguments: 1 },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: base,
      body: ['argument 1'],
      answer: ['data'],
      typeArgument: true,
    },
    {
      id: 'request',
      emit: 'client',
      match: {
        on: 'call',
        name: ['axios', 'request', 'axios.create()'],
        receiver: ['', ...clients],
        minArguments: 1,
      },
      method: { from: ['argument 0 . method', 'argument 1 . method'], default: 'GET' },
      url: ['argument 0 . url', 'argument 0'],
      receiverBase: ['argument 0 . baseURL', ...base],
      body: ['argument 0 . data', 'argument 1 . data'],
      answer: ['data'],
      typeArgument: true,
    },
  ],
}
