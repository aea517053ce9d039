import type { ElementFrom, Word } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { assignedTo } from './assigned.js'
import { foreignName } from './begins.js'
import type { AnyPlace, Item } from './element-place.js'
import { constantOf, variableOf } from './environment.js'
import { expressionOf } from './expression.js'
import { isHole, type Piece } from './piece.js'
import type { Reading } from './reading.js'
import { decoratorSite } from './recognise.js'
import { spelt } from './spelling.js'
import { type Taken, take, takeBelow } from './take.js'
import { textsOf } from './text.js'
import type { Trace } from './trace.js'
import { literalOf } from './url.js'

/** A word as it stands in an element, and where it is written: null when that is no line of its own. */
export type Spoken = {
  readonly text: string
  readonly line: number | null
  readonly default?: string
  readonly isGuess?: true
}

/** Longer than names are. */
const maxLength = 200

function isShort({ text }: Spoken): boolean {
  return text.length <= maxLength
}

/** What a word can be: several where the code chooses, none where it is not known. */
export function spokenWords(
  reading: Reading,
  place: AnyPlace,
  word: readonly ElementFrom[] | Word,
): readonly Spoken[] {
  const {
    from,
    fit,
    spell,
    before = '',
    after = '',
    open,
    guess,
    default: otherwise,
  } = isPlain(word) ? { ...plain, from: word } : { ...plain, ...word }
  const expression = fit === undefined ? null : expressionOf(place.entry.framework, fit)
  let isWritten = false
  for (const each of from) {
    const found = whereverTaken(reading, place, each)
    if (found === null) continue
    // An object at the place of a name says other things.
    isWritten ||= 'text' in found || found.value.type !== 'object'
    const texts = 'text' in found ? [found].filter(isShort) : writtenTexts(reading, found, open === true)
    const fitting = texts.flatMap((spoken) => {
      const text = expression ? expression.exec(spoken.text)?.[1] : spoken.text
      return text === undefined || !(isName(text) || 'text' in found)
        ? []
        : [{ ...spoken, text: `${before}${spelt(text, spell)}${after}` }]
    })
    if (fitting.length) return fitting
  }
  if (isWritten) return []
  if (guess) return spokenWords(reading, place, guess).map((spoken) => ({ ...spoken, isGuess: true }))
  return otherwise === undefined ? [] : [{ text: otherwise, line: null }]
}

const plain: Omit<Word, 'from'> = {}

function isPlain(word: readonly ElementFrom[] | Word): word is readonly ElementFrom[] {
  return Array.isArray(word)
}

/** A value, or a name that is told without one. */
function whereverTaken(reading: Reading, place: AnyPlace, from: ElementFrom): Taken | Spoken | null {
  const words = from.split(' ')
  if (words.at(-1) === 'shown') {
    const taken = takenAt(reading, place, words.slice(0, -1).join(' '))
    return spoken(taken && reading.show(taken.value))
  }
  return words[0] === 'outer'
    ? itemAt(reading, place.items[1], words.slice(1))
    : (itemAt(reading, place.items[0], words) ??
        namedAt(reading, place, words) ??
        takenAt(reading, place, from))
}

/** The value at a place that an element rule names; null when there is none, or when the place is a mere name. */
export function takenAt(reading: Reading, place: AnyPlace, from: ElementFrom): Taken | null {
  const words = from.split(' ')
  const isOuter = words[0] === 'outer'
  const item = place.items[isOuter ? 1 : 0]
  const [first, ...rest] = isOuter ? words.slice(1) : words
  if (first === 'item')
    return item?.value ? takeBelow(reading.tracer, rest, { value: item.value, at: item.at }) : null
  if (first === 'class' && rest[0] === 'decorator') return classDecorator(reading, place, rest.slice(1))
  if (first === 'class' && rest.length === 2) return ofClass(reading, classIndex(reading, place), rest)
  if (first === 'literal' && 'literal' in place.matched)
    return takeBelow(reading.tracer, rest, { value: place.matched.literal, at: place.site.at })
  if (ownWords.has(first ?? '') || (first === 'receiver' && rest[0] === 'name')) return null
  return take(reading.tracer, from, place.site, place.callee)
}

