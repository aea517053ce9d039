import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { isHelmText } from '../shared/helm-text.js'
import { readYaml } from '../shared/read-yaml.js'
import { below, itemsOf, type Tree, textOf } from '../shared/tree.js'
import { configMapFacts } from './config-map.js'
import { ingressFacts, routeFacts, serviceFacts, virtualServiceFacts } from './network.js'
import { workloadFacts } from './workload.js'

/** Kubernetes manifests, any number in a file: what runs, what it is given, where it listens, and what leads to it. */
export const kubernetes: Format = {
  id: 'kubernetes',
  mayBe: (path) => /\.ya?ml$/.test(path) && !/(?:^|\/)\.github\//.test(path),
  facts: (path, text) => {
    if (!/^[ \t]*(?:- )?apiVersion:/m.test(text) || !isOfKind.test(text) || isHelmText(text)) return nothing
    const { documents, problem } = readYaml(text)
    return {
      facts: documents.flatMap(manifestsIn).flatMap(manifestFacts),
      // What another engine fills in is no YAML yet, and no fault.
      problems: problem && !/\{[{%]/.test(text) ? [{ problem, path }] : [],
    }
  },
}

const nothing = { facts: [], problems: [] }

const readers: ReadonlyMap<string, (manifest: Tree) => readonly Fact[]> = new Map([
  ...['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Rollout'].map(
    (kind) => [kind, workloadFacts] as const,
  ),
  ['Service', serviceFacts],
  ['Ingress', ingressFacts],
  ['HTTPRoute', routeFacts],
  ['VirtualService', virtualServiceFacts],
  ['ConfigMap', configMapFacts],
  ['Secret', configMapFacts],
])

const isOfKind = new RegExp(`^[ \\t]*(?:- )?kind:[ \\t]*["']?(?:${[...readers.keys()].join('|')})\\b`, 'm')

/** The manifest itself, or those of a list. */
function manifestsIn(document: Tree): readonly Tree[] {
  return textOf(below(document, 'kind')) === 'List' ? itemsOf(below(document, 'items')) : [document]
}

function manifestFacts(manifest: Tree): readonly Fact[] {
  const kind = textOf(below(manifest, 'kind')) ?? ''
  if (textOf(below(manifest, 'apiVersion')) === null) return []
  const isKnative = /knative/.test(textOf(below(manifest, 'apiVersion')) ?? '')
  return (isKnative ? workloadFacts : readers.get(kind))?.(manifest) ?? []
}
