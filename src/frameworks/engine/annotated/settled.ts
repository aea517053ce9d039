import type { UrlBase } from '../../../domain/fact.js'

/** What stands before a path, and the path. */
type Settled = { readonly base: UrlBase; readonly path: string }

const placeholder = /^[$#]\{([^{}:]+)(?::([^{}]*))?\}/

/**
 * The service that a written URL means. `${orders.url:http://orders}` is a setting, by the name of the variable that gives it:
 * dots become `_`, dashes go, capitals (Spring's relaxed binding); a name alone is that of a service.
 */
export function settledBase({ base, path }: Settled): Settled {
  if (base.type !== 'relative') return { base, path }
  const [whole, name, fallback] = placeholder.exec(path) ?? []
  if (whole === undefined || name === undefined) return { base: serviceNamed(path), path: '' }
  return {
    base: { type: 'environment', name: variableOf(name), ...(fallback ? { fallback } : {}) },
    path: path.slice(whole.length),
  }
}

export function variableOf(setting: string): string {
  return setting.trim().replaceAll('.', '_').replaceAll('-', '').toUpperCase()
}

function serviceNamed(name: string): UrlBase {
  return /^[\w.-]+(?::\d+)?$/.test(name) ? { type: 'origin', origin: `http://${name}` } : { type: 'relative' }
}
