import type { Framework } from '../domain/framework.js'

const receiver = ['strawberry']
const field = { from: ['keyword name', 'decorated'], spell: ['camel'] } as const

/** Strawberry: types by their fields, which are spelt as JavaScript spells names. */
export const strawberry: Framework = {
  id: 'strawberry',
  languages: ['python'],
  imports: ['strawberry', 'strawberry.*'],
  rules: [
    {
      id: 'type',
      emit: 'element',
      match: { on: 'decorator', name: ['type', 'input', 'interface'], receiver },
      action: 'declares',
      element: 'graphql {type}.{field}',
      each: ['fields'],
      words: {
        type: ['keyword name', 'class'],
        field: { from: ['key'], fit: '^([a-z]\\w*)$', spell: ['camel'] },
      },
    },
    {
      id: 'field',
      emit: 'element',
      match: { on: 'decorator', name: ['field', 'mutation', 'subscription'], receiver },
      action: 'serves',
      element: 'graphql {type}.{field}',
      words: { type: ['class decorator type keyword name', 'class'], field },
    },
  ],
}
