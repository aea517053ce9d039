import { pathTemplate } from '../../../domain/element.js'
import type { ActionPattern, RouteFact } from '../../../domain/fact.js'
import { constantOf } from '../environment.js'
import type { Reading } from '../reading.js'
import { fieldOf, type Taken, takeFirst } from '../take.js'
import { templateWithNames } from '../template.js'
import { withinOf } from '../within.js'

/** Patterns that any action may be reached by, and routes of patterns that are of one action only. */
export type Patterns = { readonly patterns: readonly ActionPattern[]; readonly routes: readonly RouteFact[] }

export function readPatterns(reading: Reading): Patterns {
  const found = reading.allRecognised('pattern').map(({ call, found: { rule, callee, entry } }) => {
    const site = reading.siteOf(call)
    const taken = rule.pattern ? takeFirst(reading.tracer, rule.pattern, site, callee) : null
    const pattern = textOf(reading, taken) ?? rule.fixed ?? null
    const defaults = takeFirst(reading.tracer, rule.defaults ?? [], site, callee)
    const area = textOf(reading, takeFirst(reading.tracer, rule.area ?? [], site, callee))
    const action = defaultsIn(reading, defaults)
    if (pattern === null) return {}
    if (hasWord(pattern, 'controller')) return { pattern: { pattern, area } }
    if (action === null) return {}
    const route: RouteFact = {
      kind: 'route',
      line: site.line,
      rule: entry.id,
      certainty: 'certain',
      ...withinOf(reading.code, site.at.scope),
      method: 'ANY',
      path: pathTemplate(templateWithNames(pattern)),
      receiver: null,
      handler: action,
      guards: [],
      source: 'code',
    }
    return hasWord(pattern, 'action') ? {} : { route }
  })
  return {
    patterns: found.flatMap(({ pattern }) => pattern ?? []),
    routes: found.flatMap(({ route }) => route ?? []),
  }
}

function hasWord(pattern: string, word: string): boolean {
  return new RegExp(`\\{\\*{0,2}${word}[:=?}]`).test(pattern)
}

function textOf(reading: Reading, taken: Taken | null): string | null {
  return taken && constantOf(reading, taken.value, taken.at)
}

/** `new { controller = "Blog", action = "Article" }` is `Blog.Article`. */
function defaultsIn(reading: Reading, defaults: Taken | null): string | null {
  if (!defaults) return null
  const controller = textOf(reading, fieldOf(reading.tracer, defaults, 'controller'))
  const action = textOf(reading, fieldOf(reading.tracer, defaults, 'action'))
  return controller !== null && action !== null ? `${controller}.${action}` : null
}
