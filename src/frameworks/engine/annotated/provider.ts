import { type MethodOrAny, pathTemplate } from '../../../domain/element.js'
import type { MountFact, RouteFact } from '../../../domain/fact.js'
import type { Reading } from '../reading.js'
import { decoratorSite } from '../recognise.js'
import type { DeclaredRoute } from '../route.js'
import { takeFirst } from '../take.js'
import { referenceTo } from '../target.js'
import { typeName } from '../type-text.js'
import { annotationsOn } from './annotation.js'
import { modelsOf } from './body.js'
import { type Annotated, annotatedClasses, guardsOn, unknownOn } from './classes.js'
import { type Path, type Places, pathsAt, pathsBelow, placesOn } from './places.js'

/** What annotated classes of a blob answer, and the classes and interfaces that they take more from. */
export type AnnotatedRoutes = {
  readonly routes: readonly DeclaredRoute[]
  readonly mounts: readonly MountFact[]
}

export function readAnnotatedRoutes(reading: Reading): AnnotatedRoutes {
  const classes = annotatedClasses(reading).filter(({ form }) => form.form.side === 'provider')
  const consumed = consumers(reading)
  const providing = classes.filter((each) => !consumed.has(each.definition))
  return {
    routes: providing.flatMap((each) => [...routesOf(reading, each), ...saidByAnnotation(reading, each)]),
    mounts: providing.flatMap((each) => [
      ...handedDown(reading, each),
      ...composed(reading, each),
      ...locators(reading, each),
      ...bases(reading, each),
    ]),
  }
}

/** Interfaces that name requests which are made, in words that others use for those that are answered. */
function consumers(reading: Reading): ReadonlySet<number> {
  const classes = annotatedClasses(reading)
  return new Set(
    classes.flatMap(({ form, isMarked, definition }) =>
      form.form.side === 'consumer' && isMarked && !form.form.unmarked ? [definition] : [],
    ),
  )
}

/**
 * The routes of a class that a mark makes one that answers, and once more for those that extend it: these are told only
 * where another class takes them over.
 */
function routesOf(reading: Reading, found: Annotated): readonly DeclaredRoute[] {
  return found.methods.flatMap((method) => {
    const own = placesOn(reading, found.form, method)
    const declared =
      own.methods === null
        ? toldElsewhere(reading, found, { method, own })
        : routesAt(reading, found, { method, own })
    // What an interface says stands at its own path, unless a class that takes it over has another.
    if (found.isType && found.isMarked)
      return declared.map((route) => ({
        ...handedOn(found, route),
        fact: { ...handedOn(found, route).fact, isView: false },
      }))
    return [...(found.isMarked ? declared : []), ...declared.map((route) => handedOn(found, route))]
  })
}

/** An annotation of another file may be made of one that says the method, and the path where none is given. */
function toldElsewhere(
  reading: Reading,
  found: Annotated,
  { method, own }: Method,
): readonly DeclaredRoute[] {
  const { form } = found
  if (!found.isMarked) return []
  const from = form.form.mappings.find((each) => each.method && each.path)?.path
  return unknownOn(reading, form, method).flatMap((each) => {
    const taken = from ? takeFirst(reading.tracer, from, decoratorSite(reading.code, each), null) : null
    const paths = own.paths ?? (taken && pathsAt(reading, taken))
    const told = referenceTo(reading, each.name)
    const at: Places = { ...own, paths, methods: ['ANY'], line: each.line }
    return routesAt(reading, found, { method, own: at }).map((route) => ({
      ...route,
      fact: { ...route.fact, told: { annotation: told, hasPath: paths !== null } },
    }))
  })
}

/** What an annotation says of the methods that it stands on. */
function saidByAnnotation(reading: Reading, found: Annotated): readonly DeclaredRoute[] {
  const { own, form, name } = found
  if (found.isMarked || !isAnnotation(reading, found) || own.methods === null) return []
  return (own.paths ?? [{ path: '' }]).flatMap(({ path }) =>
    (own.methods ?? []).map((method) => ({
      definition: null,
      handlers: null,
      framework: form.framework.id,
      answerType: null,
      fact: {
        kind: 'route',
        line: own.line,
        rule: form.rule,
        certainty: 'certain',
        method,
        path: pathTemplate(path),
        receiver: name,
        handler: null,
        isView: true,
        guards: [],
        source: 'code',
      } satisfies RouteFact,
    })),
  )
}

type Method = { readonly method: number; readonly own: Places }

function routesAt(reading: Reading, found: Annotated, { method, own }: Method): readonly DeclaredRoute[] {
  const { form } = found
  const name = reading.code.outline.definitions[method]?.name ?? ''
  const guards = [...guardsOn(reading, form, found.definition), ...guardsOn(reading, form, method)]
  const models = modelsOf(reading, form, method)
  return pathsBelow(found.own.paths, own.paths).flatMap(({ path, begins }) =>
    methodsBelow(found.own, own).map((each) => ({
      definition: method,
      handlers: form.framework.handlers ?? null,
      framework: form.framework.id,
      answerType: null,
      fact: {
        kind: 'route',
        line: own.line,
        rule: form.rule,
        certainty: 'certain',
        within: `${found.name}.${name}`,
        method: each,
        path: pathTemplate(path),
        ...(begins === undefined ? {} : { begins }),
        receiver: null,
        handler: `${found.name}.${name}`,
        guards,
        source: 'code',
        ...(models.length ? { models } : {}),
      } satisfies RouteFact,
    })),
  )
}

