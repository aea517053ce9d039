import { organisationWords, wordsOf } from './words.js'

/**
 * What a host tells. `local`: this machine. `internal`: a name that only this organisation's network knows.
 * `own`: the organisation's public domain. `foreign`: somebody else's.
 */
export type Host = {
  readonly scope: 'local' | 'internal' | 'own' | 'foreign'
  /** Parts of the name that may name a service, each as written: `orders`, `orders-service`. */
  readonly labels: readonly string[]
}

/** Reads the host of an origin such as `http://orders:3000`; `organisation` is any of its repositories. */
export function readHost(origin: string, organisation: string): Host {
  const host = (
    /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(origin)?.[1] ?? origin
  ).toLowerCase()
  const labels = host.split('.').filter((label) => label !== '' && !label.includes('{'))
  if (isLocal(host)) return { scope: 'local', labels: [] }
  if (labels.length <= 1 || isInternal(labels)) {
    return { scope: 'internal', labels: labels.filter((label) => !internalLabels.has(label)) }
  }
  const registered = registeredAt(labels)
  const domain = wordsOf(labels[registered] ?? '')
  const own = domain.includes('example') || sharesWord(domain, organisationWords(organisation))
  return { scope: own ? 'own' : 'foreign', labels: labels.slice(0, registered) }
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[.*|host\.docker\.internal|\d+\.\d+\.\d+\.\d+)$/.test(
    host,
  )
}

function isInternal(labels: readonly string[]): boolean {
  return internalLabels.has(labels.at(-1) ?? '')
}

/** Where the registered domain stands: `acme` in `orders.acme.com` and in `orders.acme.co.uk`. */
function registeredAt(labels: readonly string[]): number {
  const country = labels.at(-1)?.length === 2 && (labels.at(-2)?.length ?? 9) <= 3 && labels.length > 2
  return Math.max(0, labels.length - (country ? 3 : 2))
}

function sharesWord(domain: readonly string[], organisation: readonly string[]): boolean {
  return domain.some((word) => organisation.includes(word) || organisation.includes(word.replace(/s$/, '')))
}

const internalLabels: ReadonlySet<string> = new Set(
  'internal local localdomain svc cluster lan test intranet corp home docker default consul mesh'.split(' '),
)
