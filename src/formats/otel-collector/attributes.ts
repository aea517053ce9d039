import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { everyNode, lineAt } from '../shared/tree.js'
import type { Component } from './component.js'

/** Attributes of spans and log records that statements of processors and filters read or set. */
export function attributeFacts({ part, entry }: Component): readonly Fact[] {
  if (part !== 'processors' && part !== 'connectors') return []
  return [...everyNode(entry.value)].flatMap(([node, keys]) => {
    const kind = keys.some((key) => /^(?:trace_statements|traces|spans?)$/.test(key))
      ? 'span'
      : keys.some((key) => /^(?:log_statements|logs?|log_record)$/.test(key))
        ? 'log'
        : null
    if (node.type !== 'text' || kind === null) return []
    return [...node.text.matchAll(attribute)].flatMap((match) =>
      elementFact(
        { line: lineAt(node, match.index), rule: 'otel-collector.attribute', certainty: 'likely' },
        /\bset\($/.test(node.text.slice(Math.max(0, match.index - 5), match.index)) ? 'emits' : 'reads',
        [kind, match[1] ?? match[2] ?? ''],
      ),
    )
  })
}

/** `attributes["user.email"]`, `delete_key(attributes, "user.email")`; what is of the resource is no attribute of the span. */
const attribute = /(?<!resource\.)(?<!scope\.)\battributes\["([\w.-]+)"\]|\(attributes, "([\w.-]+)"/g
