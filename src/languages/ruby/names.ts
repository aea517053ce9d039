import type { SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'

/** The methods of each class of a walk by the definition of the class, with or without parameters. */
const methodsOfWalk = new WeakMap<Walk, Map<number, ReadonlySet<string>>>()
const localsOfWalk = new WeakMap<Walk, Set<string>>()

/** Remembers what the body of a class defines, before it is walked: methods may be called above where they are written. */
export function rememberMethods(walk: Walk, owner: number, body: SyntaxNode | null): void {
  const known = methodsOfWalk.get(walk) ?? new Map<number, ReadonlySet<string>>()
  methodsOfWalk.set(walk, known)
  known.set(owner, new Set((body?.namedChildren ?? []).flatMap((each) => (each ? methodNames(each) : []))))
}

/** `private def total`, `attr_reader :conn`, `class << self` and plain methods. */
function methodNames(node: SyntaxNode, depth = 0): readonly string[] {
  if (node.type === 'method' || node.type === 'singleton_method')
    return [node.childForFieldName('name')?.text ?? '']
  if (depth > 2) return []
  if (node.type === 'singleton_class') {
    const inner = node.childForFieldName('body')?.namedChildren ?? []
    return inner.flatMap((each) => (each ? methodNames(each, depth + 1) : []))
  }
  const called = node.type === 'call' ? node.childForFieldName('method')?.text : undefined
  if (
    called === undefined ||
    !/^(?:private|protected|public|attr_\w+|delegate|module_function)$/.test(called)
  )
    return []
  return (node.childForFieldName('arguments')?.namedChildren ?? []).flatMap((each) => {
    if (each?.type === 'simple_symbol') return called.startsWith('attr_') ? [each.text.slice(1)] : []
    return each ? methodNames(each, depth + 1) : []
  })
}

/** Remembers a variable of the present scope. */
export function rememberLocal(walk: Walk, name: string, scope = walk.scope): void {
  const known = localsOfWalk.get(walk) ?? new Set<string>()
  localsOfWalk.set(walk, known)
  known.add(`${scope} ${name}`)
}

/** Whether a bare name is a method of the class around, and no variable. */
export function isOwnMethod(walk: Walk, name: string): boolean {
  const methods = methodsOfWalk.get(walk)
  const locals = localsOfWalk.get(walk)
  if (!methods) return false
  for (let scope = walk.scope, depth = 0; scope !== null && depth < 150; depth++) {
    if (locals?.has(`${scope} ${name}`)) return false
    const own = methods.get(scope)
    if (own) return own.has(name)
    scope = walk.definitions[scope]?.scope ?? null
  }
  return false
}

/** A constant as it is looked for: `::Shop::Orders` is `Shop::Orders`. */
export function constantName(node: SyntaxNode): string {
  return node.text.replaceAll(/\s/g, '').replace(/^::/, '')
}
