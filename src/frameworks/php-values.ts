import type { Framework } from '../domain/framework.js'

/** What PHP's own functions make of a value. */
export const phpValues: Framework = {
  id: 'php-values',
  languages: ['php'],
  gate: [],
  rules: [
    {
      id: 'json',
      emit: 'pass',
      match: { on: 'call', name: ['json_decode', 'json_encode'], receiver: [''], minArguments: 1 },
      from: 'argument 0',
    },
    {
      id: 'text',
      emit: 'pass',
      match: {
        on: 'call',
        name: ['rtrim', 'ltrim', 'trim', 'strval', 'array_values', 'array_filter', 'iterator_to_array'],
        receiver: [''],
        minArguments: 1,
      },
      from: 'argument 0',
    },
  ],
}
