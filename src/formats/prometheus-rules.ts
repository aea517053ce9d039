import type { Fact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { elementFact } from './shared/fact-of.js'
import { isHelmText } from './shared/helm-text.js'
import { queryFacts } from './shared/metric-query.js'
import { readYaml } from './shared/read-yaml.js'
import { below, itemsOf, type Tree, textOf } from './shared/tree.js'
import { clientFact } from './shared/url.js'

/** Recording and alerting rules of Prometheus, as files or as resources of its operator, whose monitors are read too. */
export const prometheusRules: Format = {
  id: 'prometheus-rules',
  mayBe: (path) => /\.ya?ml$/.test(path) && !/(?:^|\/)\.github\//.test(path),
  facts: (path, text) => {
    const hasRules = /^[ \t]*groups:/m.test(text) && /\b(?:alert|record):/.test(text)
    const hasMonitor = /^kind:[ \t]*(?:ServiceMonitor|PodMonitor)\b/m.test(text)
    if ((!hasRules && !hasMonitor) || isHelmText(text)) return { facts: [], problems: [] }
    const { documents, problem } = readYaml(text)
    const facts = documents.flatMap((tree) => [...rulesOf(tree).flatMap(ruleFacts), ...monitorFacts(tree)])
    return { facts, problems: problem ? [{ problem, path }] : [] }
  },
}

function rulesOf(tree: Tree): readonly Tree[] {
  const groups = [...itemsOf(below(tree, 'groups')), ...itemsOf(below(tree, 'spec', 'groups'))]
  return groups.flatMap((group) => itemsOf(below(group, 'rules')))
}

function ruleFacts(rule: Tree): readonly Fact[] {
  const [record, expression] = [below(rule, 'record'), below(rule, 'expr')]
  return [
    ...elementFact({ line: record?.line ?? 0, rule: 'prometheus-rules.record' }, 'declares', [
      'metric',
      textOf(record) ?? '',
    ]),
    ...(expression?.type === 'text' ? queryFacts('prometheus-rules.query', expression) : []),
  ]
}

/** Prometheus asks what a monitor selects for its metrics. */
function monitorFacts(tree: Tree): readonly Fact[] {
  if (!/^(?:Service|Pod)Monitor$/.test(textOf(below(tree, 'kind')) ?? '')) return []
  const labels = below(tree, 'spec', 'selector', 'matchLabels')
  const service = textOf(below(labels, 'app')) ?? textOf(below(labels, 'app.kubernetes.io/name'))
  const endpoints = [
    ...itemsOf(below(tree, 'spec', 'endpoints')),
    ...itemsOf(below(tree, 'spec', 'podMetricsEndpoints')),
  ]
  return service === null
    ? []
    : endpoints.flatMap((endpoint) => {
        const path = below(endpoint, 'path')
        const seen = { line: path?.line ?? endpoint.line, rule: 'prometheus-rules.monitor' }
        return clientFact(seen, 'GET', `http://${service}${textOf(path) ?? '/metrics'}`)
      })
}
