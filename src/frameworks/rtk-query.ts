import type { ClientRule, Framework } from '../domain/framework.js'

const asked = 'argument 0 . query returned'

function endpoint(name: string): ClientRule {
  return {
    id: name,
    emit: 'client',
    match: { on: 'call', name: [name], receiver: ['query.builder'], receiverName: '^(?:builder|build)$' },
    method: { from: [`${asked} . method`], default: 'GET' },
    url: [`${asked} . url`, asked],
    receiverBase: ['around createApi argument 0 . baseQuery argument 0 . baseUrl'],
    body: [`${asked} . body`],
    answer: [],
  }
}

/** RTK Query: endpoints that say what they ask for, below the base of their API. */
export const rtkQuery: Framework = {
  id: 'rtk-query',
  languages: ['typescript'],
  imports: ['@reduxjs/toolkit/query', '@reduxjs/toolkit/query/react', '@rtk-query/*'],
  gate: ['createApi', 'injectEndpoints'],
  rules: [endpoint('query'), endpoint('mutation'), endpoint('infiniteQuery')],
}
