import type { Framework } from '../domain/framework.js'

/** ofetch, which is the `$fetch` of Nuxt: its value is the parsed answer. */
export const ofetch: Framework = {
  id: 'ofetch',
  languages: ['typescript'],
  imports: ['ofetch', 'ohmyfetch'],
  gate: ['fetch'],
  rules: [
    {
      id: 'call',
      emit: 'client',
      match: {
        on: 'call',
        name: [
          '$fetch',
          'ofetch',
          'ofetch.ofetch',
          'ofetch.$fetch',
          'ohmyfetch.$fetch',
          '$fetch.create()',
          'ofetch.ofetch.create()',
          'ofetch.$fetch.create()',
        ],
        receiver: [''],
        minArguments: 1,
      },
      method: { from: ['argument 1 . method'], default: 'GET' },
      url: ['argument 0'],
      receiverBase: ['argument 1 . baseURL', 'receiver argument 0 . baseURL'],
      body: ['argument 1 . body'],
      answer: [],
      typeArgument: true,
    },
  ],
}
