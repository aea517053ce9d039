import type { Framework } from '../domain/framework.js'

/** HTTParty: calls of the module itself. */
export const httparty: Framework = {
  id: 'httparty',
  languages: ['ruby'],
  gate: ['HTTParty'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
        receiver: ['HTTParty'],
      },
      method: { name: true },
      url: ['argument 0'],
      body: ['keyword body', 'keyword json'],
      answer: ['parsed_response', 'body', ''],
    },
  ],
}
