import { pathTemplate } from '../../domain/element.js'
import type { ClientFact, UrlBase } from '../../domain/fact.js'
import type { Seen } from './fact-of.js'
import { referencesIn } from './references.js'

/** A URL of a file: what stands before its path, and the path as `pathTemplate` spells it. Null when it is no URL. */
export function readUrl(text: string): { readonly base: UrlBase; readonly path: string } | null {
  const [, start = '', host = '', path = ''] =
    /^(https?:\/\/)?([^/?#\s]{1,300})([/?#][^\s]{0,1000})?$/i.exec(text) ?? []
  if (host === '' || (start === '' && !host.startsWith('$'))) return null
  return { base: baseOf(start, host), path: pathTemplate(path.replace(variable, '{}')) }
}

/** A request that a probe, a check of health or a script makes. */
export function clientFact(seen: Seen, method: ClientFact['method'], url: string): readonly ClientFact[] {
  const read = readUrl(url)
  if (!read) return []
  const { line, rule, certainty = 'certain' } = seen
  return [{ kind: 'client', line, rule, certainty, method, ...read, sends: null }]
}

/** `http://${HOST}:3000`: the host is the variable. A port that is one is left out: the host tells enough. */
function baseOf(start: string, host: string): UrlBase {
  const [reference] = referencesIn(host, 'bare')
  const name = host.slice(0, reference?.index ?? 0).includes(':') ? undefined : reference?.name
  if (name) return { type: 'environment', name }
  const bare = host.replace(/^[^@]*@/, '').replace(/:[^:\]]*\$.*$/, '')
  const isPlain = start !== '' && /^[\w.:[\]-]+$/.test(bare)
  return isPlain
    ? { type: 'origin', origin: `${start}${bare}` }
    : { type: 'unknown', text: bare.replace(variable, '{}') }
}

const variable = /\$\{[^{}]{0,200}\}|\$\([^()]{0,200}\)|\{\{[^{}]{0,200}\}\}|\$\w+/g
