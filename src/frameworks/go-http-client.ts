import type { Framework } from '../domain/framework.js'

const clients = ['http', 'http.Client()', 'http.DefaultClient']

/** What takes a request to a server, or to a handler in its place; tests also make requests only to read them. */
const sentBy = ['Do', 'RoundTrip', 'ServeHTTP', 'Test']

/** Calls by Go's standard library. A request is counted where it is made, and `Do` only passes it on. */
export const goHttpClient: Framework = {
  id: 'go-http-client',
  languages: ['go'],
  imports: ['net/http'],
  rules: [
    {
      id: 'get',
      emit: 'client',
      match: { on: 'call', name: ['Get', 'Head'], receiver: clients, minArguments: 1, maxArguments: 1 },
      method: { name: true },
      url: ['argument 0'],
      answer: ['Body'],
    },
    {
      id: 'post',
      emit: 'client',
      match: { on: 'call', name: ['Post', 'PostForm'], receiver: clients, minArguments: 2 },
      method: { fixed: 'POST' },
      url: ['argument 0'],
      body: ['argument 2'],
      answer: ['Body'],
    },
    {
      id: 'new-request',
      emit: 'client',
      match: { on: 'call', name: ['NewRequest'], receiver: ['http'], minArguments: 3 },
      method: { from: ['argument 0'], default: 'ANY' },
      url: ['argument 1'],
      sentBy,
      body: ['argument 2'],
      answer: ['Body'],
    },
    {
      id: 'new-request-with-context',
      emit: 'client',
      match: { on: 'call', name: ['NewRequestWithContext'], receiver: ['http'], minArguments: 4 },
      method: { from: ['argument 1'], default: 'ANY' },
      url: ['argument 2'],
      sentBy,
      body: ['argument 3'],
      answer: ['Body'],
    },
    {
      id: 'do',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['Do'],
        receiver: clients,
        receiverName: '(?:[cC]lient|http)$',
        minArguments: 1,
        maxArguments: 1,
      },
      from: 'argument 0',
    },
    {
      id: 'with-context',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['WithContext', 'Clone'],
        receiver: ['http.NewRequest()', 'http.Request()'],
      },
      from: 'receiver',
    },
  ],
}
