import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { below, entriesOf, entryOf, everyNode, itemsOf, type Tree, textOf } from '../shared/tree.js'
import type { Component } from './component.js'

/** Metrics that a part of the collector makes, renames or is told to make. */
export function metricFacts(component: Component): readonly Fact[] {
  const { part, type, entry } = component
  if (type === 'spanmetrics') return [...spanMetricFacts(component), ...dimensionFacts(entry.value)]
  if (part === 'connectors' && (type === 'count' || type === 'sum')) return countedFacts(entry.value)
  if (type === 'metricstransform') return renamedFacts(entry.value)
  return part === 'receivers' ? enabledFacts(entry.value) : []
}

/**
 * What spans are counted as. The processor said `calls_total` and `latency`, the connector says `calls` and `duration` below
 * a namespace, whose default came with version 0.109: where none is written, either may be.
 */
function spanMetricFacts({ part, entry }: Component): readonly Fact[] {
  const rule = 'otel-collector.span-metric'
  const { line, value } = entry
  if (part === 'processors')
    return ['calls_total', 'latency'].flatMap((name) =>
      elementFact({ line, rule }, 'emits', ['metric', name]),
    )
  const namespace = textOf(below(value, 'namespace'))
  const unit = textOf(below(value, 'histogram', 'unit')) ?? 'ms'
  const namespaces = namespace === null ? ['', 'traces.span.metrics'] : [namespace]
  const certainty = namespace === null ? 'likely' : 'certain'
  return namespaces.flatMap((each) => {
    const start = each === '' ? '' : `${each}.`
    return [
      ...elementFact({ line, rule, certainty }, 'emits', ['metric', `${start}calls`], { type: 'counter' }),
      ...elementFact({ line, rule, certainty }, 'emits', ['metric', `${start}duration`], {
        type: 'histogram',
        unit,
      }),
    ]
  })
}

/** Attributes of spans that become labels. */
function dimensionFacts(value: Tree): readonly Fact[] {
  return itemsOf(below(value, 'dimensions')).flatMap((item) => {
    const name = below(item, 'name')
    return name
      ? elementFact({ line: name.line, rule: 'otel-collector.dimension' }, 'reads', [
          'span',
          textOf(name) ?? '',
        ])
      : []
  })
}

function countedFacts(value: Tree): readonly Fact[] {
  return entriesOf(value).flatMap((signal) =>
    entriesOf(signal.value).flatMap(({ key, line }) =>
      elementFact({ line, rule: 'otel-collector.counted' }, 'emits', ['metric', key]),
    ),
  )
}

function renamedFacts(value: Tree): readonly Fact[] {
  return itemsOf(below(value, 'transforms')).flatMap((item) => {
    const [from, to] = [entryOf(item, 'include'), entryOf(item, 'new_name')]
    const isName = textOf(below(item, 'match_type')) !== 'regexp'
    return [
      ...(from && isName
        ? elementFact({ line: from.line, rule: 'otel-collector.transformed' }, 'reads', [
            'metric',
            textOf(from.value) ?? '',
          ])
        : []),
      ...(to && isName
        ? elementFact({ line: to.line, rule: 'otel-collector.renamed' }, 'emits', [
            'metric',
            textOf(to.value) ?? '',
          ])
        : []),
    ]
  })
}

/** `metrics: {redis.maxmemory: {enabled: true}}`, at any depth below a receiver. */
function enabledFacts(value: Tree): readonly Fact[] {
  return [...everyNode(value)]
    .filter(([, keys]) => keys.at(-1) === 'metrics')
    .flatMap(([node]) => entriesOf(node))
    .filter((metric) => textOf(below(metric.value, 'enabled')) === 'true')
    .flatMap(({ key, line }) =>
      elementFact({ line, rule: 'otel-collector.enabled' }, 'emits', ['metric', key]),
    )
}
