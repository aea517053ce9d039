import type { Framework } from '../../domain/framework.js'
import type { Definition, Scope } from '../../domain/outline.js'
import { enter } from './enter.js'
import { nowhere, type Place } from './place.js'
import type { Reading } from './reading.js'
import { functionName } from './router-name.js'

/** Blocks inside each other, deeper than people nest them. */
const maxDepth = 24

/** As many places as one block is kept for; what machines multiply further is cut. */
const maxPlaces = 100

const blocksOf = new WeakMap<Reading, ReadonlyMap<number, number>>()
const placesOf = new WeakMap<Reading, Map<string, readonly Place[]>>()

/** Where a declaration at this place of the file lives: several where its block is kept for several; none where it is none. */
export function placesAt(reading: Reading, framework: Framework, scope: Scope): readonly Place[] {
  const known = placesOf.get(reading) ?? new Map<string, readonly Place[]>()
  placesOf.set(reading, known)
  const key = `${framework.id} ${scope}`
  const found = known.get(key)
  if (found) return found
  // A block that is kept inside itself lives nowhere.
  known.set(key, [])
  const places = findPlaces(reading, framework, scope)
  known.set(key, places)
  return places
}

function findPlaces(reading: Reading, framework: Framework, scope: Scope): readonly Place[] {
  const { calls, top } = blocksAround(reading, scope)
  if (calls.length > maxDepth) return []
  const [outermost] = calls
  const rooted = outermost !== undefined && reading.recognised(outermost, 'block').some(isRouter(framework))
  const begun = calls.findLastIndex((call) => reading.recognised(call, 'block').some(isBeginning(framework)))
  const start = rooted || begun >= 0 ? nowhere : atTop(reading, framework, top)
  if (!start) return []
  return calls
    .slice(Math.max(begun, 0))
    .reduce<readonly Place[]>(
      (places, call) => enter({ reading, framework, placesAt }, places, call).slice(0, maxPlaces),
      [start],
    )
}

function isRouter(framework: Framework) {
  return ({ entry, rule }: { entry: { framework: Framework }; rule: { router?: string } }) =>
    entry.framework === framework && rule.router !== undefined
}

function isBeginning(framework: Framework) {
  return ({ entry, rule }: { entry: { framework: Framework }; rule: { begins?: true } }) =>
    entry.framework === framework && rule.begins === true
}

/** Outside of all blocks: the top of a file, the body of a class that is a router, or of a function that extends one. */
function atTop(reading: Reading, { blocks }: Framework, top: Scope): Place | null {
  const definition = top === null ? undefined : reading.code.outline.definitions[top]
  if (definition === undefined) {
    if (blocks?.drawn !== undefined) return { ...nowhere, receiver: blocks.drawn, drawn: !blocks.file }
    return blocks?.file ? nowhere : null
  }
  const isKnown = ({ kind, bases }: Definition) =>
    kind === 'class' && bases.some((base) => blocks?.classes?.includes(base))
  if (isKnown(definition)) return { ...nowhere, receiver: definition.name }
  if (top !== null && blocks?.functions?.includes(definition.extension ?? ''))
    return { ...nowhere, receiver: functionName(reading, top) }
  const owner = definition.owner === null ? null : reading.code.typeNamed(definition.owner)
  return blocks?.methods && owner && isKnown(owner) ? nowhere : null
}

/** The calls whose functions stand around a place, the outermost first, and what stands around those. */
function blocksAround(
  reading: Reading,
  scope: Scope,
): { readonly calls: readonly number[]; readonly top: Scope } {
  const blocks = blocksOf.get(reading) ?? givenFunctions(reading)
  blocksOf.set(reading, blocks)
  const calls: number[] = []
  let top = scope
  for (let call = callOf(top); call !== undefined && calls.length <= maxDepth; call = callOf(top)) {
    calls.push(call)
    top = reading.code.outline.calls[call]?.scope ?? null
  }
  return { calls: calls.toReversed(), top }

  function callOf(definition: Scope) {
    return definition === null ? undefined : blocks.get(definition)
  }
}

/** Functions that calls are given, by their definitions. */
function givenFunctions(reading: Reading): ReadonlyMap<number, number> {
  return new Map(
    [...reading.code.outline.calls.entries()].flatMap(([index, call]) =>
      [...call.arguments, ...Object.values(call.keywords)].flatMap((value): [number, number][] =>
        value.type === 'function' ? [[value.definition, index]] : [],
      ),
    ),
  )
}
