import type { Framework } from '../domain/framework.js'

const bases = ['ObjectType', 'InputObjectType', 'Interface']

/** Graphene: types by their fields, which are spelt as JavaScript spells names, and what resolves them. */
export const graphene: Framework = {
  id: 'graphene',
  languages: ['python'],
  imports: ['graphene', 'graphene.*'],
  rules: [
    {
      id: 'type',
      emit: 'element',
      match: { on: 'class', name: bases, receiver: ['graphene'] },
      action: 'declares',
      element: 'graphql {type}.{field}',
      each: ['fields'],
      words: { type: ['class'], field: { from: ['key'], fit: '^([a-z]\\w*)$', spell: ['camel'] } },
    },
    {
      id: 'resolver',
      emit: 'element',
      match: { on: 'class', name: bases, receiver: ['graphene'] },
      action: 'serves',
      element: 'graphql {type}.{field}',
      each: ['methods'],
      words: { type: ['class'], field: { from: ['key'], fit: '^resolve_(\\w+)$', spell: ['camel'] } },
    },
  ],
}
