import type { Framework } from '../domain/framework.js'

const sessions = ['aiohttp.ClientSession()']
const base = ['receiver keyword base_url', 'receiver argument 0']
const body = ['keyword json', 'keyword data']
const answer = ['json()', 'text()', 'read()']

/** Calls by aiohttp's sessions, which may have a base. */
export const aiohttpClient: Framework = {
  id: 'aiohttp-client',
  languages: ['python'],
  imports: ['aiohttp', 'aiohttp.*'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
        receiver: sessions,
      },
      method: { name: true },
      url: ['argument 0', 'keyword url'],
      receiverBase: base,
      body,
      answer,
    },
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['request'], receiver: sessions },
      method: { from: ['argument 0', 'keyword method'], default: 'ANY' },
      url: ['argument 1', 'keyword url'],
      receiverBase: base,
      body,
      answer,
    },
    {
      id: 'module-request',
      emit: 'client',
      match: { on: 'call', name: ['request'], receiver: ['aiohttp'] },
      method: { from: ['argument 0', 'keyword method'], default: 'ANY' },
      url: ['argument 1', 'keyword url'],
      body,
      answer,
    },
  ],
}
