import type { AnnotatedForm, Mapping } from '../../../domain/annotated.js'
import type { Framework } from '../../../domain/framework.js'
import type { Decorator } from '../../../domain/outline.js'
import { openedModules } from '../origin.js'
import type { Reading } from '../reading.js'
import { decoratorSite, type Site } from '../recognise.js'
import { indexOf } from './index-of.js'

/** A form with the framework that it is of. */
export type Form = {
  readonly framework: Framework
  readonly rule: string
  readonly form: AnnotatedForm & Marks
}

type Marks = { readonly match: { readonly name: readonly string[] } }

/** An annotation that a framework knows, where it is used: at the place itself, or on the annotation that is used there. */
export type Known = { readonly decorator: Decorator; readonly site: Site; readonly used: Decorator }

/** As deep as annotations are made of annotations, and as many as stand on one definition. */
const maxDepth = 4
const maxCount = 30

/** The annotations on a definition that are of a framework, with those that they are made of in this blob. */
export function annotationsOn(reading: Reading, { framework }: Form, definition: number): readonly Known[] {
  return remembered(found, reading, `${framework.id} ${definition}`, () =>
    findOn(reading, framework, definition),
  )
}

const found = new WeakMap<Reading, Map<string, readonly Known[]>>()
const ofFramework = new WeakMap<Reading, Map<string, boolean>>()

function remembered<T>(
  memory: WeakMap<Reading, Map<string, T>>,
  reading: Reading,
  key: string,
  find: () => T,
): T {
  const known = memory.get(reading) ?? new Map<string, T>()
  memory.set(reading, known)
  const value = known.get(key) ?? find()
  known.set(key, value)
  return value
}

function findOn(reading: Reading, framework: Framework, definition: number): readonly Known[] {
  return indexOf(reading)
    .on(definition)
    .slice(0, maxCount)
    .flatMap((used) => expanded(reading, framework, { used, seen: new Set() }, used))
}

type Expanding = { readonly used: Decorator; readonly seen: Set<number> }

function expanded(
  reading: Reading,
  framework: Framework,
  { used, seen }: Expanding,
  decorator: Decorator,
): readonly Known[] {
  if (isOf(reading, framework, decorator.name))
    return [{ decorator, used, site: decoratorSite(reading.code, decorator) }]
  const declared = indexOf(reading).typeNamed(decorator.name)
  if (declared === null || seen.has(declared) || seen.size > maxDepth) return []
  seen.add(declared)
  return indexOf(reading)
    .on(declared)
    .slice(0, maxCount)
    .flatMap((each) => expanded(reading, framework, { used, seen }, each))
}

/** Whether a name is one of the framework's, by where it was imported from: by itself, or with everything of its package. */
export function isOf(reading: Reading, framework: Framework, name: string): boolean {
  return remembered(ofFramework, reading, `${framework.id} ${name}`, () =>
    isImportedFrom(reading, framework, name),
  )
}

function isImportedFrom(reading: Reading, { imports = [] }: Framework, name: string): boolean {
  const found = reading.code.find(name, { scope: null, line: Number.MAX_SAFE_INTEGER })
  if (found !== null && found.type !== 'import') return false
  const modules =
    found === null ? openedModules(reading.code).map((module) => `${module}.${name}`) : [found.module]
  return modules.some((module) =>
    imports.some((each) =>
      each.endsWith('*')
        ? module.startsWith(each.slice(0, -1))
        : module === each || module === `${each}.${name}`,
    ),
  )
}

/** Names of annotations that neither a framework nor this blob explains: other files may. */
export function unknownOn(
  reading: Reading,
  { framework, form }: Form,
  definition: number,
): readonly Decorator[] {
  const known = new Set([
    ...form.match.name,
    ...form.mappings.flatMap((each) => each.name),
    ...(form.guards ?? []),
  ])
  const isImported = (name: string) =>
    reading.code.outline.imports.some(({ names }) => names.some(({ local }) => local === name))
  const index = indexOf(reading)
  return index
    .on(definition)
    .slice(0, maxCount)
    .filter(
      ({ name }) =>
        !known.has(name) &&
        !(isImported(name) && isOf(reading, framework, name)) &&
        index.typeNamed(name) === null,
    )
}

export function mappingOf({ form }: Form, { decorator }: Known): Mapping | null {
  return form.mappings.find(({ name }) => name.includes(decorator.name)) ?? null
}
