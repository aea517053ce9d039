import type { SyntaxNode } from '../../domain/outline.js'

const builtIn =
  /^(?:string|bool|byte|rune|error|any|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128))$/

/** A type as written, without its pointers: `[]Order` for `[]*Order`. */
export function typeText(type: SyntaxNode | null): string | null {
  return type ? withoutPointers(type.text) : null
}

export function withoutPointers(text: string): string {
  return text.replaceAll(/\*\s*/g, '')
}

export function isBuiltInType(name: string): boolean {
  return builtIn.test(name)
}
