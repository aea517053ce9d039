import { z } from 'zod'
import { type Action, type Detail, elementKinds } from '../domain/element-fact.js'
import { elementMatch, expression, groupsOf } from './match-form.js'
import { elementPlaceList, isInherited } from './place-form.js'

const actions = [
  'declares',
  'serves',
  'publishes',
  'emits',
  'sets',
  'exports',
  'removes',
  'calls',
  'subscribes',
  'reads',
  'writes',
  'compares',
  'uses',
  'imports',
] as const satisfies readonly Action[]

const details = [
  'type',
  'required',
  'default',
  'service',
  'version',
  'operation',
  'target',
  'value',
  'unit',
] as const satisfies readonly Detail[]

const spelling = z.enum(['lower', 'upper', 'snake', 'camel', 'pascal', 'capital', 'plural'])

const word = z
  .union(
    [
      elementPlaceList,
      z.strictObject({
        from: elementPlaceList,
        fit: expression.exactOptional().describe('The word is its first group.'),
        spell: z.array(spelling).max(5).exactOptional(),
        default: z.string().max(200).exactOptional(),
        open: z.literal(true).exactOptional().describe('Parts that only running will tell are `{}`.'),
      }),
    ],
    { error: 'a word is a list of places, or `{ from: [argument 0], … }` with known places' },
  )
  .describe('Where a word is taken from; without it there is no fact.')

const wordName = z
  .string()
  .regex(/^[a-z]\w{0,30}$/, 'a word has a name of letters and digits')
  .refine((name) => !isInherited(name) && !filled.has(name), 'a word cannot have this name')

/** What is filled in when files are joined. */
const filled: ReadonlySet<string> = new Set(['file', 'module', 'app', 'env', 'of'])

const reader = z.strictObject({
  of: z.union([z.enum(['decorated', 'value']), elementPlaceList]),
  parameter: z.int().min(0).max(20).exactOptional(),
  members: z.array(z.string().max(100)).max(20),
})

/** A rule for what needs nothing but its name to be joined: `event kafka {topic}`, `grpc acme.Orders/{method}`. */
export function elementRule(id: z.ZodString) {
  return z
    .strictObject({
      id,
      emit: z.literal('element'),
      match: elementMatch,
      action: z.enum(actions),
      element: z
        .string()
        .max(200)
        .superRefine((text, context) => {
          const problem = problemOfElement(text)
          if (problem) context.addIssue({ code: 'custom', message: problem })
        })
        .describe('The kind and the name, with words in braces: `event kafka {topic}`.'),
      words: z.record(wordName, word).exactOptional(),
      details: z.partialRecord(z.enum(details), word).exactOptional(),
      each: elementPlaceList.exactOptional().describe('Told again for each item of a list or field.'),
      eachType: expression.exactOptional(),
      eachInside: elementPlaceList.exactOptional(),
      fields: elementPlaceList.exactOptional().describe('What is sent with it: its fields are told too.'),
      reader: reader.exactOptional().describe('Who reads what was sent.'),
      keeps: z.literal('decorated').exactOptional(),
      certainty: z.literal('likely').exactOptional(),
    })
    .superRefine(({ element, words = {}, match }, context) => {
      const like = [match.nameLike, match.receiverLike, match.classLike].flatMap((each) =>
        groupsOf(each ?? ''),
      )
      const known = new Set([...like, ...Object.keys(words), ...filled])
      const unsaid = wordsOf(element).find((name) => !known.has(name))
      if (unsaid !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['element'],
          message: `nothing says what \`{${unsaid.slice(0, 40)}}\` is: add it to \`words\``,
        })
    })
}

function wordsOf(element: string): readonly string[] {
  return [...element.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
}

function problemOfElement(text: string): string | null {
  const [kind = ''] = text.split(' ', 1)
  if (!elementKinds.some((each) => each === kind)) return `an element begins with ${elementKinds.join(', ')}`
  return /^\w+(?: (?:[^\s{}]|\{[a-z]\w*\})+)+$/.test(text)
    ? null
    : 'an element is words with one space between'
}
