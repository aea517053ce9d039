import type { ElementFact } from '../../domain/element-fact.js'
import type { Comparison, NamedText, Value } from '../../domain/outline.js'
import { textsAt } from './element-word.js'
import type { Reading } from './reading.js'
import { spelt } from './spelling.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'
import { withinOf } from './within.js'

/** The values of named sets that a blob declares, and those that it holds something against, each once a line. */
export function readNamedSets(reading: Reading): readonly ElementFact[] {
  const { comparisons = [] } = reading.code.outline
  const facts = [...declaredValues(reading), ...comparisons.flatMap((each) => compared(reading, each))]
  return [...new Map(facts.map((fact) => [`${fact.line} ${fact.action} ${fact.element}`, fact])).values()]
}

function declaredValues({ code }: Reading): readonly ElementFact[] {
  return (code.outline.sets ?? []).flatMap(({ name, values }) =>
    values.flatMap(({ text, line }): readonly ElementFact[] =>
      isValue(text)
        ? [
            {
              kind: 'enum',
              line,
              rule: `${code.language}.set`,
              certainty: 'certain',
              element: `enum ${name} ${text}`,
              action: 'declares',
            },
          ]
        : [],
    ),
  )
}

/** A word, as protocols and databases have them. */
function isValue(text: string): boolean {
  return !ofLanguages.has(text) && /^(?:\{of [\w$.]+\}|[\w$.:/+-]{1,80})$/.test(text) && /[a-z]/i.test(text)
}

/** What a language says of its own values: how a promise ended, what `typeof` gives. */
const ofLanguages: ReadonlySet<string> = new Set([
  ...[
    'fulfilled',
    'rejected',
    'string',
    'number',
    'boolean',
    'object',
    'function',
    'undefined',
    'symbol',
    'bigint',
  ],
])

type Against = { readonly text: string; readonly set: string | null }

function compared(reading: Reading, comparison: Comparison): readonly ElementFact[] {
  const { code } = reading
  const { scope, line } = comparison
  const against = againstOf(reading, comparison).filter(({ text }) => isValue(text))
  if (!against.length) return []
  const typed = typedSet(reading, comparison)
  const named = typed === null ? memberSet(reading, comparison.value) : null
  return against.flatMap(({ text, set }): readonly ElementFact[] => {
    const name = set ?? typed ?? named
    return name === null
      ? []
      : [
          {
            kind: 'enum',
            line,
            rule: `${code.language}.comparison`,
            certainty: (set ?? typed) ? 'certain' : 'likely',
            ...withinOf(code, scope),
            element: `enum ${name} ${text}`,
            action: 'compares',
          },
        ]
  })
}

/** What the value is held against: a text, or the text that a constant stands for, with the set that it is one of. */
function againstOf(reading: Reading, { with: given, scope, line }: Comparison): readonly Against[] {
  const name = given.type === 'name' ? given.name.replace(/\.value$/, '') : null
  const own = name === null ? null : ownConstant(reading, name)
  if (own) return [own]
  const value: Value = name === null ? given : { type: 'name', name }
  const [, owner, constant] = /(?:^|\.)(\w+)\.(\w+)$/.exec(name ?? '') ?? []
  if (name !== null && !/^[A-Z]/.test(constant ?? name)) return []
  const set = owner && /^[A-Z]/.test(owner) && reading.code.language !== 'go' ? owner : null
  return textsAt(reading, { value, at: { scope, line } }, false).map(({ text }) => ({ text, set }))
}

function ownConstant({ code }: Reading, name: string): Against | null {
  const found = constants.get(code.outline) ?? indexConstants(code.outline)
  constants.set(code.outline, found)
  return found.get(name) ?? null
}

const constants = new WeakMap<object, ReadonlyMap<string, Against>>()

function indexConstants({ sets = [] }: Reading['code']['outline']): ReadonlyMap<string, Against> {
  const namesOf = (set: string, { name = '' }: NamedText) => [`${set}.${name}`, name]
  return new Map(
    sets.flatMap(({ name: set, values }) =>
      values.flatMap((value): [string, Against][] =>
        namesOf(set, value).map((name) => [name, { text: value.text, set }]),
      ),
    ),
  )
}

/** The set that the declared type of a value is, by its name. */
function typedSet(reading: Reading, { value, scope, line }: Comparison): string | null {
  for (const trace of reading.tracer.trace(value, { scope, line })) {
    const text = typeOf(reading, trace)
    const type = text === null ? null : typeName(text)
    const set = type && !type.list ? type.name.slice(type.name.lastIndexOf('.') + 1) : null
    if (set && !reading.code.typeNamed(set)?.fields.length) return set
    if (set && reading.code.outline.sets?.some(({ name }) => name === set)) return set
  }
  return null
}

/** The type that is declared of the value itself, or of the field of a type that it is. */
function typeOf({ code }: Reading, { types, steps }: Trace): string | null {
  const own = types.findLast(({ after }) => after === steps.length)
  if (own) return own.text
  const holder = types.findLast(({ after }) => after === steps.length - 1)
  const type = holder ? typeName(holder.text) : null
  const fields = type && !type.list ? code.typeNamed(type.name)?.fields : undefined
  return fields?.find(({ name }) => name === steps.at(-1)?.name)?.type ?? null
}

/** Members that hold one of a set, whatever the set is called. */
const states = /^(?:.*[_a-z])?(?:[sS]tatus|[sS]tate|[kK]ind|[eE]vent|[tT]ype)$/

function memberSet({ code }: Reading, value: Value): string | null {
  const member = memberOf(value)
  const called = value.type === 'call' ? code.outline.calls[value.call] : undefined
  const [key] = called?.name === 'get' && called.receiver ? called.arguments : []
  const [text] = key?.type === 'text' && key.parts.length === 1 ? key.parts : []
  const name = typeof text === 'string' ? text : member
  return name !== null && states.test(name) ? spelt(name, ['snake']) : null
}

function memberOf(value: Value): string | null {
  if (value.type === 'member') return value.member
  if (value.type !== 'name') return null
  const at = value.name.lastIndexOf('.')
  return at === -1 ? null : value.name.slice(at + 1)
}
