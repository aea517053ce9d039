import type { Framework } from '../domain/framework.js'

const requests = [
  '',
  '.header()',
  '.addHeader()',
  '.get()',
  '.post()',
  '.put()',
  '.patch()',
  '.delete()',
  '.tag()',
].map((step) => `Request.Builder()${step}`)

/** OkHttp: a request is counted where its URL is given, and the call only passes it on. */
export const okhttp: Framework = {
  id: 'okhttp',
  languages: ['java', 'kotlin'],
  imports: ['okhttp3.*'],
  gate: ['okhttp3'],
  rules: [
    {
      id: 'request',
      emit: 'client',
      match: { on: 'call', name: ['url'], receiver: requests, minArguments: 1 },
      method: { chained: ['post', 'put', 'patch', 'delete', 'head', 'method'], default: 'GET' },
      url: ['argument 0'],
      body: [
        'chained post argument 0',
        'chained put argument 0',
        'chained patch argument 0',
        'chained method argument 1',
      ],
      answer: ['body()', 'body'],
    },
    {
      id: 'built',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['build', 'header', 'addHeader', 'get', 'post', 'put', 'patch', 'delete', 'execute'],
        receiver: requests.map((each) => `${each}.url()`),
      },
      from: 'receiver',
    },
    {
      id: 'call',
      emit: 'pass',
      match: { on: 'call', name: ['newCall'], receiver: ['OkHttpClient()'], receiverName: 'lient$' },
      from: 'argument 0',
    },
    {
      id: 'text',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['string', 'charStream', 'bytes'],
        receiver: requests.map((each) => `${each}.url().body()`),
      },
      from: 'receiver',
    },
  ],
}
