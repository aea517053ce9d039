import type { Element } from '../../domain/element.js'
import { type Detail, type Details, type ElementFact, elementKinds } from '../../domain/element-fact.js'
import type { ElementFrom, ElementRule, Word } from '../../domain/framework.js'
import { itemsOf } from './element-items.js'
import type { ElementPlace } from './element-place.js'
import { elementPlaces } from './element-places.js'
import { fieldsReadAt, type ValueRead, valueReads } from './element-reads.js'
import { type Spoken, spokenWords, takenAt } from './element-word.js'
import { expressionOf } from './expression.js'
import type { Reading } from './reading.js'
import { sentFields } from './sends.js'
import { withinOf } from './within.js'

type Place = ElementPlace<'element'>

/** The elements that a blob promises or relies on by rules for elements, each once a line. */
export function readElements(reading: Reading): readonly ElementFact[] {
  const places = elementPlaces(reading).flatMap((place) => repeated(reading, place))
  const reads = places.some(({ rule }) => rule.reader) ? valueReads(reading) : []
  const facts = places.flatMap((place) => factsAt(reading, place, reads))
  return [...new Map(facts.map((fact) => [`${fact.line} ${fact.action} ${fact.element}`, fact])).values()]
}

/** The place once for each item that its rule asks for. */
function repeated(reading: Reading, place: Place): readonly Place[] {
  const { each, eachInside, eachType, eachHolds } = place.rule
  const type = eachType === undefined ? null : expressionOf(place.entry.framework, eachType)
  const items = each ? itemsOf(reading, place, each).filter((item) => !type || type.test(item.type)) : null
  const outer = items
    ?.map((item) => withItem(place, item))
    .filter((one) => saysAll(reading, one, eachHolds)) ?? [place]
  if (!eachInside) return outer
  return outer.flatMap((one) => itemsOf(reading, one, eachInside).map((item) => withItem(one, item)))
}

function saysAll(reading: Reading, place: Place, wanted: ElementRule['eachHolds'] = {}): boolean {
  return Object.entries(wanted).every(([from, expression]) => {
    const [spoken] = spokenWords(reading, place, [from])
    return expressionOf(place.entry.framework, expression).test(spoken?.text ?? '')
  })
}

function withItem(place: Place, item: Place['items'][number]): Place {
  return { ...place, items: [item, ...place.items] }
}

function factsAt(reading: Reading, place: Place, reads: readonly ValueRead[]): readonly ElementFact[] {
  const sent = sentAt(reading, place)
  const read = fieldsReadAt(reading, place, reads)
  return spellings(reading, place).flatMap((spelling) => {
    const fact = elementFact(reading, place, spelling)
    const { details, ...bare } = fact
    return [
      // A mere kind is none: it is its fields that are told.
      ...(fact.element === fact.kind ? [] : [fact]),
      ...sent.map(({ name, line }) => ({ ...bare, line, element: `${fact.element} ${name}` })),
      ...read.map(({ name, line, scope }): ElementFact => {
        const { within, ...field } = bare
        const element = `${fact.element} ${name}`
        return { ...field, line, ...withinOf(reading.code, scope), element, action: 'reads' }
      }),
    ]
  })
}

/** As many as anybody writes at one place. */
const maxSpellings = 8

/** The element with its words filled in, in every way; none when a word is not known. */
function spellings(reading: Reading, place: Place): readonly Spoken[] {
  const start: readonly Spoken[] = [{ text: '', line: null }]
  return partsOf(place.rule.element).reduce<readonly Spoken[]>((before, part) => {
    const words = part.word === null ? [{ text: part.text, line: null }] : wordsFor(reading, place, part.word)
    return before.flatMap((one) => words.map((word) => joined(one, word))).slice(0, maxSpellings)
  }, start)
}

function joined(before: Spoken, word: Spoken): Spoken {
  const fallback = before.default ?? word.default
  return {
    text: before.text + word.text,
    // What is written last names the element most closely: the column, not the table.
    line: word.line ?? before.line,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(before.isGuess || word.isGuess ? { isGuess: true } : {}),
  }
}

function wordsFor(reading: Reading, place: Place, name: string): readonly Spoken[] {
  const group = place.groups[name]
  const word = place.rule.words?.[name]
  if (word) return spokenWords(reading, place, word)
  return group ? [{ text: group, line: null }] : []
}

type Part = { readonly text: string; readonly word: string | null }

/** `event kafka {topic}` in its parts. `{file}`, `{module}` and `{app}` are for the join to fill. */
function partsOf(element: Element): readonly Part[] {
  return element.split(/(\{\w+\})/).map((text) => {
    const word = /^\{(\w+)\}$/.exec(text)?.[1]
    return word === undefined || /^(?:file|module|app)$/.test(word)
      ? { text, word: null }
      : { text: '', word }
  })
}

function elementFact(reading: Reading, place: Place, spelling: Spoken): ElementFact {
  const { text, line, default: fallback, isGuess } = spelling
  const { rule, entry, site, scope } = place
  const given = fallback === undefined ? {} : { default: fallback }
  const details: Details = { ...given, ...detailsOf(reading, place) }
  return {
    kind: kindOf(rule),
    line: line || site.line,
    rule: entry.id,
    certainty: isGuess ? 'likely' : (rule.certainty ?? place.certainty),
    ...withinOf(reading.code, scope),
    element: text,
    action: rule.action,
    ...(Object.keys(details).length ? { details } : {}),
  }
}

function kindOf({ element }: ElementRule): ElementFact['kind'] {
  const [first = ''] = element.split(' ')
  return elementKinds.find((kind) => kind === first) ?? 'event'
}

function detailsOf(reading: Reading, place: Place): Details {
  const wanted = Object.entries(place.rule.details ?? {}) as [Detail, readonly ElementFrom[] | Word][]
  const known = wanted.flatMap(([detail, word]) => {
    const [first] = spokenWords(reading, place, word)
    return first ? [[detail, first.text]] : []
  })
  return Object.fromEntries(known)
}

function sentAt(reading: Reading, place: Place): readonly { readonly name: string; readonly line: number }[] {
  for (const from of place.rule.fields ?? []) {
    const sent = sentFields(reading, takenAt(reading, place, from))
    if (sent) return sent
  }
  return []
}
