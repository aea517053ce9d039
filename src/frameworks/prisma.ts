import type { Action } from '../domain/element-fact.js'
import type { ElementFrom, ElementRule, Framework } from '../domain/framework.js'

/** Methods that take these, of whatever model. */
const finds = [
  'findMany',
  'findFirst',
  'findUnique',
  'findFirstOrThrow',
  'findUniqueOrThrow',
  'count',
  'aggregate',
  'groupBy',
]
const changes = [
  'create',
  'createMany',
  'update',
  'updateMany',
  'upsert',
  'delete',
  'deleteMany',
  'createManyAndReturn',
]

/** A model of a client whose origin is known; the table is called as the model, where its schema says nothing else. */
const receiverLike = '[\\w@./-]+\\.PrismaClient\\(\\)\\.(?<model>[a-z]\\w*)'

/** Keys of conditions that are no fields. */
const field = { from: ['key'], fit: '^(?!AND$|OR$|NOT$|_)(\\w+)$' } as const

const parts: readonly (readonly [string, Action, readonly string[], ElementFrom])[] = [
  ['where', 'reads', [...finds, ...changes], 'argument 0 . where'],
  ['select', 'reads', [...finds, ...changes], 'argument 0 . select'],
  ['order', 'reads', finds, 'argument 0 . orderBy'],
  ['data', 'writes', changes, 'argument 0 . data'],
  ['create', 'writes', ['upsert'], 'argument 0 . create'],
  ['update', 'writes', ['upsert'], 'argument 0 . update'],
]

const words = { table: { from: ['receiver name'], spell: ['capital'] } } as const

const fields = parts.map(
  ([id, action, name, from]): ElementRule => ({
    id,
    emit: 'element',
    match: { on: 'call', name, receiverLike },
    action,
    element: 'sql {table}.{field}',
    certainty: 'likely',
    each: [from],
    words: { ...words, field },
  }),
)

function whole(id: string, action: Action, name: readonly string[]): ElementRule {
  return {
    id,
    emit: 'element',
    match: { on: 'call', name, receiverLike },
    action,
    element: 'sql {table}',
    certainty: 'likely',
    words,
  }
}

/** Prisma's client: models that are read and written, and their fields. */
export const prisma: Framework = {
  id: 'prisma',
  languages: ['typescript'],
  imports: ['@prisma/client', '*prisma*'],
  gate: ['risma'],
  rules: [whole('find', 'reads', finds), whole('change', 'writes', changes), ...fields],
}
