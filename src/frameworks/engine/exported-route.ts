import type { Export } from '../../domain/fact.js'
import type { RouteRule } from '../../domain/framework.js'
import type { Binding } from '../../domain/outline.js'
import { handlerDefinition, unwrapHandler } from './handler.js'
import type { Reading } from './reading.js'
import { toMethod } from './request.js'
import type { DeclaredRoute } from './route.js'
import type { Entry } from './rulebook.js'

/** Routes that are exported functions: `export function GET()`. Their path is that of their file, which only the join knows. */
export function readExportedRoutes(reading: Reading): readonly DeclaredRoute[] {
  const { exported } = reading.rulebook
  return reading.code.outline.exports.flatMap((each) =>
    (exported.get(each.name) ?? []).flatMap((entry) =>
      entry.rule.emit === 'route' ? exportedRoute(reading, each, entry, entry.rule) : [],
    ),
  )
}

function exportedRoute(
  reading: Reading,
  { name, local, module }: Export,
  { framework, id }: Entry,
  rule: RouteRule,
): readonly DeclaredRoute[] {
  const { definitions } = reading.code.outline
  const bound = bindingOf(reading, local)
  const { guards, handler } = unwrapHandler(reading, bound?.value ?? { type: 'name', name: local }, atEnd)
  const found = handlerDefinition(reading, handler, atEnd)
  const definition = found === null ? undefined : definitions[found]
  // What is passed on from another file is what that one made it.
  const isFit = module !== null || fits(rule, definition?.parameters.length)
  if (rule.files === undefined || !isFit) return []
  const method = 'fixed' in rule.method ? rule.method.fixed : (toMethod(name) ?? 'ANY')
  return [
    {
      definition: found,
      handlers: framework.handlers ?? null,
      framework: framework.id,
      answerType: null,
      fact: {
        kind: 'route',
        line: bound?.line ?? definition?.line ?? 1,
        rule: id,
        certainty: 'certain',
        method,
        path: '/',
        receiver: null,
        handler: definition?.name || null,
        files: rule.files,
        guards,
        source: 'code',
      },
    },
  ]
}

/** Exports are of the top of the file, wherever they stand. */
const atEnd = { scope: null, line: Number.MAX_SAFE_INTEGER }

function fits({ match }: RouteRule, parameters: number | undefined): boolean {
  return match.minArguments === undefined || (parameters ?? 0) >= match.minArguments
}

/** What gives the exported name its value, where it is no function's own: `export const GET = withUser(list)`. */
function bindingOf(reading: Reading, local: string): Binding | undefined {
  return reading.code.outline.bindings.find((each) => each.scope === null && each.name === local)
}
