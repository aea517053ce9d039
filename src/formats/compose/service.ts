import type { Fact } from '../../domain/fact.js'
import { requestsIn } from '../shared/command.js'
import { elementFact } from '../shared/fact-of.js'
import { imageFact } from '../shared/image.js'
import { below, type Entry, entriesOf, itemsOf, type Tree, textOf, textsOf } from '../shared/tree.js'
import { clientFact } from '../shared/url.js'
import { argumentFacts, environmentFacts } from './environment.js'
import { portFacts } from './ports.js'
import { proxyFacts } from './traefik.js'

/** All that one entry of `services` says. */
export function serviceFacts({ key: service, line, value }: Entry): readonly Fact[] {
  const build = below(value, 'build')
  return [
    ...elementFact({ line, rule: 'compose.service' }, 'declares', ['service', service], {
      context: contextOf(build),
    }),
    ...imageFacts(service, value),
    ...environmentFacts(service, below(value, 'environment')),
    ...argumentFacts(below(build, 'args')),
    ...portFacts(service, value),
    ...fileFacts(service, value),
    ...dependencyFacts(service, value),
    ...healthFacts(service, below(value, 'healthcheck', 'test')),
    ...proxyFacts(service, below(value, 'labels') ?? below(value, 'deploy', 'labels')),
  ]
}

/** The folder that is built, or the file in it that says how. */
function contextOf(build: Tree | undefined): string {
  const folder = textOf(build) ?? textOf(below(build, 'context')) ?? ''
  const file = textOf(below(build, 'dockerfile'))
  const start = plainPath(folder)
  if (file === null) return folder && (start || '.')
  return start === '' ? plainPath(file) : `${start}/${plainPath(file)}`
}

/** `./src/orders/` is `src/orders`. */
function plainPath(path: string): string {
  return path.replace(/^\.(?:\/|$)/, '').replace(/\/$/, '')
}

/** What is built is also promised under its name. */
function imageFacts(service: string, value: Tree): readonly Fact[] {
  const image = below(value, 'image')
  const action = below(value, 'build') ? 'declares' : 'uses'
  return textsOf(image).flatMap(({ text, line }) =>
    imageFact({ line, rule: 'compose.image' }, action, text, service),
  )
}

/** Files of the repository that it is given: their variables are its variables, and their templates are filled for it. */
function fileFacts(service: string, value: Tree): readonly Fact[] {
  const files = [
    ...textsOf(below(value, 'env_file')),
    ...itemsOf(below(value, 'env_file')).flatMap((item) => textsOf(below(item, 'path'))),
    ...textsOf(below(value, 'volumes')),
    ...itemsOf(below(value, 'volumes')).flatMap((item) => textsOf(below(item, 'source'))),
  ]
  return files.flatMap(({ text, line }) => {
    const context = /^\$\{[^{}]*\}|^[^:]+/.exec(text)?.[0] ?? ''
    const isOurs = /^(?:\.\.?\/|\$\{)|\.env$/.test(context)
    return isOurs
      ? elementFact({ line, rule: 'compose.file' }, 'uses', ['service', service], {
          context: plainPath(context) || '.',
        })
      : []
  })
}

function dependencyFacts(service: string, value: Tree): readonly Fact[] {
  const depends = below(value, 'depends_on')
  const named = [
    ...textsOf(depends).map(({ text, line }) => ({ key: text, line })),
    ...entriesOf(depends),
    ...textsOf(below(value, 'links')).map(({ text, line }) => ({ key: text.replace(/:.*$/, ''), line })),
  ]
  return named.flatMap(({ key, line }) =>
    elementFact({ line, rule: 'compose.depends' }, 'uses', ['service', key], { service }),
  )
}

/** A check that asks this machine asks the service itself. */
function healthFacts(service: string, test: Tree | undefined): readonly Fact[] {
  const words = textsOf(test)
  const [first] = words
  if (!first) return []
  const command = words
    .map(({ text }) => text)
    .filter((text) => !/^CMD(?:-SHELL)?$/.test(text))
    .join(' ')
  return requestsIn(command.replaceAll('$$', '$')).flatMap(({ method, url }) =>
    clientFact(
      { line: words.find(({ text }) => text.includes('://'))?.line ?? first.line, rule: 'compose.health' },
      method,
      url.replace(/^(https?:\/\/)(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?=[:/]|$)/, `$1${service}`),
    ),
  )
}
