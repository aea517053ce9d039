import type { Framework } from '../domain/framework.js'

const clients = ['HttpClient()', 'IHttpClientFactory().CreateClient()']
const receiver = {
  on: 'call',
  receiver: clients,
  receiverName: '(?:^|[._])\\w*(?:[hH]ttp|[cC]lient)$',
} as const
const receiverBase = ['receiver . BaseAddress', 'receiver keyword BaseAddress']
const content = ['Content']

/** `HttpClient` and its extensions for JSON, by itself, typed or named by a factory. */
export const dotnetHttpClient: Framework = {
  id: 'dotnet-http-client',
  languages: ['csharp'],
  gate: ['HttpClient', 'Http', 'Async('],
  rules: [
    {
      id: 'json',
      emit: 'client',
      match: {
        ...receiver,
        name: ['GetFromJsonAsync', 'GetFromJsonAsAsyncEnumerable', 'DeleteFromJsonAsync'],
      },
      method: { name: true, fit: '^(Get|Delete)' },
      url: ['argument 0', 'keyword requestUri'],
      receiverBase,
      resolved: true,
      answer: [],
      typeArgument: true,
    },
    {
      id: 'text',
      emit: 'client',
      match: { ...receiver, name: ['GetStringAsync', 'GetStreamAsync', 'GetByteArrayAsync'] },
      method: { fixed: 'GET' },
      url: ['argument 0', 'keyword requestUri'],
      receiverBase,
      resolved: true,
      answer: [],
    },
    {
      id: 'call',
      emit: 'client',
      match: { ...receiver, name: ['GetAsync', 'DeleteAsync'], minArguments: 1 },
      method: { name: true, fit: '^(Get|Delete)' },
      url: ['argument 0', 'keyword requestUri'],
      receiverBase,
      resolved: true,
      answer: content,
    },
    {
      id: 'body',
      emit: 'client',
      match: {
        ...receiver,
        name: [
          'PostAsync',
          'PutAsync',
          'PatchAsync',
          'PostAsJsonAsync',
          'PutAsJsonAsync',
          'PatchAsJsonAsync',
        ],
        minArguments: 2,
      },
      method: { name: true, fit: '^(Post|Put|Patch)' },
      url: ['argument 0', 'keyword requestUri'],
      receiverBase,
      resolved: true,
      body: ['argument 1', 'keyword value', 'keyword content'],
      answer: content,
    },
    {
      id: 'send',
      emit: 'client',
      match: { ...receiver, name: ['SendAsync', 'Send'], minArguments: 1 },
      method: { from: ['argument 0 argument 0', 'argument 0 . Method'], default: 'ANY' },
      url: ['argument 0 argument 1', 'argument 0 . RequestUri'],
      receiverBase,
      resolved: true,
      body: ['argument 0 keyword Content', 'argument 0 . Content'],
      answer: content,
    },
  ],
}
