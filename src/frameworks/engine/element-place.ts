import type { Scope, Value } from '../../domain/outline.js'
import type { At } from './names.js'
import type { Groups, RuleOf, Site } from './recognise.js'
import type { Entry } from './rulebook.js'
import type { Trace } from './trace.js'

/** What is told of places: an element, or a text of another language. */
export type Emit = 'element' | 'embedded'

/** A place where a rule for elements or for embedded texts holds. */
export type ElementPlace<E extends Emit = Emit> = {
  readonly entry: Entry
  readonly rule: RuleOf<E>
  readonly certainty: 'certain' | 'likely'
  readonly groups: Groups
  readonly site: Site
  readonly callee: Trace | null
  /** What was matched, by its index in the outline. */
  readonly matched:
    | { readonly call: number }
    | { readonly decorator: number }
    | { readonly read: number }
    | { readonly class: number }
    | { readonly owner: string }
    | { readonly literal: Value }
  /** Where it stands, for those who ask which function that is. */
  readonly scope: Scope
  /** Of `each`, the innermost first. */
  readonly items: readonly Item[]
}

/** A place, whatever its rule gives. */
export type AnyPlace = Omit<ElementPlace, 'rule'>

/** One item of a list, or field of an object or a class. */
export type Item = {
  /** Its name; null for an item of a list. */
  readonly key: string | null
  readonly value: Value | null
  readonly type: string
  /** Of a field of a class: its tag, annotations or default as written. */
  readonly tag?: string
  readonly at: At
  readonly line: number
}
