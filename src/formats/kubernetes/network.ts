import { pathTemplate } from '../../domain/element.js'
import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { below, entriesOf, itemsOf, type Tree, textOf } from '../shared/tree.js'

/** A name under which others reach a workload, with the ports it passes on. */
export function serviceFacts(manifest: Tree): readonly Fact[] {
  const named = below(manifest, 'metadata', 'name')
  const service = textOf(named)
  if (!named || service === null) return []
  const ports = itemsOf(below(manifest, 'spec', 'ports')).flatMap((item) => {
    const port = below(item, 'port')
    return port
      ? elementFact(
          { line: port.line, rule: 'kubernetes.service-port' },
          'declares',
          ['port', service, textOf(port) ?? ''],
          {
            target: textOf(below(item, 'targetPort')),
            local: textOf(below(item, 'name')),
          },
        )
      : []
  })
  return [
    ...elementFact({ line: named.line, rule: 'kubernetes.service' }, 'declares', ['service', service], {
      target:
        textOf(below(manifest, 'spec', 'selector', 'app')) ??
        textOf(below(manifest, 'spec', 'selector', 'app.kubernetes.io/name')),
    }),
    ...ports,
  ]
}

/** Paths that lead from outside to a service. */
export function ingressFacts(manifest: Tree): readonly Fact[] {
  return itemsOf(below(manifest, 'spec', 'rules')).flatMap((rule) =>
    itemsOf(below(rule, 'http', 'paths')).flatMap((item) => {
      const backend = below(item, 'backend')
      const name = textOf(below(backend, 'service', 'name')) ?? textOf(below(backend, 'serviceName'))
      const port = below(backend, 'service', 'port')
      const number =
        textOf(below(port, 'number')) ?? textOf(below(port, 'name')) ?? textOf(below(backend, 'servicePort'))
      return proxyFacts([below(item, 'path') ?? item], name, number)
    }),
  )
}

export function routeFacts(manifest: Tree): readonly Fact[] {
  return itemsOf(below(manifest, 'spec', 'rules')).flatMap((rule) => {
    const paths = itemsOf(below(rule, 'matches')).flatMap((match) => below(match, 'path', 'value') ?? [])
    return itemsOf(below(rule, 'backendRefs')).flatMap((backend) =>
      proxyFacts(paths, textOf(below(backend, 'name')), textOf(below(backend, 'port'))),
    )
  })
}

/** Istio's. */
export function virtualServiceFacts(manifest: Tree): readonly Fact[] {
  return itemsOf(below(manifest, 'spec', 'http')).flatMap((rule) => {
    const paths = itemsOf(below(rule, 'match')).flatMap((match) =>
      entriesOf(below(match, 'uri')).flatMap(({ key, value }) => (key === 'regex' ? [] : [value])),
    )
    return itemsOf(below(rule, 'route')).flatMap((route) =>
      proxyFacts(
        paths,
        textOf(below(route, 'destination', 'host')),
        textOf(below(route, 'destination', 'port', 'number')),
      ),
    )
  })
}

function proxyFacts(paths: readonly Tree[], service: string | null, port: string | null): readonly Fact[] {
  if (service === null) return []
  const target = port === null ? service : `${service}:${port}`
  return paths.flatMap((node) => {
    // `/api/(.*)` of rewriting controllers is everything below `/api`.
    const path = pathTemplate((textOf(node) ?? '/').replace(/\(.*$|\.?\*$/, ''))
    return elementFact({ line: node.line, rule: 'kubernetes.proxy' }, 'declares', ['proxy', path], { target })
  })
}
