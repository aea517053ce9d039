import type { Framework } from '../domain/framework.js'

const clients = ['httpx', 'httpx.Client()', 'httpx.AsyncClient()']
const base = ['receiver keyword base_url']
const body = ['keyword json', 'keyword data']

/** HTTPX: the module, and clients that may have a base. */
export const httpx: Framework = {
  id: 'httpx',
  languages: ['python'],
  imports: ['httpx'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
        receiver: clients,
      },
      method: { name: true },
      url: ['argument 0', 'keyword url'],
      receiverBase: base,
      body,
      answer: ['json()', 'text', 'content'],
    },
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['request', 'stream'], receiver: clients },
      method: { from: ['argument 0', 'keyword method'], default: 'ANY' },
      url: ['argument 1', 'keyword url'],
      receiverBase: base,
      body,
      answer: ['json()', 'text', 'content'],
    },
  ],
}
