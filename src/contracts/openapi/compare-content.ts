import type { Line } from '../../domain/place.js'
import type { Json } from '../shared/json.js'
import type { FoundDifference } from '../shared/schema/difference.js'
import { readSchema } from '../shared/schema/schema.js'
import type { Comparing } from './comparing.js'
import type { Difference, Site, Spot } from './difference.js'
import { containsMediaType } from './media-type.js'
import type { Media } from './read/operation.js'

type MediaPair = { readonly old: Media; readonly new: Media }

/** Differences of a body or an answer: which media types it has, and their schemas. */
export function compareContent(
  comparing: Comparing,
  site: Site,
  sides: { readonly old: readonly Media[]; readonly new: readonly Media[]; readonly line: Line | null },
): readonly Difference[] {
  const root: Spot = site.status === undefined ? 'request-body' : 'response-body'
  const inside: Spot = site.status === undefined ? 'request-property' : 'response-property'
  const pairs = pairMedia(sides.old, sides.new)
  const removed = sides.old.filter((each) => !pairs.some((pair) => pair.old === each))
  return [
    ...removed.map((each) => ({
      ...plain('media-type', root, { ...site, mediaType: each.name }),
      from: each.name,
      old: each.line,
      new: sides.line,
    })),
    ...pairs.flatMap((pair) => {
      const named = { ...site, mediaType: pair.new.name }
      return [
        ...nameDifference(pair, root, named),
        ...compareMedia(comparing, pair, { root, inside, site: named }),
      ]
    }),
  ]
}

/** A difference without values. */
export function plain(aspect: Difference['aspect'], spot: Spot, site: Site): Difference {
  return {
    aspect,
    spot,
    site,
    field: '',
    property: '',
    from: undefined,
    to: undefined,
    old: null,
    new: null,
    pair: null,
  }
}

/** The same name first; then names of which one understands the other. */
function pairMedia(old: readonly Media[], head: readonly Media[]): readonly MediaPair[] {
  const free = new Set(head)
  const take = (each: Media, same: (candidate: Media) => boolean): readonly MediaPair[] => {
    const found = [...free].find(same)
    if (!found) return []
    free.delete(found)
    return [{ old: each, new: found }]
  }
  const exact = old.flatMap((each) => take(each, ({ name }) => name === each.name))
  const rest = old.filter((each) => !exact.some((pair) => pair.old === each))
  return [
    ...exact,
    ...rest.flatMap((each) =>
      take(each, ({ name }) => containsMediaType(name, each.name) || containsMediaType(each.name, name)),
    ),
  ]
}

function nameDifference({ old, new: head }: MediaPair, spot: Spot, site: Site): readonly Difference[] {
  if (old.name === head.name) return []
  const named = plain('media-type-name', spot, site)
  return [{ ...named, from: old.name, to: head.name, old: old.line, new: head.line }]
}

type Spots = { readonly root: Spot; readonly inside: Spot; readonly site: Site }

function compareMedia(
  comparing: Comparing,
  { old, new: head }: MediaPair,
  spots: Spots,
): readonly Difference[] {
  const [before, after] = [old.schema, head.schema]
  if ((before === undefined) !== (after === undefined)) {
    const existence = plain('media-type-schema', spots.root, spots.site)
    return [{ ...existence, from: before, to: after, old: old.line, new: head.line }]
  }
  return compareSchemas(comparing, before, after, spots)
}

/** Differences of two schemas at a place; a schema that is unknown on one side is not judged. */
export function compareSchemas(
  comparing: Comparing,
  before: Json | undefined,
  after: Json | undefined,
  { root, inside, site }: Spots,
): readonly Difference[] {
  if (before === undefined || after === undefined) return []
  const [old, head] = [readSchema(comparing.old, before), readSchema(comparing.new, after)]
  if (!old || !head) return []
  return comparing.graph.differences({ old, new: head }).map((each: FoundDifference) => ({
    aspect: each.aspect,
    spot: each.atRoot ? root : inside,
    site,
    field: each.field,
    property: each.property,
    from: each.from,
    to: each.to,
    old: each.old,
    new: each.new,
    pair: each.pair,
  }))
}
