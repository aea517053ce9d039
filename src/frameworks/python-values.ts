import type { Framework } from '../domain/framework.js'

/** What Python's standard library makes of a value. */
export const pythonValues: Framework = {
  id: 'python-values',
  languages: ['python'],
  imports: ['json', 'urllib.parse', 'urllib', 'orjson'],
  gate: [],
  rules: [
    {
      id: 'json',
      emit: 'pass',
      match: { on: 'call', name: ['loads', 'dumps'], receiver: ['json', 'orjson'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'text',
      emit: 'pass',
      match: { on: 'call', name: ['str', 'list', 'sorted', 'reversed'], receiver: [''], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'stripped',
      emit: 'pass',
      match: { on: 'call', name: ['rstrip', 'strip', 'removesuffix'] },
      from: 'receiver',
    },
    {
      id: 'bytes',
      emit: 'pass',
      match: { on: 'call', name: ['encode', 'decode'], maxArguments: 1 },
      from: 'receiver',
    },
    {
      id: 'joined',
      emit: 'join',
      match: {
        on: 'call',
        name: ['urljoin'],
        receiver: ['', 'urllib', 'parse', 'urllib.parse'],
        minArguments: 2,
      },
      parts: ['argument 0', 'argument 1'],
    },
  ],
}
