import { pathTemplate } from '../../domain/element.js'
import type { RouteFact } from '../../domain/fact.js'

/**
 * A route whose path is that of its file, with that path; null when its file is none that routes are read from. Segments are
 * spelt as frameworks with file routes agree on: `[id]`, `[...rest]`, `[[...rest]]`, `(group)`, `@slot`, `_private`, `index`.
 */
export function routeOfFile(path: string, fact: RouteFact): RouteFact | null {
  const { files, ...rest } = fact
  if (files === undefined) return fact
  const found = new RegExp(files).exec(path)
  const segments = (found?.[1] ?? '').split('/').filter((segment) => segment !== '')
  if (!found || segments.some((segment) => segment.startsWith('_'))) return null
  const named = segments.filter((segment, index) => isPath(segment, index === segments.length - 1))
  return { ...rest, path: pathTemplate(`${named.map(templateOf).join('/')}/${fact.path}`) }
}

function isPath(segment: string, isLast: boolean): boolean {
  return !/^\([^.]*\)$|^@/.test(segment) && !(isLast && segment === 'index')
}

function templateOf(segment: string): string {
  if (/^\[{1,2}\.\.\..*\]$/.test(segment)) return '{*}'
  return segment.replace(/\[[^\]]*\]/g, '{}')
}
