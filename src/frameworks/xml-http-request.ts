import type { Framework } from '../domain/framework.js'

/** Requests of browsers before fetch, and of those who watch the progress of an upload. */
export const xmlHttpRequest: Framework = {
  id: 'xml-http-request',
  languages: ['typescript'],
  gate: ['XMLHttpRequest'],
  rules: [
    {
      id: 'open',
      emit: 'client',
      match: {
        on: 'call',
        name: ['open'],
        receiver: ['XMLHttpRequest()', 'window.XMLHttpRequest()'],
        minArguments: 2,
      },
      method: { from: ['argument 0'], default: 'GET' },
      url: ['argument 1'],
      answer: ['response', 'responseText'],
      answerOnReceiver: true,
    },
  ],
}
