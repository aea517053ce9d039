import type { Framework } from '../domain/framework.js'

const clients = ['resty.New()', 'resty.NewWithClient()', 'resty.Client()', 'resty.Request()']

/** Resty: requests are built in a chain, and the client that they come from may have a base. */
export const resty: Framework = {
  id: 'resty',
  languages: ['go'],
  imports: ['github.com/go-resty/resty*', 'resty.dev/*'],
  gate: ['go-resty/resty', 'resty.dev'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'],
        receiver: clients,
        minArguments: 1,
        maxArguments: 1,
      },
      method: { name: true },
      url: ['argument 0'],
      receiverBase: ['receiver chained SetBaseURL argument 0'],
      body: ['chained SetBody argument 0'],
      answer: ['Body()', 'String()'],
    },
    {
      id: 'execute',
      emit: 'client',
      match: { on: 'call', name: ['Execute'], receiver: clients, minArguments: 2, maxArguments: 2 },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      receiverBase: ['receiver chained SetBaseURL argument 0'],
      body: ['chained SetBody argument 0'],
      answer: ['Body()', 'String()'],
    },
    {
      id: 'chain',
      emit: 'pass',
      match: {
        on: 'call',
        name: [
          'R',
          'SetAuthToken',
          'SetBaseURL',
          'SetBasicAuth',
          'SetBody',
          'SetContext',
          'SetDebug',
          'SetError',
          'SetHeader',
          'SetHeaders',
          'SetPathParam',
          'SetPathParams',
          'SetQueryParam',
          'SetQueryParams',
          'SetResult',
          'SetRetryCount',
          'SetTimeout',
        ],
        receiver: clients,
      },
      from: 'receiver',
    },
  ],
}
