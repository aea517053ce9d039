import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Details } from '../../src/domain/element-fact.js'
import type { EnvironmentFact, LocatedFact } from '../../src/domain/fact.js'
import type { Parse } from '../../src/domain/outline.js'
import { createExtract, type FileFacts, joinRepository } from '../../src/facts/index.js'
import { embedded, formats } from '../../src/formats/index.js'
import { createMatcher, frameworks } from '../../src/frameworks/index.js'
import { languages } from '../../src/languages/index.js'

/** Reads a folder of sources as a repository of its own, and says what is wanted and what was found, one text a fact. */
export async function factsOfFolder(
  folder: string,
  parse: Parse,
): Promise<{ wanted: readonly string[]; found: readonly string[] }> {
  const texts = filesOfFolder(folder)
  const files = await Promise.all(texts.map(({ path, text }) => readFile(path, text, parse)))
  const { facts } = joinRepository({ repository: 'shop/orders', commit: 'head' }, files)
  return {
    wanted: [...texts, ...wantsOfFolder(folder)].flatMap(({ path, text }) => wantedIn(path, text)).sort(),
    found: facts.map(spell).sort(),
  }
}

/** The sources of a folder with their texts. */
export function filesOfFolder(folder: string): readonly { path: string; text: string }[] {
  return sourcesOf(folder)
    .filter((path) => path !== wantFile)
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

function wantsOfFolder(folder: string): readonly { path: string; text: string }[] {
  return sourcesOf(folder)
    .filter((path) => path === wantFile)
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

const match = createMatcher(frameworks)

/** What one file says, as the product reads it. */
export async function readFile(path: string, text: string, parse: Parse): Promise<FileFacts> {
  const extract = createExtract({
    languages,
    frameworks,
    contracts: [],
    formats,
    embedded,
    parse,
    match,
  })
  return { path, blob: path, facts: await extract(path, { id: path, text }) }
}

export function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/** Where the wants of files that hold no comments stand: `dashboard.json:12 reads metric orders_total`. */
const wantFile = 'want.txt'

/** `// want route GET /orders/{} | write GET /orders/{} response total`, on the line where the facts stand. */
export function wantedIn(path: string, text: string): readonly string[] {
  if (path === wantFile) return text.split('\n').filter((line) => line.trim() !== '')
  return text.split('\n').flatMap((line, index) => {
    const wants = /(?:\/\/|#) want (.*)$/.exec(line)?.[1]?.split(' | ') ?? []
    return wants.map((want) => `${path}:${index + 1} ${want.trim()}`)
  })
}

export function spell({ fact, path }: LocatedFact): string {
  const likely = fact.certainty === 'likely' ? ' likely' : ''
  return `${path}:${fact.line} ${spellFact(fact)}${likely}`
}

function spellFact(fact: LocatedFact['fact']): string {
  switch (fact.kind) {
    case 'route':
      return `route ${fact.method} ${fact.path}${listed(' guarded by ', fact.guards)}`
    case 'client': {
      const sends =
        fact.sends === null
          ? ''
          : listed(' sends ', fact.sends.length > 0 ? fact.sends.map((each) => each.name) : ['nothing'])
      const written = fact.writtenAt === undefined ? '' : ` written at ${fact.writtenAt}`
      return `client ${fact.method} ${fact.path}${via(fact.base)}${sends}${written}`
    }
    case 'field':
      return spellField(fact)
    case 'environment':
      return spellVariable(fact)
    case 'mount':
    case 'wrapper':
    case 'result':
    case 'shape':
      return fact.kind
    default:
      return `${fact.action} ${fact.element}${spellDetails(fact.details)}`
  }
}

/** `env ORDERS_URL` where it is read, `set env ORDERS_URL to http://orders for web` where it is set. */
function spellVariable(fact: EnvironmentFact): string {
  const { name, access, hasDefault, value, service } = fact
  return [
    `${access === 'set' ? 'set ' : ''}env ${name}`,
    ...(hasDefault ? ['with default'] : []),
    ...(value === undefined ? [] : [`to ${value}`]),
    ...(service === undefined ? [] : [`for ${service}`]),
  ].join(' ')
}

/** ` (type int, required true)` */
function spellDetails(details: Details = {}): string {
  const said = Object.entries(details).map(([name, text]) => `${name} ${text}`)
  return said.length ? ` (${said.join(', ')})` : ''
}

function spellField({ access, origin, field }: Extract<LocatedFact['fact'], { kind: 'field' }>): string {
  if (!('path' in origin)) return `${access} ${origin.type} ${field}`
  const side = origin.type === 'route' ? origin.side : 'response'
  return `${access} ${origin.method} ${origin.path} ${side} ${field}`
}

function via(base: Extract<LocatedFact['fact'], { kind: 'client' }>['base']): string {
  switch (base.type) {
    case 'relative':
      return ''
    case 'origin':
      return ` via ${base.origin}`
    case 'environment':
      return ` via env ${base.name}${base.fallback ? ` or ${base.fallback}` : ''}`
    case 'unknown':
      return ` via ?${base.text}`
  }
}

function listed(before: string, items: readonly string[]): string {
  return items.length ? `${before}${items.join(', ')}` : ''
}
