import { z } from 'zod'
import { httpMethods } from '../domain/element.js'
import { elementRule } from './element-form.js'
import { match } from './match-form.js'
import { place, placeList } from './place-form.js'

export const ruleId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, 'an id is small letters, digits and `-`')
  .describe('Unique within the framework; a fact names it as `<framework>.<rule>`.')

const method = z.enum([...httpMethods, 'ANY'])
const methodFrom = z
  .union(
    [
      z.strictObject({ fixed: method }),
      z.strictObject({ name: z.literal(true).describe('The name that was called: `get` is GET.') }),
      z.strictObject({ from: placeList, default: method }),
      z.strictObject({ chained: z.array(z.string().max(100)).min(1).max(20), default: method }),
    ],
    { error: 'a method is `{ name: true }`, `{ fixed: GET }` or `{ from: [argument 0], default: GET }`' },
  )
  .describe('Fixed, or the name that was called, or taken from a value.')

/** One of these words, or a place. */
function orPlace<const Word extends string>(...words: readonly [Word, ...Word[]]) {
  const said = words.map((word) => `\`${word}\``).join(', ')
  return z.union([z.enum(words), place], { error: `write ${said} or a place such as \`argument 0\`` })
}

const names = z.array(z.string().max(100)).max(50)

const route = z.strictObject({
  id: ruleId,
  emit: z.literal('route'),
  match,
  method: methodFrom,
  path: placeList,
  methodInPath: z.boolean().exactOptional().describe('The path may hold its own method: `GET /orders`.'),
  guards: z
    .array(orPlace('between', 'following', 'other decorators', 'parameter defaults'))
    .max(10)
    .exactOptional()
    .describe('Which arguments guard it: `between` are those between the path and the handler.'),
  handler: orPlace('last', 'decorated'),
  answerType: place.exactOptional(),
})

const mount = z.strictObject({
  id: ruleId,
  emit: z.literal('mount'),
  match,
  prefix: placeList,
  target: orPlace('each', 'made', 'decorated').describe('The router whose routes get the prefix.'),
  on: place.exactOptional().describe('The router that mounts it, where that is not the receiver.'),
  replaces: z.boolean().exactOptional(),
  guards: z.array(orPlace('between')).max(10).exactOptional(),
})

const group = z.strictObject({
  id: ruleId,
  emit: z.literal('group'),
  match,
  prefix: placeList,
  guards: z.array(orPlace('rest')).max(10).exactOptional(),
  root: z.boolean().exactOptional().describe('The call makes a router of its own.'),
})

const guard = z.strictObject({
  id: ruleId,
  emit: z.literal('guard'),
  match,
  anytime: z.boolean().exactOptional().describe('It guards routes that were declared before it too.'),
  itself: z.boolean().exactOptional().describe('The guard is the call, and not what it is given.'),
})

const base = z.strictObject({
  id: ruleId,
  emit: z.literal('base'),
  match,
  prefix: placeList,
  except: place.exactOptional(),
})

const client = z.strictObject({
  id: ruleId,
  emit: z.literal('client'),
  match,
  method: methodFrom,
  url: placeList,
  receiverBase: placeList.exactOptional().describe('Where the client itself was given a base.'),
  resolved: z.boolean().exactOptional(),
  body: placeList.exactOptional(),
  answer: names.default([]).describe("Members of the call's value that hold the answer: `data`, `json()`."),
  typeArgument: z.boolean().exactOptional().describe('The type argument of the call types the answer.'),
})

const environment = z.strictObject({
  id: ruleId,
  emit: z.literal('environment'),
  match,
  variable: orPlace('member'),
  except: names.exactOptional(),
  default: place.exactOptional(),
})

const pass = z
  .strictObject({ id: ruleId, emit: z.literal('pass'), match, from: place })
  .describe("The call's value is one of its arguments, or its receiver.")

const answer = z
  .strictObject({
    id: ruleId,
    emit: z.literal('answer'),
    match,
    body: place,
    parameter: z.int().min(0).max(20).exactOptional(),
  })
  .describe('In a handler, the call answers with a body.')

/** One rule, by what it gives. */
export const rule = z.discriminatedUnion(
  'emit',
  [route, mount, group, guard, base, client, environment, pass, answer, elementRule(ruleId)],
  {
    error: ({ code }) =>
      code === 'invalid_union'
        ? '`emit` is route, mount, group, guard, base, client, environment, pass, answer or element'
        : undefined,
  },
)
