import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { below, textOf } from '../shared/tree.js'
import type { Component } from './component.js'

/** The indexes that records are written to; what changes with the day or the record is `*`. */
export function indexFacts({ part, type, entry }: Component): readonly Fact[] {
  if (part !== 'exporters' || !/^(?:opensearch|elasticsearch)$/.test(type)) return []
  return ['logs_index', 'traces_index', 'metrics_index', 'index'].flatMap((key) => {
    const node = below(entry.value, key)
    const written = textOf(node)
    if (!node || !written) return []
    const isDated = textOf(below(entry.value, `${key}_time_format`)) !== null
    const name = `${written.replace(/%\{[^{}]*\}/g, '*')}${isDated ? '-*' : ''}`
    return elementFact({ line: node.line, rule: 'otel-collector.index' }, 'declares', ['index', name])
  })
}
