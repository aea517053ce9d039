import type { Framework } from '../domain/framework.js'

const clients = ['Faraday', 'Faraday()', 'Faraday::Connection()']
const base = ['receiver keyword url', 'receiver argument 0']

/** Faraday 1 and 2: the module, and connections that have a base. */
export const faraday: Framework = {
  id: 'faraday',
  languages: ['ruby'],
  gate: ['Faraday'],
  rules: [
    {
      id: 'read',
      emit: 'client',
      match: { on: 'call', name: ['get', 'head', 'delete', 'trace', 'options'], receiver: clients },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: base,
      answer: ['body'],
    },
    {
      id: 'write',
      emit: 'client',
      match: { on: 'call', name: ['post', 'put', 'patch'], receiver: clients },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: base,
      body: ['argument 1'],
      answer: ['body'],
    },
    {
      id: 'run',
      emit: 'client',
      match: { on: 'call', name: ['run_request'], receiver: clients },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      receiverBase: base,
      body: ['argument 2'],
      answer: ['body'],
    },
  ],
}