const ownWords: ReadonlySet<string> = new Set([
  'name',
  'class',
  'decorated',
  'assigned',
  'type',
  'key',
  'fields',
  'methods',
])

function itemAt(reading: Reading, item: Item | undefined, words: readonly string[]): Taken | Spoken | null {
  if (!item) return null
  if (words[0] === 'key') return item.key === null ? null : { text: item.key, line: item.line }
  if (words[0] !== 'item') return null
  const own = words[1] === 'type' ? item.type : words[1] === 'tag' ? item.tag : undefined
  if (own !== undefined) return own === '' ? null : { text: own, line: item.line }
  return item.value ? takeBelow(reading.tracer, words.slice(1), { value: item.value, at: item.at }) : null
}

function namedAt(reading: Reading, place: AnyPlace, words: readonly string[]): Spoken | null {
  const { outline } = reading.code
  const { matched, site } = place
  switch (words.join(' ')) {
    case 'name':
      return { text: site.name, line: site.line }
    case 'class':
      return spoken(classOf(reading, place))
    case 'decorated':
      return 'decorator' in matched ? spoken(decorated(reading, matched.decorator), site.line) : null
    case 'decorated in module': {
      const name = 'decorator' in matched ? decorated(reading, matched.decorator) : null
      return spoken(name && `{module}.${name}`)
    }
    case 'assigned':
      return 'call' in matched ? spoken(assignedTo(outline, matched.call), site.line) : null
    case 'receiver name': {
      const receiver = take(reading.tracer, 'receiver', site, place.callee)
      return spoken(receiver && lastName(reading.show(receiver.value)))
    }
  }
  const [type, position] = words
  if (type !== 'type' || !('call' in matched)) return null
  return spoken(outline.calls[matched.call]?.typeArguments[Number(position)] ?? null)
}

function spoken(text: string | null, line: number | null = null): Spoken | null {
  return text ? { text, line } : null
}

function lastName(shown: string): string {
  return shown.slice(shown.lastIndexOf('.') + 1)
}

/** The class that a place stands in, or that was matched. */
export function classOf(reading: Reading, { matched, scope }: AnyPlace): string | null {
  const { definitions } = reading.code.outline
  if ('owner' in matched) return matched.owner
  if ('class' in matched) return definitions[matched.class]?.name ?? null
  return reading.code.ownerOf(scope)
}

function decorated(reading: Reading, index: number): string | null {
  const { decorators, definitions } = reading.code.outline
  const decorator = decorators[index]
  const target = decorator && definitions[decorator.target]
  if (!decorator || !target) return null
  if (decorator.on && 'field' in decorator.on) return decorator.on.field
  return decorator.on ? (target.parameters[decorator.on.parameter]?.name ?? null) : target.name
}

/** `class field Meta.db_table`, also of a class inside it, and `class method TableName`: what it returns first. */
function ofClass(reading: Reading, index: number, [what, name = '']: readonly string[]): Taken | null {
  const { definitions } = reading.code.outline
  const owner = definitions[index]
  const [head = '', ...inner] = name.split('.')
  if (!owner) return null
  if (what === 'method') {
    const method = definitions.findIndex((each) => each.owner === owner.name && each.name === name)
    const [value] = method === -1 ? [] : reading.code.returnsOf(method)
    return value ? { value, at: { scope: method, line: Number.MAX_SAFE_INTEGER } } : null
  }
  if (inner.length) {
    const inside = definitions.findIndex(
      (each) => each.scope === index && each.kind === 'class' && each.name === head,
    )
    return ofClass(reading, inside, [what ?? '', inner.join('.')])
  }
  const field = owner.fields.find((each) => each.name === name)
  return field?.value ? { value: field.value, at: { scope: null, line: field.line } } : null
}

function classIndex(reading: Reading, place: AnyPlace): number {
  const { definitions } = reading.code.outline
  if ('class' in place.matched) return place.matched.class
  const name = classOf(reading, place)
  return definitions.findIndex((each) => each.name === name && /^(?:class|type)$/.test(each.kind))
}

