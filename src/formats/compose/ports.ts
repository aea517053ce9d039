import type { Fact } from '../../domain/fact.js'
import { elementFact } from '../shared/fact-of.js'
import { below, itemsOf, type Tree, textOf, textsOf } from '../shared/tree.js'

/** The ports that a service listens on, and under which number each is reached from outside. */
export function portFacts(service: string, value: Tree): readonly Fact[] {
  const short = [...textsOf(below(value, 'ports')), ...textsOf(below(value, 'expose'))]
  const long = itemsOf(below(value, 'ports')).filter((item) => item.type === 'map')
  return [
    ...short.flatMap(({ text, line }) => portFact(service, line, splitPort(text))),
    ...long.flatMap((item) =>
      portFact(service, item.line, {
        port: textOf(below(item, 'target')) ?? '',
        published: textOf(below(item, 'published')),
      }),
    ),
  ]
}

type Port = { readonly port: string; readonly published: string | null }

function portFact(service: string, line: number, { port, published }: Port): readonly Fact[] {
  if (!/^(?:\d{1,5}(?:-\d{1,5})?|\$\{\w+\})$/.test(port)) return []
  const value = published === port ? null : published
  return elementFact({ line, rule: 'compose.port' }, 'declares', ['port', service, port], { value })
}

/** `8080`, `80:8080/tcp`, `127.0.0.1:80:8080`, `${WEB_PORT:-80}:8080`; a default stands for its variable. */
function splitPort(text: string): Port {
  const parts = text
    .replace(/\/(?:tcp|udp)$/, '')
    .replace(/\$\{\w+:?-([^{}]*)\}/g, '$1')
    .split(':')
  return { port: parts.at(-1) ?? '', published: parts.at(-2) ?? null }
}
