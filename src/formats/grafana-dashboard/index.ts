import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { queryFacts } from '../shared/metric-query.js'
import { readJson } from '../shared/read-json.js'
import { below, entriesOf, itemsOf, type Tree, textOf } from '../shared/tree.js'
import { fieldFacts, isOfLogs } from './log-query.js'
import { streamFacts } from './streams.js'

/** Grafana's dashboards: metrics, indexes and fields of logs that panels, variables and annotations read. */
export const grafanaDashboard: Format = {
  id: 'grafana-dashboard',
  mayBe: (path) => /\.json$/.test(path),
  facts: (path, text) => {
    if (!/"panels"\s*:|"rows"\s*:/.test(text) || !/"(?:targets|templating)"\s*:/.test(text)) return nothing
    const { documents, problem } = readJson(text)
    return {
      facts: documents.flatMap((tree) => factsBelow(tree, '')).slice(0, maxFacts),
      problems: problem ? [{ problem, path }] : [],
    }
  },
}

const nothing = { facts: [], problems: [] }

/** More than any dashboard reads. */
const maxFacts = 5_000

/** The source of a target is its own, or that of the panel around it. */
function factsBelow(tree: Tree, above: string): readonly Fact[] {
  const given = below(tree, 'datasource')
  const source = textOf(below(given, 'type')) ?? textOf(given) ?? above
  return [
    ...targetFacts(tree, source),
    ...entriesOf(tree).flatMap(({ value }) => factsBelow(value, source)),
    ...itemsOf(tree).flatMap((item) => factsBelow(item, source)),
  ]
}

function targetFacts(tree: Tree, source: string): readonly Fact[] {
  if (isOfLogs(tree, source)) return fieldFacts(tree)
  return ['expr', 'query', 'definition'].flatMap((key) => {
    const node = below(tree, key)
    if (node?.type !== 'text' || node.text === '') return []
    if (key === 'expr') return isOfStreams(source, node.text) ? streamFacts(node) : metricFacts(node)
    return /prometheus|mimir|thanos/i.test(source) ? metricFacts(node) : []
  })
}

function isOfStreams(source: string, query: string): boolean {
  return /loki/i.test(source) || /\|[=~]|\|\s*(?:json|logfmt|line_format)\b/.test(query)
}

/** `label_values(up{job="x"}, instance)` asks for a metric too, `metrics(…)` and `label_values(job)` for none. */
function metricFacts(node: Extract<Tree, { readonly type: 'text' }>): readonly Fact[] {
  const [, start = '', inside = ''] =
    /^(\s*(?:label_values|query_result)\()([\s\S]*)\)\s*$/.exec(node.text.slice(0, 20_000)) ?? []
  if (/^\s*(?:label_names|metrics)\(/.test(node.text)) return []
  if (start === '') return queryFacts('grafana-dashboard.query', node)
  if (start.includes('query_result')) return queryFacts('grafana-dashboard.query', { ...node, text: inside })
  const comma = inside.lastIndexOf(',')
  return comma === -1 ? [] : queryFacts('grafana-dashboard.query', { ...node, text: inside.slice(0, comma) })
}
