import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { lineAt, type TextNode } from '../shared/tree.js'

/** Labels of the streams that a LogQL query reads, and fields of their lines that it compares: `{app="x"} | json | status >= 500`. */
export function streamFacts(node: TextNode): readonly Fact[] {
  const text = node.text.slice(0, 20_000)
  const labels = [...text.matchAll(/[{,]\s*([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)\s*["`]/g)]
  const parsed = /\|\s*(?:json|logfmt|pattern|regexp)\b/.exec(text)
  const fields = parsed ? [...text.matchAll(/\|\s*([a-zA-Z_]\w*)\s*(?:=~|!~|!=|==|>=|<=|[=<>])/g)] : []
  return [...labels, ...fields].flatMap((match) =>
    elementFact({ line: lineAt(node, match.index), rule: 'grafana-dashboard.stream' }, 'reads', [
      'log',
      match[1] ?? '',
    ]),
  )
}