/** The methods of a class hold for its methods that name none. */
function methodsBelow(outer: Places, inner: Places): readonly MethodOrAny[] {
  const own = inner.methods ?? []
  const given = (outer.methods ?? []).filter((each) => each !== 'ANY')
  return own.includes('ANY') && given.length ? given : [...new Set(own)]
}

function handedOn(found: Annotated, route: DeclaredRoute): DeclaredRoute {
  const ownPrefix = found.own.paths?.[0]?.path ?? ''
  return {
    ...route,
    // What the class itself answers has been explained already.
    ...(found.isMarked && !found.isType ? { definition: null, handlers: null } : {}),
    fact: {
      ...route.fact,
      receiver: found.name,
      isView: true,
      ...(ownPrefix === '' ? {} : { ownPrefix: pathTemplate(ownPrefix) }),
    },
  }
}

/** `class OrderController extends CrudController implements OrdersApi`: their routes are its own, below its own path. */
function handedDown(reading: Reading, found: Annotated): readonly MountFact[] {
  const bases = reading.code.outline.definitions[found.definition]?.bases ?? []
  return bases.flatMap((base) =>
    mountsOf(reading, found, {
      target: referenceTo(reading, base),
      receiver: found.name,
      paths: found.own.paths,
    }),
  )
}

type Mounted = Pick<MountFact, 'target' | 'receiver'> & { readonly paths: readonly Path[] | null }

function mountsOf(
  reading: Reading,
  found: Annotated,
  { target, receiver, paths }: Mounted,
): readonly MountFact[] {
  const { form, definition, isMarked } = found
  const guards = guardsOn(reading, form, definition)
  return (paths ?? [{ path: '' }]).map(({ path, begins }) => ({
    kind: 'mount',
    line: found.own.line,
    rule: form.rule,
    certainty: 'certain',
    prefix: pathTemplate(path),
    ...(begins === undefined ? {} : { begins }),
    receiver,
    target,
    ...(paths === null ? {} : { replaces: true }),
    ...(isMarked ? {} : { inner: true }),
    ...(guards.length ? { guards } : {}),
  }))
}

/** An annotation of another file may make the class one that answers: then that file mounts the annotation. */
function composed(reading: Reading, found: Annotated): readonly MountFact[] {
  const { form, definition, isMarked, name } = found
  const kept = { kind: 'mount', line: found.own.line, rule: form.rule, certainty: 'certain' } as const
  if (isMarked && isAnnotation(reading, found)) {
    const prefix = pathTemplate(found.own.paths?.[0]?.path ?? '')
    return [{ ...kept, prefix, receiver: null, target: { name, module: null } }]
  }
  if (isMarked || !found.methods.some((each) => placesOn(reading, form, each).methods !== null)) return []
  return unknownOn(reading, form, definition).map((each) => ({
    ...kept,
    prefix: '',
    receiver: each.name,
    target: { name, module: null },
    inner: true,
  }))
}

/** An annotation is told by having neither methods nor anything that it extends. */
function isAnnotation(reading: Reading, { methods, definition, isType }: Annotated): boolean {
  return isType && methods.length === 0 && reading.code.outline.definitions[definition]?.bases.length === 0
}

/** `@Path("/{id}/items") ItemResource items()`: the routes of what it returns are below it. */
function locators(reading: Reading, found: Annotated): readonly MountFact[] {
  if (!found.form.form.locators) return []
  return found.methods.flatMap((method) => {
    const own = placesOn(reading, found.form, method)
    const returned = reading.code.outline.definitions[method]?.returnType ?? ''
    const type = typeName(returned.replace(/^Class<(.*)>$/, '$1'))
    if (own.methods !== null || own.paths === null || !type) return []
    const paths = pathsBelow(found.own.paths, own.paths)
    const receiver = found.isMarked ? null : found.name
    const mounts = mountsOf(reading, found, { target: referenceTo(reading, type.name), receiver, paths })
    return mounts.map((each) => ({ ...each, line: own.line }))
  })
}

/** `@ApplicationPath("/api")` stands before every route of the application. */
function bases(reading: Reading, found: Annotated): readonly MountFact[] {
  const { form, definition } = found
  return annotationsOn(reading, form, definition).flatMap(({ decorator, site }) => {
    const taken = takeFirst(reading.tracer, ['argument 0'], site, null)
    if (!form.form.base?.includes(decorator.name) || !taken) return []
    return pathsAt(reading, taken).map(({ path }) => ({
      kind: 'mount' as const,
      line: decorator.line,
      rule: form.rule,
      certainty: 'certain' as const,
      prefix: pathTemplate(path),
      receiver: null,
      target: { name: '', module: null },
      everywhere: { framework: form.framework.id, except: [] },
    }))
  })
}
