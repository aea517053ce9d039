import { createHash } from 'node:crypto'
import { factKey } from '../../lib/fact-key.js'
import type { FactScope, IndexedFact } from '../store.js'

/**
 * What a fact is found by, as a number: 52 bits of a digest, which every engine and JavaScript hold exactly. Two keys that
 * meet by chance cost one look into a file.
 */
export function postingKey({ installation, version }: FactScope, kind: string, key: string): number {
  const digest = createHash('sha256').update(`${installation}\0${version}\0${kind}\0${key}`).digest()
  return digest.readUIntBE(0, 6) * 16 + ((digest[6] ?? 0) >> 4)
}

/** Each key of a file once. */
export function postingKeys(scope: FactScope, facts: readonly IndexedFact[]): readonly number[] {
  const names = new Set(facts.map(({ fact }) => `${fact.kind}\0${factKey(fact)}`))
  return [...names].map((name) => {
    const at = name.indexOf('\0')
    return postingKey(scope, name.slice(0, at), name.slice(at + 1))
  })
}
