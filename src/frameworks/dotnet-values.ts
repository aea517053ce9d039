import type { Framework } from '../domain/framework.js'

const serializers = ['JsonSerializer', 'JsonConvert']
const any = { on: 'call' } as const

/** What .NET makes of a value: JSON, contents of requests, URIs. */
export const dotnetValues: Framework = {
  id: 'dotnet-values',
  languages: ['csharp'],
  gate: [],
  rules: [
    {
      id: 'serialize',
      emit: 'pass',
      match: {
        ...any,
        name: [
          'Serialize',
          'SerializeToUtf8Bytes',
          'SerializeObject',
          'Deserialize',
          'DeserializeAsync',
          'DeserializeObject',
        ],
        receiver: serializers,
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'content',
      emit: 'pass',
      match: {
        ...any,
        name: ['StringContent', 'StreamContent', 'ByteArrayContent'],
        receiver: [''],
        minArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'json-content',
      emit: 'pass',
      match: { ...any, name: ['Create'], receiver: ['JsonContent'], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'read',
      emit: 'pass',
      match: {
        ...any,
        name: [
          'ReadFromJsonAsync',
          'ReadAsStringAsync',
          'ReadAsStreamAsync',
          'ReadAsAsync',
          'ReadAsByteArrayAsync',
        ],
      },
      from: 'receiver',
    },
    {
      id: 'same',
      emit: 'pass',
      match: {
        ...any,
        name: [
          'EnsureSuccessStatusCode',
          'ConfigureAwait',
          'GetAwaiter',
          'GetResult',
          'TrimEnd',
          'TrimStart',
          'Trim',
        ],
      },
      from: 'receiver',
    },
    {
      id: 'joined-uri',
      emit: 'join',
      match: { ...any, name: ['Uri'], receiver: [''], minArguments: 2, maxArguments: 2 },
      parts: ['argument 0', 'argument 1'],
    },
    {
      id: 'uri',
      emit: 'pass',
      match: { ...any, name: ['Uri', 'new'], receiver: [''], minArguments: 1, maxArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'query',
      emit: 'pass',
      match: { ...any, name: ['AddQueryString'], receiver: ['QueryHelpers'], minArguments: 2 },
      from: 'argument 0',
    },
  ],
}
