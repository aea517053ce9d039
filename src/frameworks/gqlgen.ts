import type { Framework } from '../domain/framework.js'

/** gqlgen: resolvers are methods of types that are called after those of the schema. Also texts of other clients of Go. */
export const gqlgen: Framework = {
  id: 'gqlgen',
  languages: ['go'],
  imports: ['github.com/99designs/gqlgen*', 'github.com/machinebox/graphql'],
  gate: ['Resolver struct', 'Resolver) ', 'machinebox/graphql'],
  rules: [
    {
      id: 'resolver',
      emit: 'element',
      match: { on: 'class', name: [], classLike: '(?<type>[a-z]\\w*)Resolver' },
      action: 'serves',
      element: 'graphql {type}.{field}',
      each: ['methods'],
      eachType: '^context\\.Context\\b',
      words: {
        type: { from: ['class'], fit: '^(\\w+)Resolver$', spell: ['capital'] },
        field: { from: ['key'], fit: '^([A-Z]\\w*)$', spell: ['camel'] },
      },
    },
    {
      id: 'request',
      emit: 'embedded',
      match: { on: 'call', name: ['NewRequest'], receiver: ['graphql'] },
      language: 'graphql',
      text: ['argument 0'],
    },
  ],
}
