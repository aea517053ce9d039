import type { Framework } from '../domain/framework.js'

/** Operations and schemas in texts of Python: gql, and Ariadne's type definitions. */
export const graphqlPython: Framework = {
  id: 'graphql-python',
  languages: ['python'],
  imports: ['gql', 'gql.*', 'ariadne', 'sgqlc*', 'python_graphql_client'],
  rules: [
    {
      id: 'operation',
      emit: 'embedded',
      match: { on: 'call', name: ['gql'], receiver: ['gql', 'ariadne', ''], minArguments: 1 },
      language: 'graphql',
      text: ['argument 0'],
    },
    {
      id: 'schema',
      emit: 'embedded',
      match: { on: 'call', name: ['make_executable_schema'], receiver: ['ariadne', ''] },
      language: 'graphql',
      text: ['argument 0'],
    },
    {
      id: 'execute',
      emit: 'embedded',
      match: { on: 'call', name: ['execute'], receiver: ['python_graphql_client.GraphqlClient()'] },
      language: 'graphql',
      text: ['keyword query', 'argument 0'],
    },
    {
      id: 'query',
      emit: 'element',
      match: { on: 'decorator', name: ['field'], receiver: ['ariadne.QueryType()'] },
      action: 'serves',
      element: 'graphql Query.{field}',
      words: { field: ['argument 0'] },
    },
    {
      id: 'mutation',
      emit: 'element',
      match: { on: 'decorator', name: ['field'], receiver: ['ariadne.MutationType()'] },
      action: 'serves',
      element: 'graphql Mutation.{field}',
      words: { field: ['argument 0'] },
    },
    {
      id: 'object',
      emit: 'element',
      match: { on: 'decorator', name: ['field'], receiver: ['ariadne.ObjectType()'] },
      action: 'serves',
      element: 'graphql {type}.{field}',
      words: { type: ['receiver argument 0'], field: ['argument 0'] },
    },
  ],
}
