import type { Framework } from '../../domain/framework.js'
import type { Definition } from '../../domain/outline.js'
import type { Code } from './code.js'
import { moduleFits } from './module-fits.js'
import type { Source, Trace } from './trace.js'
import { typeName } from './type-text.js'

/** Whether a call only narrows its receiver (`router.Group('/x')`): it then adds nothing to the origin. */
export type IsGroup = (call: number) => boolean

/**
 * Where a value comes from, spelt as rules spell it: `express.Router()`, `axios.create()`, `gin.Default()`; every spelling
 * that is true of it, with `T()` for what is declared to be a `T`. Empty for what begins in this blob.
 */
export function originsOf(
  trace: Trace,
  framework: Framework,
  code: Code,
  isGroup: IsGroup,
): readonly string[] {
  if (!mayHaveOrigin(trace)) return []
  const spelt = headsOf(trace.source, framework, code).map((head) => spell(head, trace, 0, isGroup))
  return [...spelt, ...declaredOrigins(trace, framework, code, isGroup)]
}

/** Whether there can be any, in whatever framework. */
export function mayHaveOrigin({ source, types }: Trace): boolean {
  return types.length > 0 || /^(?:import|global|definition)$/.test(source.type)
}

/** A class of this blob is, for its users, what it extends: `class ShopApi(Api)`. */
function headsOf(source: Source, framework: Framework, code: Code): readonly string[] {
  if (source.type !== 'definition') {
    const head = headOf(source, framework, code)
    return head === null ? [] : [head]
  }
  const definition = code.outline.definitions[source.index]
  return definition?.kind === 'class' ? basesOf(definition, framework, code, 0) : []
}

/** As long as chains of classes are. */
const maxDepth = 4

function basesOf({ bases }: Definition, framework: Framework, code: Code, depth: number): readonly string[] {
  if (depth > maxDepth) return []
  return bases.flatMap((base) => {
    const own = code.typeNamed(base)
    if (own) return basesOf(own, framework, code, depth + 1)
    const [first = '', ...rest] = (typeName(base)?.name ?? '').split('.')
    const found = code.find(first, { scope: null, line: Number.MAX_SAFE_INTEGER })
    const head = found?.type === 'import' ? headOf(found, framework, code) : null
    return head === null ? [] : [[head, ...rest].join('.')]
  })
}

function declaredOrigins(
  trace: Trace,
  framework: Framework,
  code: Code,
  isGroup: IsGroup,
): readonly string[] {
  return trace.types.flatMap(({ text, after }) => {
    const type = typeName(text)
    if (!type || type.list) return []
    const [first = '', ...rest] = type.name.split('.')
    const found = code.find(first, { scope: null, line: Number.MAX_SAFE_INTEGER })
    if (found && found.type !== 'import' && found.type !== 'definition') return []
    const heads = headsOf(found ?? { type: 'global', name: first }, framework, code)
    return heads.map((head) => spell(`${[head, ...rest].join('.')}()`, trace, after, isGroup))
  })
}

function spell(head: string, trace: Trace, from: number, isGroup: IsGroup): string {
  const steps = trace.steps.slice(from).filter((step) => step.call === undefined || !isGroup(step.call))
  return steps.reduce((text, step) => (step.name === '()' ? `${text}()` : `${text}.${step.name}`), head)
}

function headOf(source: Source, framework: Framework, code: Code): string | null {
  if (source.type === 'global') return mayBeOf(source.name, framework, code) ? globalName(source.name) : null
  if (source.type !== 'import') return null
  // `from shop import orders_pb2_grpc`
  const inner = code.language === 'python' ? `${source.module}.${source.imported}` : source.module
  if (!isModuleOf(source.module, framework) && !isModuleOf(inner, framework)) return null
  if (isClass(source)) return source.imported
  const head = shortModule(source.module)
  return source.imported === '*' || source.imported === 'default' ? head : `${head}.${source.imported}`
}

/** A class under its whole name is a module of its own: `RestTemplate` of `org.springframework.web.client.RestTemplate`. */
function isClass({ module, imported }: Extract<Source, { type: 'import' }>): boolean {
  const [first = ''] = imported.split('.')
  return module.endsWith(`.${first}`)
}

/** Where every class is imported or of the same package, a bare name is one of a package of which everything was imported. */
function mayBeOf(name: string, framework: Framework, code: Code): boolean {
  if (!framework.imports || !importsClasses.has(code.language)) return true
  return openedModules(code).some(
    (module) => isModuleOf(module, framework) || isModuleOf(`${module}.${name}`, framework),
  )
}

const importsClasses: ReadonlySet<string> = new Set(['java', 'kotlin', 'rust'])

/** Packages and classes of which everything was imported: `import shop.orders.*`, `using Shop.Orders`. */
export function openedModules({ outline, language }: Code): readonly string[] {
  return outline.imports.flatMap(({ module, names }) =>
    names.some(({ local }) => local === '*') || (language === 'csharp' && names.length === 0) ? [module] : [],
  )
}

function globalName(name: string): string {
  return /^(?:window|globalThis|self)$/.test(name) ? 'window' : name
}

/**
 * The last word of a module's name: `gin` of `github.com/gin-gonic/gin`, `echo` of `…/echo/v4`, `fastapi` of `fastapi.routing`,
 * `Route` of `Illuminate\Support\Facades\Route`.
 */
export function shortModule(module: string): string {
  const path = module.replace(/^node:/, '').replace(/\/v\d+$/, '')
  if (path.includes('\\')) return path.slice(path.lastIndexOf('\\') + 1)
  if (path.includes('::')) return path.slice(path.lastIndexOf(':') + 1)
  const last = path.slice(path.lastIndexOf('/') + 1)
  return path.includes('/') ? last : (last.split('.')[0] ?? last)
}

/** Without `imports`, a framework speaks of globals and of the standard library. */
function isModuleOf(module: string, framework: Framework): boolean {
  if (!framework.imports) return /^node:/.test(module)
  return framework.imports.some((each) => moduleFits(module, each))
}
