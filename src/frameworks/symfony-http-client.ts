import type { Framework } from '../domain/framework.js'

const clients = ['HttpClientInterface()', 'HttpClient.create()', 'HttpClient.createForBaseUri()']

/** The client of Symfony, as a service or made by itself. */
export const symfonyHttpClient: Framework = {
  id: 'symfony-http-client',
  languages: ['php'],
  imports: [
    'Symfony\\Component\\HttpClient\\HttpClient',
    'Symfony\\Contracts\\HttpClient\\HttpClientInterface',
  ],
  gate: ['HttpClient'],
  rules: [
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['request'], receiver: clients },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      receiverBase: [
        'argument 2 . base_uri',
        'chained withOptions argument 0 . base_uri',
        'receiver argument 0 . base_uri',
        'receiver argument 0',
      ],
      body: ['argument 2 . json', 'argument 2 . body'],
      answer: ['toArray()', 'getContent()'],
    },
    {
      id: 'prepared',
      emit: 'group',
      match: { on: 'call', name: ['withOptions'], receiver: clients },
      prefix: [],
    },
  ],
}
