import type { Entry, Rulebook } from './rulebook.js'

/** A framework, by one of its rules, and what its routers are made by: `express()`, `express.Router()`. */
export type KnownRouters = { readonly entry: Entry; readonly made: ReadonlySet<string> }

const known = new WeakMap<Rulebook, readonly KnownRouters[]>()

/** The routers of every framework of a rulebook, gathered once: they are asked for at every argument of every call. */
export function knownRouters(rulebook: Rulebook): readonly KnownRouters[] {
  const routers = known.get(rulebook) ?? gather(rulebook)
  known.set(rulebook, routers)
  return routers
}

function gather({ calls, decorators }: Rulebook): readonly KnownRouters[] {
  const byFramework = new Map<string, { readonly entry: Entry; readonly made: Set<string> }>()
  for (const entry of [...calls.values(), ...decorators.values()].flat()) {
    if (entry.rule.emit !== 'route' && entry.rule.emit !== 'mount') continue
    const { id } = entry.framework
    const routers = byFramework.get(id) ?? { entry, made: new Set<string>() }
    for (const each of entry.rule.match.receiver ?? []) if (each.endsWith(')')) routers.made.add(each)
    byFramework.set(id, routers)
  }
  return [...byFramework.values()].filter(({ made }) => made.size > 0)
}
