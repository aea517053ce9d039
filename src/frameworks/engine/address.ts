import type { UrlConstant } from '../../domain/fact.js'
import type { Definition, Value } from '../../domain/outline.js'
import type { Reading } from './reading.js'
import { decoratorSite } from './recognise.js'
import { joinPaths, pathAt } from './router.js'
import { type Taken, takeFirst } from './take.js'

/** Classes below each other, deeper than people nest them. */
const maxDepth = 12

/** The path that a class of this blob stands for, by the name of its type; null for any other value. */
export function addressOf(reading: Reading, value: Value): string | null {
  const addresses = value.type === 'name' ? addressesOf(reading) : []
  const name = value.type === 'name' ? value.name : ''
  const found = addresses.find((each) => each.name === name || each.name.endsWith(`.${name}`))
  return found?.path ?? null
}

/** The same, and what is written as a path. */
export function addressAt(reading: Reading, taken: Taken | null): string | null {
  return (taken && addressOf(reading, taken.value)) ?? pathAt(reading, taken)
}

/** Names under which other files may ask for these paths: `Orders.ById`. */
export function addressConstants(reading: Reading): readonly UrlConstant[] {
  return addressesOf(reading).map(({ name, path, line }) => ({
    name,
    path,
    line,
    base: { type: 'relative' },
  }))
}

type Address = { readonly name: string; readonly path: string; readonly line: number }

const known = new WeakMap<Reading, readonly Address[]>()

function addressesOf(reading: Reading): readonly Address[] {
  const addresses = known.get(reading) ?? findAddresses(reading)
  known.set(reading, addresses)
  return addresses
}

function findAddresses(reading: Reading): readonly Address[] {
  const own = ownPaths(reading)
  return [...own.keys()].flatMap((index) => {
    const path = fullPath(reading, own, index, 0)
    const definition = reading.code.outline.definitions[index]
    return path === null || !definition
      ? []
      : [{ name: nestedName(reading, definition), path, line: definition.line }]
  })
}

/** What each class says of itself, by its definition. */
function ownPaths(reading: Reading): ReadonlyMap<number, string> {
  const paths = reading.decorations('address').flatMap(({ decorator, found }): [number, string][] => {
    const each = reading.code.outline.decorators[decorator]
    if (!each || each.on !== undefined) return []
    const taken = takeFirst(reading.tracer, found.rule.path, decoratorSite(reading.code, each), found.callee)
    const path = pathAt(reading, taken)
    return path === null ? [] : [[each.target, path]]
  })
  return new Map(paths)
}

/** Below the class of its field `parent`, or of another field; null where that is one that this blob does not know. */
function fullPath(
  reading: Reading,
  own: ReadonlyMap<number, string>,
  index: number,
  depth: number,
): string | null {
  const { definitions } = reading.code.outline
  const path = own.get(index)
  const fields = definitions[index]?.fields ?? []
  if (path === undefined || depth > maxDepth) return null
  const above = [...own.keys()].find((each) => {
    const definition = definitions[each]
    return (
      each !== index &&
      definition !== undefined &&
      fields.some(({ type }) => isCalled(reading, definition, type))
    )
  })
  if (above === undefined) return fields.some(({ name }) => name === 'parent') ? null : path
  const prefix = fullPath(reading, own, above, depth + 1)
  return prefix === null ? null : joinPaths(prefix, path)
}

function isCalled(reading: Reading, definition: Definition, type: string): boolean {
  return type !== '' && `.${nestedName(reading, definition)}`.endsWith(`.${type}`)
}

/** `Orders.ById` of a class inside another. */
function nestedName(reading: Reading, definition: Definition): string {
  const words = [definition.name]
  for (let at = definition.scope; at !== null && words.length <= maxDepth; ) {
    const around = reading.code.outline.definitions[at]
    words.unshift(around?.name ?? '')
    at = around?.scope ?? null
  }
  return words.join('.')
}
