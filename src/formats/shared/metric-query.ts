import type { Fact } from '../../domain/fact.js'
import { elementFact } from './fact-of.js'
import { metricsIn } from './promql.js'
import { lineAt, type TextNode } from './tree.js'

/** The metrics that a PromQL query of a file reads, each at its line. */
export function queryFacts(rule: string, node: TextNode): readonly Fact[] {
  return metricsIn(node.text).flatMap(({ name, index, labels }) =>
    elementFact({ line: lineAt(node, index), rule }, 'reads', ['metric', name], { labels: labels.join(',') }),
  )
}
