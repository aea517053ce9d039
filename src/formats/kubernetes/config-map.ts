import type { Fact } from '../../domain/fact.js'
import { elementFact, setVariable } from '../shared/fact-of.js'
import { below, entriesOf, type Tree, textOf } from '../shared/tree.js'

/** The keys of a config map or a secret; those that are spelt like variables may become some. A secret's values stay untold. */
export function configMapFacts(manifest: Tree): readonly Fact[] {
  const name = textOf(below(manifest, 'metadata', 'name'))
  if (name === null) return []
  const isSecret = textOf(below(manifest, 'kind')) === 'Secret'
  return ['data', 'stringData'].flatMap((part) =>
    entriesOf(below(manifest, part)).flatMap(({ key, line, value }) => [
      ...elementFact({ line, rule: 'kubernetes.config' }, 'declares', ['config', `${name}.${key}`]),
      ...(/^[A-Z][A-Z0-9_]+$/.test(key)
        ? setVariable({ line, rule: 'kubernetes.variable' }, key, isSecret ? null : textOf(value))
        : []),
    ]),
  )
}
