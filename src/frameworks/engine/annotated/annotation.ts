import type { AnnotatedForm, Mapping } from '../../../domain/annotated.js'
import type { Framework } from '../../../domain/framework.js'
import type { Decorator } from '../../../domain/outline.js'
import { openedModules } from '../origin.js'
import type { Reading } from '../reading.js'
import { decoratorSite, type Site } from '../recognise.js'

/** A form with the framework that it is of. */
export type Form = {
  readonly framework: Framework
  readonly rule: string
  readonly form: AnnotatedForm & Marks
}

type Marks = { readonly match: { readonly name: readonly string[] } }

/** An annotation that a framework knows, where it is used: at the place itself, or on the annotation that is used there. */
export type Known = { readonly decorator: Decorator; readonly site: Site; readonly used: Decorator }

/** As deep as annotations are made of annotations. */
const maxDepth = 4

/** The annotations on a definition that are of a framework, with those that they are made of in this blob. */
export function annotationsOn(reading: Reading, { framework }: Form, definition: number): readonly Known[] {
  const { decorators } = reading.code.outline
  return decorators.flatMap((used) =>
    used.target === definition && used.on === undefined
      ? expanded(reading, framework, { decorator: used, used }, 0)
      : [],
  )
}

function expanded(
  reading: Reading,
  framework: Framework,
  { decorator, used }: Pick<Known, 'decorator' | 'used'>,
  depth: number,
): readonly Known[] {
  if (isOf(reading, framework, decorator.name))
    return [{ decorator, used, site: decoratorSite(reading.code, decorator) }]
  const declared = declarationOf(reading, decorator.name)
  if (declared === null || depth > maxDepth) return []
  return reading.code.outline.decorators
    .filter(({ target, on }) => target === declared && on === undefined)
    .flatMap((each) => expanded(reading, framework, { decorator: each, used }, depth + 1))
}

function declarationOf(reading: Reading, name: string): number | null {
  const found = reading.code.outline.definitions.findIndex(
    (each) => (each.kind === 'class' || each.kind === 'type') && each.name === name,
  )
  return found === -1 ? null : found
}

/** Whether a name is one of the framework's, by where it was imported from: by itself, or with everything of its package. */
export function isOf(reading: Reading, { imports = [] }: Framework, name: string): boolean {
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
  return reading.code.outline.decorators.filter(
    ({ target, on, name }) =>
      target === definition &&
      on === undefined &&
      !known.has(name) &&
      !(isImported(name) && isOf(reading, framework, name)) &&
      declarationOf(reading, name) === null,
  )
}

export function mappingOf({ form }: Form, { decorator }: Known): Mapping | null {
  return form.mappings.find(({ name }) => name.includes(decorator.name)) ?? null
}
