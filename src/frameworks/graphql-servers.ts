import type { ElementRule, Framework } from '../domain/framework.js'

const type = { from: ['outer key'], fit: '^([A-Z]\\w*)$' } as const
const field = ['key']
const served = { emit: 'element', action: 'serves', element: 'graphql {type}.{field}' } as const

/** Resolvers: an object of types, each an object of fields. */
const resolvers: readonly ElementRule[] = [
  {
    ...served,
    id: 'resolvers',
    match: {
      on: 'call',
      name: ['ApolloServer', 'makeExecutableSchema', 'createSchema'],
    },
    each: ['argument 0 . resolvers'],
    eachInside: ['item'],
    words: { type, field },
  },
  {
    ...served,
    id: 'typed-resolvers',
    match: { on: 'literal', name: ['Resolvers', 'IResolvers', 'ResolverMap'] },
    each: ['literal'],
    eachInside: ['item'],
    words: { type, field },
  },
  {
    ...served,
    id: 'named-resolvers',
    match: { on: 'literal', name: ['resolvers'] },
    certainty: 'likely',
    each: ['literal'],
    eachInside: ['item'],
    words: { type, field },
  },
  ...['Query', 'Mutation', 'Subscription'].map(
    (root): ElementRule => ({
      ...served,
      id: `typed-${root.toLowerCase()}-resolvers`,
      match: { on: 'literal', name: [`${root}Resolvers`, `I${root}Resolvers`] },
      each: ['literal'],
      element: `graphql ${root}.{field}`,
      words: { field },
    }),
  ),
]

/** Servers of GraphQL in TypeScript that are given resolvers: Apollo, GraphQL Tools, Yoga. */
export const graphqlServers: Framework = {
  id: 'graphql-servers',
  languages: ['typescript'],
  imports: ['@apollo/server', 'apollo-server*', '@graphql-tools/*', 'graphql-yoga'],
  gate: ['esolvers'],
  rules: resolvers,
}
