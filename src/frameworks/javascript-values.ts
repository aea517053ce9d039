import type { Framework } from '../domain/framework.js'

/** What JavaScript's own functions make of a value: the text inside JSON, the parts of a URL. */
export const javascriptValues: Framework = {
  id: 'javascript-values',
  languages: ['typescript'],
  gate: [],
  rules: [
    {
      id: 'json',
      emit: 'pass',
      match: { on: 'call', name: ['parse', 'stringify'], receiver: ['JSON'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'same',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['String', 'encodeURI', 'structuredClone'],
        receiver: [''],
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'bytes',
      emit: 'pass',
      match: { on: 'call', name: ['from'], receiver: ['Buffer', 'node:buffer.Buffer', 'buffer.Buffer'] },
      from: 'argument 0',
    },
    {
      id: 'encoded',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['encode', 'decode'],
        receiver: ['TextEncoder()', 'TextDecoder()'],
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'resolved',
      emit: 'pass',
      match: { on: 'call', name: ['resolve'], receiver: ['Promise'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'settled',
      emit: 'pass',
      match: { on: 'call', name: ['catch', 'finally'] },
      from: 'receiver',
    },
    {
      id: 'url',
      emit: 'join',
      match: { on: 'call', name: ['URL'], receiver: ['', 'window'], minArguments: 1 },
      parts: ['argument 1', 'argument 0'],
    },
  ],
}
