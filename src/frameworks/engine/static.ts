import { pathTemplate } from '../../domain/element.js'
import type { RouteFact, ServedFolder } from '../../domain/fact.js'
import type { StaticRule } from '../../domain/framework.js'
import type { Value } from '../../domain/outline.js'
import { constantOf } from './environment.js'
import { itemsAt } from './items.js'
import type { At } from './names.js'
import { isHole } from './piece.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { joinPaths, pathAt, receiverTrace, routerOf } from './router.js'
import { type Taken, takeFirst } from './take.js'
import { textsOf } from './text.js'
import { withinOf } from './within.js'

/** Routes to files that are served as they are; those of folders stand for each file, which only the tree knows. */
export function readStatic(reading: Reading): readonly RouteFact[] {
  return reading.allRecognised('static').flatMap(({ call }) => {
    const site = reading.siteOf(call)
    return reading
      .recognised(call, 'static')
      .flatMap((found) =>
        serversIn(reading, found, site).flatMap((server) => routesOf(reading, found, site, server)),
      )
  })
}

/** Whether a call only serves files: it is no route beside that. */
export function isStatic(reading: Reading, call: number): boolean {
  return reading
    .recognised(call, 'static')
    .some((found) => serversIn(reading, found, reading.siteOf(call)).length > 0)
}

function routesOf(
  reading: Reading,
  found: Recognised<StaticRule>,
  site: Site,
  server: Site,
): readonly RouteFact[] {
  const { rule, callee, entry, certainty } = found
  const of = takeFirst(reading.tracer, rule.of, server, null)
  const folder = of && folderAt(reading, of)
  if (!of || (rule.serves === 'folder' && !folder)) return []
  const router = routerOf(reading, receiverTrace(callee), site.line)
  const taken = takeFirst(reading.tracer, rule.path, site, callee)
  return ((taken && itemsAt(reading, taken)) ?? [taken]).map((each) => {
    const own = (pathAt(reading, each) ?? '').replace(/^[A-Z]+\s+/, '').replace(/\/?\*\w*$/, '')
    const path = joinPaths(router.prefix, own)
    return {
      kind: 'route',
      line: site.line,
      rule: entry.id,
      certainty,
      ...withinOf(reading.code, site.at.scope),
      method: 'GET',
      path: pathTemplate(rule.serves === 'tail' ? `${path}/*` : path),
      receiver: router.receiver,
      ...(router.ownPrefix === '' ? {} : { ownPrefix: pathTemplate(router.ownPrefix) }),
      handler: null,
      guards: router.guards,
      ...(rule.serves === 'folder' && folder ? { serves: below(reading, rule, site, { folder, path }) } : {}),
      source: 'code',
    }
  })
}

/** What serves without taking the path away looks for files below it: `/static/app.js` is `static/app.js` there. */
function below(
  reading: Reading,
  { strips }: StaticRule,
  site: Site,
  { folder, path }: { readonly folder: ServedFolder; readonly path: string },
): ServedFolder {
  const isStripped = strips === undefined || site.arguments.some((each) => calls(reading, each, strips, 0))
  return isStripped ? folder : { ...folder, folder: `${folder.folder}/${path}` }
}

/** As deep as people wrap: `http.StripPrefix('/static/', http.FileServer(…))`. */
const maxDepth = 4

function calls(reading: Reading, value: Value, name: string, depth: number): boolean {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  if (!call || depth > maxDepth) return false
  return call.name === name || call.arguments.some((each) => calls(reading, each, name, depth + 1))
}

/** The calls that serve: the site itself, or those among its arguments that the rule names. */
function serversIn(
  reading: Reading,
  { rule: { server }, entry }: Recognised<StaticRule>,
  site: Site,
): readonly Site[] {
  if (server === undefined) return [site]
  const isServer = (value: Value, at: At) =>
    reading.tracer
      .trace(value, at)
      .some((trace) => reading.originsOf(trace, entry).some((origin) => server.includes(origin)))
  const walk = (value: Value, at: At, depth: number): readonly Site[] => {
    if (depth > maxDepth || !/^(?:name|call|member)$/.test(value.type)) return []
    const call = value.type === 'call' ? value.call : null
    if (isServer(value, at)) return [call === null ? site : reading.siteOf(call)]
    // `mount('/assets', serve('public'))` says itself where it serves.
    if (call !== null && reading.recognised(call, 'static').length > 0) return []
    const inner = call === null ? [] : (reading.code.outline.calls[call]?.arguments ?? [])
    return inner.flatMap((each) => walk(each, at, depth + 1))
  }
  return [...site.arguments, ...Object.values(site.keywords)].flatMap((value) => walk(value, site.at, 0))
}

/** A folder as code names it: a text, or parts that are joined below where the file itself lies. */
export function folderAt(reading: Reading, taken: Taken): ServedFolder | null {
  const [first, ...rest] = partsAt(reading, taken, 0)
  if (rest.includes(null)) return null
  const folder = [first === here ? '' : (first ?? ''), ...rest].join('/')
  const from = first === here ? 'file' : 'project'
  return /^[\w@./ -]+$/.test(folder) ? { folder, from } : null
}

/** No folder is called so. */
const here = '\n'

/** The parts of a path, with null for what is not known: the first of them is then where the program is run. */
function partsAt(reading: Reading, { value, at }: Taken, depth: number): readonly (string | null)[] {
  const constant = constantOf(reading, value, at)
  if (constant !== null) return [constant]
  const made = reading.tracer.trace(value, at)[0]?.steps.at(-1)
  const call = made?.call === undefined ? undefined : reading.code.outline.calls[made.call]
  if (call && depth < maxDepth && /^(?:join|resolve|Join|Dir|normalize|FS)$/.test(call.name)) {
    const given = call.name === 'Dir' ? call.arguments.slice(0, 1) : call.arguments
    return given.flatMap((each) => partsAt(reading, { value: each, at }, depth + 1))
  }
  const [text] = textsOf(reading, value, at)
  return (text ?? []).map((piece) => (isHole(piece) ? place(piece.shown) : piece.text))
}

/** The folder of the file itself, or where the program is run; null for what is neither. */
function place(shown: string): string | null {
  if (/^(?:__dirname|import\.meta\.dirname)$/.test(shown)) return here
  return /^process\.cwd(?:\(\))?$/.test(shown) ? '' : null
}
