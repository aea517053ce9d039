import type { ActionPattern, ClassAction } from '../../domain/fact.js'
import { ancestors, directoryOf } from './paths.js'
import type { World } from './world.js'

/** The patterns of the application that a file belongs to: of the nearest folder above it that has any, or the only one. */
export function patternsNear(world: World): (path: string) => readonly ActionPattern[] {
  const byFolder = new Map<string, ActionPattern[]>()
  for (const { path, facts } of world.files) {
    const folder = directoryOf(path)
    for (const each of facts.patterns ?? []) byFolder.set(folder, [...(byFolder.get(folder) ?? []), each])
  }
  const [only] = byFolder.size === 1 ? byFolder.values() : []
  return (path) => {
    const folder = ancestors(path).find((each) => byFolder.has(each))
    return (folder === undefined ? only : byFolder.get(folder)) ?? []
  }
}

type Given = { readonly area: string | null; readonly controller: string; readonly action: ClassAction }

/**
 * The path by which a pattern reaches an action; null when it does not. What may be left out is there where the action takes
 * it: `/orders/show/{}` for `show(int id)` by `{controller}/{action}/{id?}`.
 */
export function patternPath({ pattern, area }: ActionPattern, given: Given): string | null {
  const named = /\{area[:=?}]/.test(pattern)
  // An area is reached by patterns of that area alone, and they reach nothing else.
  if (named ? given.area === null : (area ?? null) !== given.area) return null
  const parts = pattern.split('/').flatMap((segment) => {
    const parameter = /^\{\*{0,2}(\w+)(?:[:=][^{}]*)?(\??)\}$/.exec(segment)
    if (!parameter) return [segment]
    const [, name = '', optional = ''] = parameter
    const word = wordFor(name, given)
    if (word !== null) return [word]
    const isTaken = given.action.parameters.some((each) => each.toLowerCase() === name.toLowerCase())
    return optional === '' || isTaken ? ['{}'] : []
  })
  return `/${parts.join('/')}`
}

function wordFor(name: string, { area, controller, action }: Given): string | null {
  switch (name.toLowerCase()) {
    case 'area':
      return area
    case 'controller':
      return controller
    case 'action':
      return action.name
    default:
      return null
  }
}
