import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { below, itemsOf, type TextNode, type Tree, textOf } from '../shared/tree.js'

/** Whether this is a query of Elasticsearch or OpenSearch, by its source or by its own shape. */
export function isOfLogs(tree: Tree, source: string): boolean {
  return (
    (/elastic|opensearch/i.test(source) && below(tree, 'query') !== undefined) ||
    below(tree, 'bucketAggs') !== undefined
  )
}

/** The index that is searched, and the fields of its records by which it is searched, grouped and counted. */
export function fieldFacts(tree: Tree): readonly Fact[] {
  const query = below(tree, 'query')
  const aggregated = ['bucketAggs', 'metrics'].flatMap((key) =>
    itemsOf(below(tree, key)).flatMap((item) => below(item, 'field') ?? []),
  )
  const isPiped =
    textOf(below(tree, 'queryType')) === 'PPL' || /^\s*(?:search\s+)?source\s*=/.test(textOf(query) ?? '')
  return [
    ...aggregated.flatMap((node) => fieldFact(textOf(node) ?? '', node.line)),
    ...(query?.type === 'text' ? (isPiped ? pipedFacts(query) : luceneFacts(query)) : []),
  ]
}

/** Piped processing language: `source=otel-logs-* | where severity.text = 'x' | stats count() by eventName`. */
function pipedFacts({ text, line }: TextNode): readonly Fact[] {
  const plain = text.slice(0, maxLength).replace(/'[^']*'|"[^"]*"/g, "''")
  const index = /\bsource\s*=\s*([\w*.,-]+)/.exec(plain)?.[1] ?? ''
  const compared = [...plain.matchAll(/(?<![\w.$'])([A-Za-z_@][\w.@]*)\s*(?:!?=|[<>]|\b(?:in|like)\b\s*\()/g)]
  const listed = [
    ...plain.matchAll(/\b(?:by|fields|sort\s*-?)\s+((?:[A-Za-z_@][\w.@]*\s*,\s*){0,30}[A-Za-z_@][\w.@]*)/g),
  ]
  const fields = [
    ...compared.map(([, field = '']) => field),
    ...listed.flatMap(([, fieldsOfList = '']) => fieldsOfList.split(/\s*,\s*/)),
  ]
  const made = new Set([...plain.matchAll(/\bas\s+(\w+)/g)].map(([, name]) => name))
  return [
    ...elementFact({ line, rule: 'grafana-dashboard.index' }, 'reads', ['index', index]),
    ...fields
      .filter((field) => field !== 'source' && !made.has(field))
      .flatMap((field) => fieldFact(field, line)),
  ]
}

/** Lucene: `eventName.keyword:$event AND severity.text:ERROR`; variables of dashboards hold the same in JSON. */
function luceneFacts({ text, line }: TextNode): readonly Fact[] {
  const start = text.slice(0, maxLength)
  const inJson = [...start.matchAll(/"(field|query)"\s*:\s*"((?:[^"\\]|\\.){0,1000})"/g)]
  const queries = inJson.length
    ? inJson.flatMap(([, key, query = '']) => (key === 'query' ? [query] : []))
    : [start]
  const named = inJson.flatMap(([, key, field = '']) => (key === 'field' ? [field] : []))
  const searched = queries.flatMap((query) =>
    [...query.replace(/\\?"[^"]*"/g, '""').matchAll(/(?<![\w.:$/-])([A-Za-z_@][\w.@]*):(?!\/)/g)].map(
      ([, field = '']) => field,
    ),
  )
  return [...named, ...searched].flatMap((field) => fieldFact(field, line))
}

const maxLength = 20_000

/** `severity.text.keyword` is the text of `severity.text` as a whole. */
function fieldFact(field: string, line: number): readonly Fact[] {
  const name = field.replace(/\.keyword$/, '')
  if (/^(?:_|@timestamp$|count$)|\$/.test(name)) return []
  return elementFact({ line, rule: 'grafana-dashboard.field' }, 'reads', ['log', name])
}
