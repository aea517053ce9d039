import { pathTemplate } from '../../domain/element.js'
import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { entriesOf, type Tree, textOf, textsOf } from '../shared/tree.js'

/** Paths that Traefik sends to a service, as its labels say. */
export function proxyFacts(service: string, labels: Tree | undefined): readonly Fact[] {
  const all = [
    ...entriesOf(labels).map(({ key, value, line }) => ({ key, text: textOf(value) ?? '', line })),
    ...textsOf(labels).map(({ text, line }) => {
      const [key = '', ...rest] = text.split('=')
      return { key, text: rest.join('='), line }
    }),
  ]
  const port = all.find(({ key }) => /^traefik\.http\.services\..*\.loadbalancer\.server\.port$/.test(key))
  const target = port ? `${service}:${port.text}` : service
  return all
    .filter(({ key }) => /^traefik\.http\.routers\..*\.rule$/.test(key))
    .flatMap(({ text, line }) =>
      [...text.matchAll(/\bPath(?:Prefix)?\(\s*[`'"](\/[^`'"]*)[`'"]\s*\)/g)].flatMap(([, path = '']) =>
        elementFact({ line, rule: 'compose.proxy' }, 'declares', ['proxy', pathTemplate(path)], { target }),
      ),
    )
}
