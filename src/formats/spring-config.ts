import { pathTemplate } from '../domain/element.js'
import type { MountFact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'

/** `application.properties` and `application.yml` of Spring Boot: the paths under which an application answers. */
export const springConfig: Format = {
  id: 'spring-config',
  mayBe: (path) => /(?:^|\/)application\.(?:properties|ya?ml)$/.test(path),
  facts: (path, text) => ({
    facts: basesOf(path.endsWith('.properties') ? readProperties(text) : readYaml(text)),
    problems: [],
  }),
}

type Setting = { readonly name: string; readonly value: string; readonly line: number }

/** The container's path stands before that of the dispatcher; WebFlux knows one of its own. */
const places = ['server.servlet.contextpath', 'spring.mvc.servlet.path', 'spring.webflux.basepath']

function basesOf(settings: readonly Setting[]): readonly MountFact[] {
  const found = places.flatMap(
    (name) => settings.find((each) => each.name.replaceAll('-', '').toLowerCase() === name) ?? [],
  )
  const known = found.map((each) => ({ ...each, value: each.value.replace(/\$\{[^{}:]*:([^{}]*)\}/g, '$1') }))
  const prefix = pathTemplate(known.map(({ value }) => value).join('/'))
  const [first] = known
  if (!first || prefix === '/' || known.some(({ value }) => value.includes('${'))) return []
  return [
    {
      kind: 'mount',
      line: first.line,
      rule: 'spring-config.path',
      certainty: 'certain',
      prefix,
      receiver: null,
      target: { name: '', module: null },
      everywhere: { framework: 'spring', except: [] },
    },
  ]
}

function readProperties(text: string): readonly Setting[] {
  return text.split('\n').flatMap((written, index) => {
    const [, name, value = ''] = /^\s*([\w.-]+)\s*[=:]\s*(\S*)\s*$/.exec(written) ?? []
    return name === undefined ? [] : [{ name, value, line: index + 1 }]
  })
}

/** Keys by their indentation, in the first document: later ones are of a profile. */
function readYaml(text: string): readonly Setting[] {
  const around: { readonly indent: number; readonly name: string }[] = []
  const settings: Setting[] = []
  for (const [index, written] of text.split('\n').entries()) {
    if (/^---/.test(written) && settings.length > 0) break
    const [, blank = '', key, rest = ''] = /^( *)([\w.-]+):(?:\s+(.*))?$/.exec(written.trimEnd()) ?? []
    if (key === undefined) continue
    while ((around.at(-1)?.indent ?? -1) >= blank.length) around.pop()
    around.push({ indent: blank.length, name: key })
    const name = around.map((each) => each.name).join('.')
    const value = rest.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2')
    if (value !== '') settings.push({ name, value, line: index + 1 })
  }
  return settings
}
