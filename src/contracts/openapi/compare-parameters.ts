import { asObject, type Json } from '../shared/json.js'
import { compareSchemas, plain } from './compare-content.js'
import type { Comparing } from './comparing.js'
import type { Difference, Site } from './difference.js'
import { type OperationPair, parameterNames } from './pairing.js'
import type { Parameter } from './read/operation.js'

/** Differences of what is passed beside the body. A parameter is the same when its place and name are. */
export function compareParameters(
  comparing: Comparing,
  pair: OperationPair,
  site: Site,
): readonly Difference[] {
  const names = parameterNames(pair)
  const head = pair.new.parameters
  const taken = new Set<Parameter>()
  const paired = pair.old.parameters.map((old) => {
    const name = old.where === 'path' ? (names.get(old.name) ?? old.name) : old.name
    const found = head.find((each) => each.where === old.where && isSameName(each, name)) ?? null
    if (found) taken.add(found)
    return { old, new: found }
  })
  const lonely = {
    old: paired.filter((each) => !each.new).map((each) => each.old),
    new: head.filter((each) => !taken.has(each)),
  }
  const exploded = pairExploded(comparing, lonely.old, lonely.new)
  const isFree = (each: Parameter) => !exploded.some((found) => found.used.includes(each))
  return [
    ...paired.flatMap(({ old, new: same }) => (same ? compareParameter(comparing, old, same, site) : [])),
    ...exploded.flatMap(({ old, new: same }) => compareParameter(comparing, old, same, site)),
    ...lonely.old.filter(isFree).map((old) => removed(old, site)),
    ...lonely.new.filter(isFree).map((added) => appeared(added, site)),
  ]
}

/** Header names do not tell case apart. */
function isSameName(parameter: Parameter, name: string): boolean {
  return parameter.where === 'header'
    ? parameter.name.toLowerCase() === name.toLowerCase()
    : parameter.name === name
}

function removed(old: Parameter, site: Site): Difference {
  const named = { ...site, parameter: { old, new: null } }
  const parameter = plain('parameter', 'request-parameter', named)
  return { ...parameter, from: old.name, old: old.line, new: site.new?.line ?? null }
}

function appeared(head: Parameter, site: Site): Difference {
  const named = { ...site, parameter: { old: null, new: head } }
  return { ...plain('parameter', 'request-parameter', named), to: head.name, new: head.line }
}

function compareParameter(
  comparing: Comparing,
  old: Parameter,
  head: Parameter,
  site: Site,
): readonly Difference[] {
  const named = { ...site, parameter: { old, new: head } }
  const required = plain('parameter-required', 'request-parameter', named)
  return [
    ...(old.required === head.required
      ? []
      : [{ ...required, from: old.required, to: head.required, old: old.line, new: head.line }]),
    ...compareSchemas(comparing, old.schema, head.schema, {
      root: 'request-parameter',
      inside: 'request-parameter-property',
      site: named,
    }),
  ]
}

type Exploded = { readonly old: Parameter; readonly new: Parameter; readonly used: readonly Parameter[] }

/**
 * An object in the query that is sent as one name for each property is the same as those names as parameters of their
 * own: `filter: { status, since }` and `status`, `since`.
 */
function pairExploded(
  comparing: Comparing,
  old: readonly Parameter[],
  head: readonly Parameter[],
): readonly Exploded[] {
  return [
    ...old.flatMap((plainOne) =>
      head.flatMap((whole) => {
        const part = partOf(comparing.new.resolve(whole.schema).value, plainOne, whole)
        return part ? [{ old: plainOne, new: part, used: [plainOne, whole] }] : []
      }),
    ),
    ...head.flatMap((plainOne) =>
      old.flatMap((whole) => {
        const part = partOf(comparing.old.resolve(whole.schema).value, plainOne, whole)
        return part ? [{ old: part, new: plainOne, used: [plainOne, whole] }] : []
      }),
    ),
  ]
}

/** The property of an exploded object as a parameter of its own. */
function partOf(schema: Json, parameter: Parameter, whole: Parameter): Parameter | null {
  if (!whole.isFormExploded || whole.where !== parameter.where) return null
  const property = asObject(asObject(schema)?.['properties'])?.[parameter.name]
  return property === undefined ? null : { ...whole, name: parameter.name, schema: property }
}
