import type { Framework } from '../domain/framework.js'

const clients = ['requests', 'requests.Session()', 'requests.session()']
const body = ['keyword json', 'keyword data']

/** Python's requests: the module and its sessions. */
export const requests: Framework = {
  id: 'requests',
  languages: ['python'],
  imports: ['requests', 'requests.*'],
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
      body: [...body, 'argument 1'],
      answer: ['json()', 'text', 'content'],
    },
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['request'], receiver: clients },
      method: { from: ['argument 0', 'keyword method'], default: 'ANY' },
      url: ['argument 1', 'keyword url'],
      body,
      answer: ['json()', 'text', 'content'],
    },
  ],
}
