import type { Framework } from '../domain/framework.js'

const made = [
  'HttpRequest.newBuilder()',
  'HttpRequest.newBuilder().header()',
  'HttpRequest.newBuilder().timeout()',
  'HttpRequest.newBuilder().GET()',
]
const methods = ['POST', 'PUT', 'DELETE', 'HEAD', 'method']
const body = [
  'chained POST argument 0 argument 0',
  'chained PUT argument 0 argument 0',
  'chained method argument 1 argument 0',
]
const steps = [
  'build',
  'header',
  'headers',
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'method',
  'timeout',
  'version',
]

/** Java's own client: a request is counted where its address is given, and `send` only passes it on. */
export const javaHttpClient: Framework = {
  id: 'java-http-client',
  languages: ['java', 'kotlin'],
  imports: ['java.net.http.*'],
  gate: ['java.net.http'],
  rules: [
    {
      id: 'uri',
      emit: 'client',
      match: { on: 'call', name: ['uri'], receiver: made, minArguments: 1 },
      method: { chained: methods, default: 'GET' },
      url: ['argument 0'],
      body,
      answer: ['body()'],
    },
    {
      id: 'builder',
      emit: 'client',
      match: { on: 'call', name: ['newBuilder'], receiver: ['HttpRequest'], minArguments: 1 },
      method: { chained: methods, default: 'GET' },
      url: ['argument 0'],
      body,
      answer: ['body()'],
    },
    {
      id: 'built',
      emit: 'pass',
      match: { on: 'call', name: steps, receiver: [...made, ...made.map((each) => `${each}.uri()`)] },
      from: 'receiver',
    },
    {
      id: 'send',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['send', 'sendAsync'],
        receiver: ['HttpClient()', 'HttpClient.newHttpClient()', 'HttpClient.newBuilder().build()'],
        minArguments: 2,
      },
      from: 'argument 0',
    },
  ],
}
