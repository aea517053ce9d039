import type { Fact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { isHelmText } from './shared/helm-text.js'
import { queryFacts } from './shared/metric-query.js'
import { readYaml } from './shared/read-yaml.js'
import { everyNode, type Tree } from './shared/tree.js'

/** Service level objectives of OpenSLO, Sloth and Pyrra: the metrics that their indicators read. */
export const slo: Format = {
  id: 'slo',
  mayBe: (path) => /\.ya?ml$/.test(path) && !/(?:^|\/)\.github\//.test(path),
  facts: (path, text) => {
    if (!isObjective.test(text) || isHelmText(text)) return { facts: [], problems: [] }
    const { documents, problem } = readYaml(text)
    return { facts: documents.flatMap(indicatorFacts), problems: problem ? [{ problem, path }] : [] }
  },
}

const isObjective =
  /^(?:apiVersion:\s*["']?(?:openslo\/|sloth\.slok\.dev\/|pyrra\.dev\/)|version:\s*["']?prometheus\/v1)/m

function indicatorFacts(tree: Tree): readonly Fact[] {
  return [...everyNode(tree)].flatMap(([node, keys]) =>
    node.type === 'text' && isQuery(keys) ? queryFacts('slo.query', node) : [],
  )
}

/** `metricSource.spec.query`, `sli.events.error_query`, `indicator.ratio.errors.metric` */
function isQuery(keys: readonly string[]): boolean {
  const last = keys.at(-1) ?? ''
  if (/^(?:error_?query|total_?query|error_?ratio_?query)$/i.test(last)) return true
  return (
    (last === 'query' && keys.includes('metricSource')) || (last === 'metric' && keys.includes('indicator'))
  )
}
