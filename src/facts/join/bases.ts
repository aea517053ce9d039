import { pathTemplate } from '../../domain/element.js'
import type { UrlBase } from '../../domain/fact.js'
import { importOf, type Site, type World } from './world.js'

/** A base with what it puts before the path. */
export type ResolvedBase = { readonly base: UrlBase; readonly prefix: string }

/** What a base is that one file only knows by name: a constant or a settings object of another file. */
export function resolveBase(world: World, path: string, base: UrlBase): ResolvedBase {
  if (base.type !== 'unknown') return { base, prefix: '' }
  const constant = findNamed(world, path, base.text, (site) => world.constant(site))
  return constant ? { base: constant.base, prefix: constant.path } : { base, prefix: '' }
}

/** A class under the name of its package: `shop.Paths.ORDERS` of Java and Kotlin. */
const qualified = /^((?:[a-z]\w*\.)+([A-Z]\w*))((?:\.\w+)+)$/

/** What a name of one file (`topics.orders`) leads to in the file that it is of. */
export function findNamed<T>(
  world: World,
  path: string,
  text: string,
  at: (site: Site) => T | null,
): T | null {
  const [head = '', ...rest] = text.split('.')
  const facts = world.file(path)
  if (!facts || !/^[\w$]+$/.test(head)) return null
  const imported = importOf(facts, head)
  const isModule = imported?.name === '*'
  const [whole, module = '', name = '', inside = ''] = (!imported && qualified.exec(text)) || []
  const reference =
    imported && isModule
      ? { name: rest[0] ?? '', module: imported.module }
      : whole === undefined
        ? { name: head, module: null }
        : { name, module }
  const below = isModule ? rest.slice(1) : whole === undefined ? rest : inside.split('.').slice(1)
  for (const site of world.resolve(path, reference)) {
    const found = valueAt(world, site, below, at)
    if (found !== null) return found
  }
  return null
}

/** A constant of a site, or of the class that the site is an instance of: `settings = Settings()`. */
function valueAt<T>(
  world: World,
  site: Site,
  below: readonly string[],
  at: (site: Site) => T | null,
): T | null {
  const sites = below.length ? [site, ...world.bases(site)] : [site]
  const found = sites.map(({ unit, name }) =>
    at({ unit, name: [...(name === '*' ? [] : [name]), ...below].join('.') }),
  )
  return found.find((each) => each !== null) ?? null
}

/** What a path begins with that another file holds; null when no file says it. */
export function beginningOf(world: World, path: string, name: string): string | null {
  const { base, prefix } = resolveBase(world, path, { type: 'unknown', text: name })
  if (base.type === 'relative') return prefix
  // `users` of `enum RouteKey { User = 'users' }`
  const text = findNamed(world, path, name, (site) => world.text(site)?.item.text ?? null)
  return text !== null && /^[\w\-./:*]*$/.test(text) ? text : null
}

/** A path with what its names stand for (see `RouteFact`); null when one is needed that no file explains. */
export function withNames(world: World, path: string, text: string): string | null {
  if (!text.includes('$(')) return text
  let isWhole = true
  const told = text.replace(/\$\(([\w$.]+)(!?)\)/g, (_, name: string, needed: string) => {
    const beginning = beginningOf(world, path, name)
    isWhole &&= beginning !== null || needed === ''
    return beginning ?? ''
  })
  return isWhole ? pathTemplate(told) : null
}
