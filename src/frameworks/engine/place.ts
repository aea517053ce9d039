import type { BlockRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import type { Site } from './recognise.js'
import { joinPaths } from './router.js'

/** What the blocks around a declaration say of it. */
export type Place = {
  /** Before the path of what is declared here. */
  readonly prefix: string
  /** Outside of every resource: where items of shallow resources live. */
  readonly base: string
  /** Of the resource around: its path, and that of one of its items. */
  readonly resource: { readonly collection: string; readonly member: string } | null
  readonly shallow: boolean
  readonly guards: readonly string[]
  /** Put before the names of handlers' classes, outermost first. */
  readonly modules: readonly string[]
  readonly controller: string | null
  /** The router that it is declared on; null when it has no name. */
  readonly receiver: string | null
  /** It counts only where its file is drawn. */
  readonly drawn: boolean
  /** Named arguments that hold for every call here. */
  readonly keywords: Readonly<Record<string, Value>>
}

export const nowhere: Place = {
  prefix: '',
  base: '',
  resource: null,
  shallow: false,
  guards: [],
  modules: [],
  controller: null,
  receiver: null,
  drawn: false,
  keywords: {},
}

/** A call with the named arguments that the blocks around give it. */
export function siteIn(place: Place, site: Site): Site {
  return { ...site, keywords: { ...place.keywords, ...site.keywords } }
}

/** Where on the resource around something stands; without one, it stands where it stands. */
export function partOf({ prefix, resource }: Place, part: BlockRule['of']): string {
  if (part === undefined || resource === null) return prefix
  if (part === 'new') return joinPaths(resource.collection, 'new')
  return resource[part]
}
