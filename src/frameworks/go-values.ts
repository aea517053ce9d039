import type { Framework } from '../domain/framework.js'

/** What Go's standard library makes of a value: readers, encoders, URLs. */
export const goValues: Framework = {
  id: 'go-values',
  languages: ['go'],
  imports: ['encoding/json', 'io', 'io/ioutil', 'bytes', 'strings', 'net/url'],
  gate: [],
  rules: [
    {
      id: 'decoder',
      emit: 'decode',
      match: { on: 'call', name: ['Decode'], receiver: ['json.NewDecoder()', 'json.Decoder()'] },
      from: 'receiver argument 0',
      into: 'argument 0',
    },
    {
      id: 'unmarshal',
      emit: 'decode',
      match: { on: 'call', name: ['Unmarshal'], receiver: ['json'] },
      from: 'argument 0',
      into: 'argument 1',
    },
    {
      id: 'marshal',
      emit: 'pass',
      match: { on: 'call', name: ['Marshal', 'MarshalIndent'], receiver: ['json'] },
      from: 'argument 0',
    },
    {
      id: 'read',
      emit: 'pass',
      match: { on: 'call', name: ['ReadAll', 'NopCloser', 'LimitReader'], receiver: ['io', 'ioutil'] },
      from: 'argument 0',
    },
    {
      id: 'reader',
      emit: 'pass',
      match: {
        on: 'call',
        name: [
          'NewReader',
          'NewBuffer',
          'NewBufferString',
          'TrimSuffix',
          'TrimRight',
          'TrimSpace',
          'TrimPrefix',
        ],
        receiver: ['bytes', 'strings'],
      },
      from: 'argument 0',
    },
    {
      id: 'url',
      emit: 'pass',
      match: { on: 'call', name: ['Parse', 'ParseRequestURI'], receiver: ['url'] },
      from: 'argument 0',
    },
    {
      id: 'joined',
      emit: 'join',
      match: { on: 'call', name: ['JoinPath'], receiver: ['url'], minArguments: 2 },
      parts: ['argument 0', 'argument 1', 'argument 2', 'argument 3', 'argument 4'],
    },
    {
      id: 'bytes',
      emit: 'pass',
      match: { on: 'call', name: ['byte', 'string'], receiver: [''] },
      from: 'argument 0',
    },
  ],
}
