import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { everyNode, type TextNode, textsOf } from '../shared/tree.js'
import { clientFact } from '../shared/url.js'
import type { Component } from './component.js'

/** Ports that are listened on, ports of others that are used, and pages that are fetched. */
export function addressFacts({ part, type, entry }: Component): readonly Fact[] {
  if (part !== 'receivers' && part !== 'exporters') return []
  return [...everyNode(entry.value)].flatMap(([node, keys]) => {
    const last = keys.at(-1)
    if (node.type === 'text' && (last === 'endpoint' || last === 'url'))
      return endpointFacts(node, part === 'receivers' ? type : null)
    // Prometheus asks each target for its metrics.
    if (last === 'targets' && node.type === 'list' && keys.at(-2) === 'static_configs')
      return textsOf(node).flatMap(({ text, line }) => [
        ...portFact(text, line),
        ...clientFact({ line, rule: 'otel-collector.scrape' }, 'GET', `http://${text}/metrics`),
      ])
    return []
  })
}

function endpointFacts({ text, line }: TextNode, receiver: string | null): readonly Fact[] {
  if (receiver !== null && listens.test(receiver)) {
    const port = /:(\d{2,5})$/.exec(text)?.[1]
    return port
      ? elementFact({ line, rule: 'otel-collector.port' }, 'declares', ['port', '{file}', port])
      : []
  }
  const fetched = receiver === 'httpcheck' || receiver === 'nginx' || receiver === 'apache'
  return [
    ...portFact(text, line),
    ...(fetched ? clientFact({ line, rule: 'otel-collector.check' }, 'GET', text) : []),
  ]
}

/** Receivers that wait to be told, by their types. */
const listens =
  /^(?:otlp|jaeger|zipkin|opencensus|statsd|syslog|tcplog|udplog|fluentforward|loki|influxdb|splunkhec|prometheusremotewrite)$/

function portFact(address: string, line: number): readonly Fact[] {
  const [, host = '', port = ''] = /^(?:[a-z]+:\/\/)?([a-z][\w.-]*):(\d{2,5})(?:\/|$)/i.exec(address) ?? []
  return elementFact({ line, rule: 'otel-collector.address' }, 'uses', ['port', host, port])
}
