import type { Framework } from '../domain/framework.js'

/**
 * Operations in TypeScript, wherever they are written: texts under the tags and functions by which Apollo, urql, Relay,
 * graphql-request and the code generators know them.
 */
export const graphqlClients: Framework = {
  id: 'graphql-clients',
  languages: ['typescript'],
  imports: [
    '@apollo/*',
    'apollo-*',
    'graphql-tag*',
    'graphql-request',
    'urql',
    '@urql/*',
    'react-relay*',
    'relay-runtime',
    'gatsby',
    'graphql.macro',
    '@octokit/graphql',
    'mercurius*',
    'type-graphql',
    '@vue/apollo-*',
    'graphql-yoga',
    'gql.tada',
  ],
  gate: ['gql', 'graphql'],
  rules: [
    {
      id: 'tag',
      emit: 'embedded',
      match: { on: 'call', name: ['gql', 'graphql', 'gqlTyped'], minArguments: 1 },
      language: 'graphql',
      text: ['argument 0'],
    },
    {
      id: 'request',
      emit: 'embedded',
      match: {
        on: 'call',
        name: ['request', 'rawRequest', 'default'],
        receiver: ['graphql-request', 'graphql-request.GraphQLClient()', ''],
        importing: ['graphql-request'],
      },
      language: 'graphql',
      text: ['argument 1', 'argument 0', 'argument 0 . document'],
    },
    {
      id: 'body',
      emit: 'embedded',
      match: { on: 'call', name: ['stringify'], receiver: ['JSON'], holds: { 'argument 0 . query': '[{]' } },
      language: 'graphql',
      text: ['argument 0 . query'],
    },
    {
      id: 'schema',
      emit: 'embedded',
      match: {
        on: 'call',
        name: ['ApolloServer', 'makeExecutableSchema', 'createSchema', 'buildSchema', 'buildASTSchema'],
      },
      language: 'graphql',
      text: ['argument 0 . typeDefs', 'argument 0 . typeDefs first', 'argument 0'],
    },
  ],
}
