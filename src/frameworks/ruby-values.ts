import type { Framework } from '../domain/framework.js'

/** What Ruby's standard library does to texts and bodies on their way. */
export const rubyValues: Framework = {
  id: 'ruby-values',
  languages: ['ruby'],
  gate: ['JSON', 'URI', 'to_json'],
  rules: [
    {
      id: 'json',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['parse', 'generate', 'dump', 'load', 'parse!'],
        receiver: ['JSON', 'Oj', 'MultiJson'],
      },
      from: 'argument 0',
    },
    { id: 'uri', emit: 'pass', match: { on: 'call', name: ['URI'], receiver: [''] }, from: 'argument 0' },
    {
      id: 'uri-parse',
      emit: 'pass',
      match: { on: 'call', name: ['parse'], receiver: ['URI', 'Addressable::URI'] },
      from: 'argument 0',
    },
    {
      id: 'to-json',
      emit: 'pass',
      match: { on: 'call', name: ['to_json'] },
      from: 'receiver',
    },
    {
      id: 'join',
      emit: 'join',
      match: { on: 'call', name: ['join'], receiver: ['URI', 'File'] },
      parts: ['argument 0', 'argument 1', 'argument 2'],
    },
  ],
}
