import type { MethodOrAny } from '../../../domain/element.js'
import { beginsAt } from '../begins.js'
import { constantOf } from '../environment.js'
import { itemsAt } from '../items.js'
import type { Reading } from '../reading.js'
import { decoratorSite } from '../recognise.js'
import { toMethod } from '../request.js'
import { methodsGiven } from '../route.js'
import { joinPaths, pathAt } from '../router.js'
import { type Taken, takeFirst } from '../take.js'
import { start } from '../trace.js'
import { annotationsOn, type Form, type Known, mappingOf } from './annotation.js'

/** A path of an annotation; `begins` names the constant of another file that it begins with. */
export type Path = { readonly path: string; readonly begins?: string }

/** What the annotations of a class or a method come to: null where they say nothing of it, empty where nobody can tell. */
export type Places = {
  readonly paths: readonly Path[] | null
  readonly methods: readonly MethodOrAny[] | null
  readonly line: number
}

export function placesOn(reading: Reading, form: Form, definition: number): Places {
  const known = annotationsOn(reading, form, definition).filter((each) => mappingOf(form, each) !== null)
  const methods = known.flatMap((each) => methodsOf(reading, form, each) ?? [])
  const saysMethod = known.some(
    (each) => mappingOf(form, each)?.method !== undefined || mappingOf(form, each)?.methodInPath,
  )
  const paths = known.flatMap((each) => pathsOf(reading, form, each) ?? [])
  const saysPath = known.some((each) => pathsOf(reading, form, each) !== null)
  const line = known[0]?.used.line ?? reading.code.outline.definitions[definition]?.line ?? 1
  return {
    methods: saysMethod ? methods : null,
    paths: saysPath ? paths : null,
    line,
  }
}

const nobody = start({ type: 'global', name: '' })

function methodsOf(reading: Reading, form: Form, known: Known): readonly MethodOrAny[] | null {
  const mapping = mappingOf(form, known)
  if (mapping?.methodInPath)
    return [toMethod(/^[A-Z]+(?=\s)/.exec(writtenPath(reading, known) ?? '')?.[0] ?? '') ?? 'ANY']
  return mapping?.method ? methodsGiven(reading, mapping.method, known.site, nobody) : null
}

/** What is written where the annotation is used says more than what its own declaration does. */
function pathsOf(reading: Reading, form: Form, { decorator, used, site }: Known): readonly Path[] | null {
  const mapping = mappingOf(form, { decorator, used, site })
  if (!mapping?.path) return null
  const overriding =
    used === decorator
      ? null
      : takeFirst(reading.tracer, mapping.path, decoratorSite(reading.code, used), null)
  const taken = overriding ?? takeFirst(reading.tracer, mapping.path, site, null)
  const paths = taken && pathsAt(reading, taken)
  if (!paths || !mapping.methodInPath) return paths
  return paths.map((each) => ({ ...each, path: each.path.replace(/^[A-Z]+\s+/, '') }))
}

function writtenPath(reading: Reading, { site }: Known): string | null {
  const [value] = site.arguments
  return value ? constantOf(reading, value, site.at) : null
}

/** The paths that a value is; none for one that nobody can say. */
export function pathsAt(reading: Reading, taken: Taken): readonly Path[] {
  return (itemsAt(reading, taken) ?? [taken]).flatMap((each) => {
    const begins = beginsAt(reading, each)
    const path = pathAt(reading, each)
    if (begins !== null) return [{ path: path ?? '', begins }]
    const plain = path === null ? null : settled(path)
    return plain === null ? [] : [{ path: plain }]
  })
}

/** `${orders.base:/orders}` stands for its default, and one without a default for what nobody can say. */
function settled(path: string): string | null {
  const plain = path.replace(/[$#]\{[^{}:]*:([^{}]*)\}/g, '$1')
  return /[$#]\{/.test(plain) ? null : plain.replaceAll('**', '*')
}

/** As many as anybody writes at one place. */
const maxPaths = 30

/** Every path of a class with every path of a method below it; what begins elsewhere can only be the first. */
export function pathsBelow(outer: readonly Path[] | null, inner: readonly Path[] | null): readonly Path[] {
  return (outer ?? [{ path: '' }]).slice(0, maxPaths).flatMap((one) =>
    (inner ?? [{ path: '' }]).slice(0, maxPaths).flatMap((other) => {
      if (other.begins === undefined) return [{ ...one, path: joinPaths(one.path, other.path) }]
      return one.path === '' && one.begins === undefined ? [other] : []
    }),
  )
}
