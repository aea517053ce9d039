import { z } from 'zod'
import { messageOf } from '../lib/errors.js'
import { linearPattern } from '../lib/linear-pattern.js'
import { elementPlace, isInherited } from './place-form.js'

export const maxExpression = 200

/** An expression that this engine can run: one that it cannot is told with the reason. */
export const expression = z
  .string()
  .min(1)
  .max(maxExpression)
  .superRefine((text, context) => {
    const problem = text.length > maxExpression ? null : problemOf(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .describe('A regular expression of RE2: no look-around and no references to groups.')

function problemOf(text: string): string | null {
  try {
    linearPattern(text)
    return groupsOf(text).some(isInherited) ? 'a group cannot have this name' : null
  } catch (error) {
    return messageOf(error)
  }
}

/** The names of the groups of an expression. */
export function groupsOf(text: string): readonly string[] {
  return [...text.matchAll(/\(\?P?<(\w+)>/g)].map(([, name = '']) => name)
}

const short = z.string().max(200)
const module = z.string().max(200).regex(/\w/, 'a module has a name: `*` alone would be every one')
export const modules = z
  .array(module)
  .min(1)
  .max(50)
  .describe('Modules as code imports them; `*` at the beginning or end stands for anything.')

const count = z.int().min(0).max(50)

const parts = {
  on: z.enum(['call', 'new', 'decorator', 'member', 'class']).describe('What is looked for in the code.'),
  name: z
    .array(z.string().min(1).max(100))
    .max(100)
    .describe(
      'The last word of what is called, any of these: `get` of `client.get(…)`. Of a class: what it extends.',
    ),
  receiver: z
    .array(short)
    .max(50)
    .exactOptional()
    .describe(
      'What it is called on, by where that comes from: `rpc.createClient()`, whose first word is the last of the module `@acme/rpc`. An empty text: it is called by itself.',
    ),
  receiverName: expression
    .exactOptional()
    .describe('For a receiver of unknown origin, by its name; what is found is then only likely.'),
  firstArgument: expression.exactOptional().describe('What the text of the first argument must fit.'),
  lastArgument: z.enum(['function', 'no function']).exactOptional(),
  minArguments: count.exactOptional(),
  maxArguments: count.exactOptional(),
}

const texts = z.record(elementPlace, expression).exactOptional()

/** `match` of most rules. */
export const match = z.strictObject({ ...parts, name: parts.name.min(1, 'name what is called') })

/** `match` of rules for elements, which may tell names by expressions. */
export const elementMatch = z
  .strictObject({
    ...parts,
    name: parts.name.default([]),
    nameLike: expression
      .exactOptional()
      .describe('For the whole name, where `name` is absent; named groups are words of the element.'),
    receiverLike: expression.exactOptional().describe('The same for where the receiver comes from.'),
    classLike: expression.exactOptional().describe("The same for the class's own name."),
    importing: modules.exactOptional(),
    holds: texts.describe('Places and expressions that their constant texts must fit.'),
    lacks: texts.describe('Places and expressions that their constant texts must not fit.'),
    access: z.enum(['read', 'write']).exactOptional().describe('Of a member.'),
    notWithin: expression.exactOptional().describe('Not in functions whose dotted name this finds.'),
  })
  .refine(
    ({ name, nameLike, classLike, on }) => name.length > 0 || nameLike || classLike || on === 'member',
    {
      error: 'name what is looked for, by `name` or `nameLike`',
    },
  )
