import type { Fact } from '../../domain/fact.js'
import { requestsIn } from '../shared/command.js'
import { elementFact, readVariable, setVariable } from '../shared/fact-of.js'
import { imageFact } from '../shared/image.js'
import { below, itemsOf, type TextNode, type Tree, textOf, textsOf } from '../shared/tree.js'
import { clientFact } from '../shared/url.js'

/** What one container of a workload is, is given, listens on, and is asked to tell that it lives. */
export function containerFacts(service: string, container: Tree): readonly Fact[] {
  const words = [...textsOf(below(container, 'command')), ...textsOf(below(container, 'args'))]
  return [
    ...textsOf(below(container, 'image')).flatMap(({ text, line }) =>
      imageFact({ line, rule: 'kubernetes.image' }, 'uses', text, service),
    ),
    ...itemsOf(below(container, 'env')).flatMap((item) => variableFacts(service, item)),
    ...itemsOf(below(container, 'envFrom')).flatMap((item) => sourceFacts(service, item)),
    ...itemsOf(below(container, 'ports')).flatMap((item) => portFacts(service, item)),
    ...words.flatMap((word) => referenceFacts(service, word)),
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
      probeFacts(service, container, below(container, probe)),
    ),
  ]
}

function variableFacts(service: string, item: Tree): readonly Fact[] {
  const name = below(item, 'name')
  const value = below(item, 'value')
  if (!name) return []
  const references = value?.type === 'text' ? referenceFacts(service, value) : []
  return [
    ...setVariable(
      { line: name.line, rule: 'kubernetes.environment' },
      textOf(name) ?? '',
      ownSpelling(value),
      service,
    ),
    ...references,
    ...keyFacts(below(item, 'valueFrom', 'configMapKeyRef'), service),
    ...keyFacts(below(item, 'valueFrom', 'secretKeyRef'), service),
  ]
}

/** `$(NAME)` of Kubernetes is `${NAME}` elsewhere. */
function ownSpelling(value: Tree | undefined): string | null {
  return textOf(value)?.replace(/\$\((\w+)\)/g, (_, name: string) => `\${${name}}`) ?? null
}

/** `$(NAME)` stands for another variable of the container. */
function referenceFacts(service: string, { text, line }: TextNode): readonly Fact[] {
  return [...text.matchAll(/(?<!\$)\$\((\w+)\)/g)].flatMap(([, name = '']) =>
    readVariable({ line, rule: 'kubernetes.reference' }, name, false, service),
  )
}

/** A key of a config map or a secret: `config orders-config.log-level`. */
function keyFacts(reference: Tree | undefined, service: string): readonly Fact[] {
  const key = below(reference, 'key')
  if (!key) return []
  const element = `${textOf(below(reference, 'name')) ?? ''}.${textOf(key) ?? ''}`
  const required = textOf(below(reference, 'optional')) === 'true' ? 'false' : 'true'
  return elementFact({ line: key.line, rule: 'kubernetes.key' }, 'reads', ['config', element], {
    service,
    required,
  })
}

/** All keys of a config map or a secret become variables of the container. */
function sourceFacts(service: string, item: Tree): readonly Fact[] {
  return [
    ['configMapRef', 'configmap'],
    ['secretRef', 'secret'],
  ].flatMap(([key = '', kind]) => {
    const name = below(item, key, 'name')
    if (!name) return []
    return elementFact({ line: name.line, rule: 'kubernetes.source' }, 'uses', ['service', service], {
      target: `${kind} ${textOf(name) ?? ''}`,
    })
  })
}

function portFacts(service: string, item: Tree): readonly Fact[] {
  const port = below(item, 'containerPort')
  if (!port) return []
  const seen = { line: port.line, rule: 'kubernetes.port' }
  return elementFact(seen, 'declares', ['port', service, textOf(port) ?? ''], {
    local: textOf(below(item, 'name')),
  })
}

/** The kubelet asks the container: a client of its routes. */
function probeFacts(service: string, container: Tree, probe: Tree | undefined): readonly Fact[] {
  const get = below(probe, 'httpGet')
  const path = below(get, 'path')
  const origin = `http://${service}`
  if (get) {
    const line = path?.line ?? get.line
    const port = portNumber(container, textOf(below(get, 'port')))
    const url = `${origin}${port}${(textOf(path) ?? '/').replace(/^(?!\/)/, '/')}`
    return clientFact({ line, rule: 'kubernetes.probe' }, 'GET', url)
  }
  const command = textsOf(below(probe, 'exec', 'command'))
  const line = command.at(-1)?.line ?? 0
  return requestsIn(command.map(({ text }) => text).join(' ')).flatMap(({ method, url }) =>
    clientFact(
      { line, rule: 'kubernetes.probe' },
      method,
      url.replace(/^https?:\/\/(?:localhost|127\.0\.0\.1)(?=[:/]|$)/, origin),
    ),
  )
}

/** `:8080` of a number, or of the name of a port that the container declares. */
function portNumber(container: Tree, port: string | null): string {
  if (port === null || /^\d+$/.test(port)) return port === null ? '' : `:${port}`
  const named = itemsOf(below(container, 'ports')).find((item) => textOf(below(item, 'name')) === port)
  const number = textOf(below(named, 'containerPort'))
  return number === null ? '' : `:${number}`
}
