import type { Framework } from '../domain/framework.js'

const clients = ['Client()', 'ClientInterface()']
const base = ['argument 2 . base_uri', 'receiver argument 0 . base_uri']

/** Guzzle 6 and 7: clients and what they are asked by name or as `request`, also without waiting. */
export const guzzle: Framework = {
  id: 'guzzle',
  languages: ['php'],
  imports: ['GuzzleHttp\\Client', 'GuzzleHttp\\ClientInterface'],
  gate: ['GuzzleHttp\\'],
  rules: [
    {
      id: 'verb',
      emit: 'client',
      match: { on: 'call', name: ['get', 'post', 'put', 'patch', 'delete', 'head'], receiver: clients },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: ['argument 1 . base_uri', 'receiver argument 0 . base_uri'],
      body: ['argument 1 . json', 'argument 1 . form_params'],
      answer: ['getBody()'],
    },
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['request', 'requestAsync'], receiver: clients },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      receiverBase: base,
      body: ['argument 2 . json', 'argument 2 . form_params'],
      answer: ['getBody()'],
    },
    {
      id: 'contents',
      emit: 'pass',
      match: { on: 'call', name: ['getContents'] },
      from: 'receiver',
    },
  ],
}
