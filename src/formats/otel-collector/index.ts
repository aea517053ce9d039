import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { readVariable } from '../shared/fact-of.js'
import { readYaml } from '../shared/read-yaml.js'
import { linesWithoutComments, referencesIn } from '../shared/references.js'
import { below, entriesOf, type Tree } from '../shared/tree.js'
import { addressFacts } from './addresses.js'
import { attributeFacts } from './attributes.js'
import { indexFacts } from './log-index.js'
import { metricFacts } from './metrics.js'

/** Configurations of OpenTelemetry collectors: variables they need, whom they ask and tell, metrics and indexes they make. */
export const otelCollector: Format = {
  id: 'otel-collector',
  mayBe: (path) => /\.ya?ml$/.test(path) && !/(?:^|\/)\.github\//.test(path),
  facts: (path, text) => {
    if (!/^(?:receivers|exporters|processors|connectors):/m.test(text)) return nothing
    const { documents, problem } = readYaml(text)
    const configurations = documents.filter((tree) => isConfiguration(path, tree))
    if (configurations.length === 0) return nothing
    const facts = [...configurations.flatMap(partFacts), ...asked(text)]
    return { facts, problems: problem ? [{ problem, path }] : [] }
  },
}

const nothing = { facts: [], problems: [] }

/** Alertmanager has receivers too, in a list. */
function isConfiguration(path: string, tree: Tree): boolean {
  const parts = ['receivers', 'exporters', 'processors', 'connectors'].filter(
    (part) => below(tree, part)?.type === 'map',
  )
  return (
    parts.length > 0 && (below(tree, 'service', 'pipelines') !== undefined || /otel|collector/i.test(path))
  )
}

function partFacts(tree: Tree): readonly Fact[] {
  const parts = (['receivers', 'processors', 'connectors', 'exporters'] as const).flatMap((part) =>
    entriesOf(below(tree, part)).map((entry) => ({ part, type: typeOf(entry.key), entry })),
  )
  return parts.flatMap((each) => [
    ...addressFacts(each),
    ...metricFacts(each),
    ...indexFacts(each),
    ...attributeFacts(each),
  ])
}

/** `otlp_http/prometheus` is of the type `otlphttp`; new names of types have underscores. */
function typeOf(name: string): string {
  return name.replace(/\/.*$/, '').replaceAll('_', '')
}

function asked(text: string): readonly Fact[] {
  return linesWithoutComments(text).flatMap(([words, line]) =>
    referencesIn(words, 'bare').flatMap(({ name, hasDefault }) =>
      readVariable({ line, rule: 'otel-collector.variable' }, name, hasDefault),
    ),
  )
}
