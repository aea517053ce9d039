import type { Renames } from '../../domain/change.js'
import { pathTemplate } from '../../domain/element.js'
import type { Route } from './route.js'

/**
 * The new route that took the place of one that is gone: the one with the same handler, or else the one whose path
 * shares most segments, when it shares at least half and lives in the same file. Null when none is convincing.
 */
export function successorOf(gone: Route, added: readonly Route[], renames: Renames): Route | null {
  const file = renames.get(gone.path) ?? gone.path
  const scored = added
    .map((route) => ({ route, score: scoreOf(gone, route, file) }))
    .filter(({ score }) => score >= 1)
  return scored.toSorted((one, other) => other.score - one.score)[0]?.route ?? null
}

function scoreOf(gone: Route, route: Route, file: string): number {
  const isSameHandler = gone.fact.handler !== null && route.fact.handler === gone.fact.handler
  const isSameMethod = route.fact.method === gone.fact.method
  const shared = similarity(pathTemplate(gone.fact.path), pathTemplate(route.fact.path))
  const isLikely = isSameHandler || (route.path === file && shared >= 0.5)
  return isLikely ? 1 + (isSameHandler ? 2 : 0) + (isSameMethod ? 1 : 0) + shared : 0
}

/** The part of segments that both paths have, from 0 to 1. */
function similarity(one: string, other: string): number {
  const [before, after] = [one.split('/').slice(1), other.split('/').slice(1)]
  const rest = [...after]
  const shared = before.filter((segment) => {
    const index = rest.indexOf(segment)
    if (index >= 0) rest.splice(index, 1)
    return index >= 0
  })
  return shared.length / Math.max(before.length, after.length, 1)
}
