import type { Framework } from '../../domain/framework.js'
import type { Pattern } from '../../domain/pattern.js'

/** An expression of a rule, in the engine that its framework asks for: our own rules need no other than that of the language. */
export function expressionOf({ compile }: Framework, expression: string): Pattern {
  return compile ? compile(expression) : new RegExp(expression)
}
