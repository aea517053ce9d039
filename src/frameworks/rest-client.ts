import type { Framework } from '../domain/framework.js'

/** RestClient: calls of the module, resources, and requests put together of named arguments. */
export const restClient: Framework = {
  id: 'rest-client',
  languages: ['ruby'],
  gate: ['RestClient'],
  rules: [
    {
      id: 'read',
      emit: 'client',
      match: { on: 'call', name: ['get', 'delete', 'head', 'options'], receiver: ['RestClient'] },
      method: { name: true },
      url: ['argument 0'],
      answer: ['body', ''],
    },
    {
      id: 'write',
      emit: 'client',
      match: { on: 'call', name: ['post', 'put', 'patch'], receiver: ['RestClient'] },
      method: { name: true },
      url: ['argument 0'],
      body: ['argument 1'],
      answer: ['body', ''],
    },
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['execute'], receiver: ['RestClient::Request'] },
      method: { from: ['keyword method'], default: 'ANY' },
      url: ['keyword url'],
      body: ['keyword payload'],
      answer: ['body', ''],
    },
  ],
}
