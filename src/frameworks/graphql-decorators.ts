import type { ElementRule, Framework } from '../domain/framework.js'

const receiver = ['graphql', 'type-graphql']
const field = ['argument 1 . name', 'argument 0 . name', 'argument 0', 'decorated']
const owner = ['ObjectType', 'InputType', 'InterfaceType', 'ArgsType']
const resolved = 'class decorator Resolver argument 0'

const roots: readonly ElementRule[] = ['Query', 'Mutation', 'Subscription'].map((root) => ({
  id: root.toLowerCase(),
  emit: 'element',
  match: { on: 'decorator', name: [root], receiver },
  action: 'serves',
  element: `graphql ${root}.{field}`,
  words: { field: { from: field, fit: '^(\\w+)$' } },
}))

/** Schemas made of decorators, by NestJS and TypeGraphQL: resolvers, and the fields of types. */
export const graphqlDecorators: Framework = {
  id: 'graphql-decorators',
  languages: ['typescript'],
  imports: ['@nestjs/graphql', 'type-graphql'],
  rules: [
    ...roots,
    {
      id: 'resolve-field',
      emit: 'element',
      match: { on: 'decorator', name: ['ResolveField', 'FieldResolver'], receiver },
      action: 'serves',
      element: 'graphql {type}.{field}',
      words: {
        type: { from: [`${resolved} returned shown`, resolved, `${resolved} shown`], fit: '^([A-Z]\\w*)$' },
        field: { from: field, fit: '^(\\w+)$' },
      },
    },
    {
      id: 'field',
      emit: 'element',
      match: { on: 'decorator', name: ['Field'], receiver },
      action: 'declares',
      element: 'graphql {type}.{field}',
      words: {
        type: {
          from: [...owner.map((each) => `class decorator ${each} argument 0`), 'class'],
          fit: '^(\\w+)$',
        },
        field: { from: ['argument 1 . name', 'argument 0 . name', 'decorated'], fit: '^(\\w+)$' },
      },
      details: { type: { from: ['argument 0 returned shown'], fit: '^(\\w+)$' } },
    },
  ],
}
