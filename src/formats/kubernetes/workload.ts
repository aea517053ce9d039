import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { below, itemsOf, type Tree, textOf } from '../shared/tree.js'
import { containerFacts } from './container.js'

/** What runs: a workload stands for a deployed service of its name. */
export function workloadFacts(manifest: Tree): readonly Fact[] {
  const named = below(manifest, 'metadata', 'name') ?? below(manifest, 'metadata', 'generateName')
  const service = textOf(named)?.replace(/-$/, '')
  const pod = podOf(manifest)
  if (!named || !service || !pod) return []
  const containers = [...itemsOf(below(pod, 'containers')), ...itemsOf(below(pod, 'initContainers'))]
  return [
    ...elementFact({ line: named.line, rule: 'kubernetes.workload' }, 'declares', ['service', service]),
    ...containers.flatMap((container) => containerFacts(service, container)),
  ]
}

function podOf(manifest: Tree): Tree | undefined {
  return (
    below(manifest, 'spec', 'jobTemplate', 'spec', 'template', 'spec') ??
    below(manifest, 'spec', 'template', 'spec') ??
    below(manifest, 'spec')
  )
}
