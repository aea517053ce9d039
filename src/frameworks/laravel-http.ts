import type { Framework } from '../domain/framework.js'

const clients = ['Http', 'PendingRequest()', 'Factory()']
const answer = ['json()', 'object()', 'collect()']
const receiverBase = ['chained baseUrl argument 0']

/** The client of Laravel: the facade, and requests that are prepared in a chain. */
export const laravelHttp: Framework = {
  id: 'laravel-http',
  languages: ['php'],
  imports: ['Illuminate\\Support\\Facades\\Http', 'Illuminate\\Http\\Client\\*'],
  gate: ['Http::', 'Illuminate\\Http\\Client'],
  rules: [
    {
      id: 'read',
      emit: 'client',
      match: { on: 'call', name: ['get', 'head'], receiver: clients },
      method: { name: true },
      url: ['argument 0'],
      receiverBase,
      answer,
    },
    {
      id: 'write',
      emit: 'client',
      match: { on: 'call', name: ['post', 'put', 'patch', 'delete'], receiver: clients },
      method: { name: true },
      url: ['argument 0'],
      receiverBase,
      body: ['argument 1'],
      answer,
    },
    {
      id: 'send',
      emit: 'client',
      match: { on: 'call', name: ['send'], receiver: clients, minArguments: 2 },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      receiverBase,
      body: ['argument 2 . json', 'argument 2 . form_params'],
      answer,
    },
    {
      id: 'prepared',
      emit: 'group',
      match: {
        on: 'call',
        name: [
          'baseUrl',
          'withToken',
          'withHeaders',
          'withHeader',
          'withBasicAuth',
          'withOptions',
          'withQueryParameters',
          'withUrlParameters',
          'withUserAgent',
          'withoutVerifying',
          'withoutRedirecting',
          'acceptJson',
          'accept',
          'asJson',
          'asForm',
          'contentType',
          'timeout',
          'connectTimeout',
          'retry',
          'throw',
        ],
        receiver: clients,
      },
      prefix: [],
    },
    {
      id: 'checked',
      emit: 'pass',
      match: { on: 'call', name: ['throw', 'throwIf', 'throwUnlessStatus'], maxArguments: 1 },
      from: 'receiver',
    },
  ],
}