/** `class decorator Entity argument 0`: of the class that the place stands in. */
function classDecorator(reading: Reading, place: AnyPlace, words: readonly string[]): Taken | null {
  const owner = classOf(reading, place)
  const [name, ...rest] = words
  const { decorators, definitions } = reading.code.outline
  const found = decorators.find((each) => {
    const target = definitions[each.target]
    return each.name === name && !each.on && target?.kind === 'class' && target.name === owner
  })
  return found ? take(reading.tracer, rest.join(' '), decoratorSite(reading.code, found), null) : null
}

/** The texts that a value is, as words: none where it has parts that are not known, unless it may be open. */
export function textsAt(reading: Reading, taken: Taken, isOpen: boolean): readonly Spoken[] {
  return writtenTexts(reading, taken, isOpen).filter(({ text }) => isName(text))
}

/** The same, also of texts that are no words: a part of them may be one. */
function writtenTexts(reading: Reading, taken: Taken, isOpen: boolean): readonly Spoken[] {
  return textsOf(reading, taken.value, taken.at).flatMap((pieces) => {
    const parts = pieces.map((piece) => pieceOf(reading, piece, isOpen))
    if (parts.some((part) => part === null)) return []
    const known = parts.filter((part) => part !== null)
    const text = known.map((part) => part.text).join('')
    const isSaid = known.some((part) => part.text !== '{}' && /\S/.test(part.text))
    const line = known.findLast((part) => part.line && /\w/.test(part.text))?.line ?? null
    const fallback = known.length === 1 ? known[0]?.default : undefined
    return isSaid ? [{ text, line, ...(fallback === undefined ? {} : { default: fallback }) }] : []
  })
}

/** Elements are words with a space between them, and those of names and texts that a person would read. */
function isName(text: string): boolean {
  return text.length <= maxLength && !/[\p{C}]|^\s|\s$/u.test(text) && !/\s(?!\S+\})/.test(text)
}

function pieceOf(reading: Reading, piece: Piece, isOpen: boolean): Spoken | null {
  if (!isHole(piece)) return { text: piece.text, line: piece.line }
  const traces = piece.traces.flatMap((trace) => returnedTraces(reading, trace))
  const variable = traces.map((trace) => variableOf(reading, trace)).find((each) => each !== null)
  const literals = traces.map(literalOf).filter((each) => each !== null)
  if (variable) {
    const written = variable.fallback ? fallbackOf(reading, variable.fallback) : (literals[0] ?? null)
    return { text: `{env ${variable.name}}`, line: null, ...(written === null ? {} : { default: written }) }
  }
  if (literals.length === 1 && traces.length === 1) return { text: literals[0] ?? '', line: null }
  const foreign = traces
    .map((trace) => foreignName(reading, trace) ?? ownName(reading, trace))
    .find((name) => name !== null)
  if (foreign) return { text: `{of ${foreign}${isOpen ? '?' : ''}}`, line: null }
  return isOpen ? { text: '{}', line: null } : null
}

/** What a function of this blob that is called without arguments returns: `getTopic()`. */
function returnedTraces(reading: Reading, trace: Trace): readonly Trace[] {
  const [step, ...others] = trace.steps
  const { source } = trace
  if (source.type !== 'definition' || step?.name !== '()' || others.length) return [trace]
  const at = { scope: source.index, line: Number.MAX_SAFE_INTEGER }
  return reading.code.returnsOf(source.index).flatMap((value) => reading.tracer.trace(value, at))
}

/** A function that some rule may keep a text for: the name of the task that it is. */
function ownName(reading: Reading, { source, steps }: Trace): string | null {
  if (source.type !== 'definition' || steps.length) return null
  return reading.code.outline.definitions[source.index]?.name || null
}

function fallbackOf(reading: Reading, value: Value): string | null {
  return constantOf(reading, value, { scope: null, line: Number.MAX_SAFE_INTEGER })
}
