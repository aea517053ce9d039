import type { Framework } from '../domain/framework.js'

const client = {
  on: 'call',
  receiver: ['HttpClient()'],
  receiverName: '(?:^|[._])(?:\\w*[cC]lient|http)$',
} as const
const said = {
  url: ['inside url argument 0', 'argument 0', 'keyword urlString', 'keyword url'],
  receiverBase: ['receiver inside url argument 0'],
  body: ['inside setBody argument 0'],
  answer: ['body()', 'bodyAsText()', 'bodyOrNull()'],
  answerType: ['chained body type 0'],
} as const

/** Ktor's client: what it is asked for, with what its default request says. */
export const ktorClient: Framework = {
  id: 'ktor-client',
  languages: ['kotlin'],
  imports: ['io.ktor.client.*'],
  gate: ['io.ktor.client'],
  rules: [
    {
      id: 'request',
      emit: 'client',
      match: {
        ...client,
        name: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
        minArguments: 1,
      },
      method: { name: true },
      ...said,
    },
    {
      id: 'prepared',
      emit: 'client',
      match: {
        ...client,
        name: ['prepareGet', 'preparePost', 'preparePut', 'preparePatch', 'prepareDelete'],
        minArguments: 1,
      },
      method: { name: true, fit: '^prepare(\\w+)$' },
      ...said,
    },
    {
      id: 'form',
      emit: 'client',
      match: { ...client, name: ['submitForm', 'submitFormWithBinaryData'], minArguments: 1 },
      method: { fixed: 'POST' },
      ...said,
      url: ['keyword url', 'argument 0'],
    },
    {
      id: 'any',
      emit: 'client',
      match: { ...client, name: ['request', 'prepareRequest'], minArguments: 1 },
      method: { from: ['inside method argument 0'], default: 'ANY' },
      ...said,
    },
  ],
}
