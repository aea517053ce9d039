import type { Fact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { elementFact, readVariable } from './shared/fact-of.js'
import { queryFacts } from './shared/metric-query.js'
import { readYaml } from './shared/read-yaml.js'
import { linesWithoutComments, referencesIn } from './shared/references.js'
import { below, everyNode, itemsOf, type Tree, textOf } from './shared/tree.js'

/** What Grafana is provisioned with: its sources with their indexes and hosts, and its alerts with their queries. */
export const grafanaProvisioning: Format = {
  id: 'grafana-provisioning',
  mayBe: (path) => /\.ya?ml$/.test(path) && !/(?:^|\/)\.github\//.test(path),
  facts: (path, text) => {
    if (
      !/^apiVersion:[ \t]*["']?1["']?[ \t]*(?:#.*)?$/m.test(text) ||
      !/^(?:datasources|groups):/m.test(text)
    )
      return { facts: [], problems: [] }
    const { documents, problem } = readYaml(text)
    const facts = [
      ...documents.flatMap((tree) => itemsOf(below(tree, 'datasources')).flatMap(sourceFacts)),
      ...documents.flatMap((tree) => alertFacts(below(tree, 'groups'))),
      ...asked(text),
    ]
    return { facts, problems: problem ? [{ problem, path }] : [] }
  },
}

function sourceFacts(source: Tree): readonly Fact[] {
  const isOfLogs = /elastic|opensearch/.test(textOf(below(source, 'type')) ?? '')
  const indexes = [
    below(source, 'jsonData', 'database'),
    below(source, 'jsonData', 'index'),
    below(source, 'database'),
  ]
  const url = below(source, 'url')
  const [, host = '', port = ''] = /^https?:\/\/([\w.-]+):(\d+)/.exec(textOf(url) ?? '') ?? []
  return [
    ...(isOfLogs ? indexes : []).flatMap((node) =>
      node
        ? elementFact({ line: node.line, rule: 'grafana-provisioning.index' }, 'reads', [
            'index',
            textOf(node) ?? '',
          ])
        : [],
    ),
    ...elementFact({ line: url?.line ?? 0, rule: 'grafana-provisioning.source' }, 'uses', [
      'port',
      host,
      port,
    ]),
  ]
}

function alertFacts(groups: Tree | undefined): readonly Fact[] {
  return groups
    ? [...everyNode(groups)].flatMap(([node, keys]) =>
        node.type === 'text' && keys.at(-1) === 'expr' && keys.at(-2) === 'model'
          ? queryFacts('grafana-provisioning.alert', node)
          : [],
      )
    : []
}

/** Grafana fills in `$NAME` and `${NAME}` of its own environment. */
function asked(text: string): readonly Fact[] {
  return linesWithoutComments(text).flatMap(([words, line]) =>
    referencesIn(words, 'bare').flatMap(({ name }) =>
      readVariable({ line, rule: 'grafana-provisioning.variable' }, name, false),
    ),
  )
}
