import type { Emits } from './recognise.js'
import type { Entry, Rulebook } from './rulebook.js'

/**
 * Whether any rule of a kind may hold for a call, by its name and before it is traced. A name that no rule knows may be that
 * of something imported under another one, which only a trace tells.
 */
export function mayHold(rulebook: Rulebook, name: string, emits: Emits): boolean {
  const named = rulebook.calls.get(name)
  const isSpoken = emits === 'element' || emits === 'embedded'
  if (isSpoken && rulebook.named.call.length > 0) return true
  if (emits === 'mount' && rulebook.named.call.some((entry) => isMountLike(entry, name))) return true
  return named ? kindsOf(named).has(emits) : kindsOfAll(rulebook).has(emits)
}

function isMountLike({ rule, like }: Entry, name: string): boolean {
  return rule.emit === 'mount' && like.name?.test(name) === true
}

const kinds = new WeakMap<readonly Entry[], ReadonlySet<Emits>>()

function kindsOf(entries: readonly Entry[]): ReadonlySet<Emits> {
  const known = kinds.get(entries) ?? new Set(entries.map(({ rule }) => rule.emit))
  kinds.set(entries, known)
  return known
}

const allKinds = new WeakMap<Rulebook, ReadonlySet<Emits>>()

function kindsOfAll(rulebook: Rulebook): ReadonlySet<Emits> {
  const known = allKinds.get(rulebook) ?? kindsOf([...rulebook.calls.values()].flat())
  allKinds.set(rulebook, known)
  return known
}
