import type { Action, Detail, ElementKind } from './element-fact.js'
import type { EmbeddedLanguage } from './format.js'

/**
 * What is matched promises or relies on an element. `{…}` in its spelling is a word: a named group of the match, or one of
 * `words`. There is no fact where a word is not known. `{env NAME}` stands for what the environment says, with the default
 * in the details, and a constant of another file is looked up there when files are joined.
 */
export type ElementForm = {
  readonly emit: 'element'
  /** `event kafka {topic}`; of a kind alone, only the fields are told. */
  readonly element: ElementKind | `${ElementKind} ${string}`
  readonly action: Action
  readonly words?: Readonly<Record<string, readonly ElementFrom[] | Word>>
  readonly details?: Readonly<Partial<Record<Detail, readonly ElementFrom[] | Word>>>
  /** The fact is told again for each item of a list or field of an object; what is neither is one item. Tried in order. */
  readonly each?: readonly ElementFrom[]
  /** Only items of a type that fits: `item type` of `fields`, and the types of the parameters of `methods`. */
  readonly eachType?: string
  /** Only items whose words at these places these expressions find; nothing is an empty text: `{ 'item tag': 'gorm:' }`. */
  readonly eachHolds?: Readonly<Record<ElementFrom, string>>
  /** The same inside each of those: `item` is then of the inner, `outer item` of the outer list. */
  readonly eachInside?: readonly ElementFrom[]
  /** What is sent with it: each of its fields is told too, as `event kafka orders.created total`. */
  readonly fields?: readonly ElementFrom[]
  /**
   * Who reads what was sent: a function that is given it, the decorated one, or whoever has the value of the call. It is one
   * of these members of the parameter or value (all of it, where that is empty). Each field that is read of it is told.
   */
  readonly reader?: {
    readonly of: readonly ElementFrom[] | 'decorated' | 'value'
    readonly parameter?: number
    readonly members: readonly string[]
  }
  /** Its last word is what the decorated function is called by: other files may name it by the function. */
  readonly keeps?: 'decorated'
  /** Its name alone makes us believe it. */
  readonly certainty?: 'likely'
}

/**
 * As `From` of `framework.ts`, and these at the beginning: `name` (what was matched), `class` (that it stands in, or that was
 * matched), `class decorator Entity argument 0`, `class field Meta.db_table` (its value), `class method TableName` (what it
 * returns), `decorated` (a function, class, field or parameter, by its name; `decorated in
 * module` with the module's before it), `assigned` (the name or field that is given the value of the call), `receiver name` (as
 * written, its last word), `type 0` (an argument in `<>`), `literal` (what was matched), `… shown` (a value as it is written:
 * `gen.OrderService`), `fields` and `methods` (of the class), and of `each`: `key`, `item …`, `item type`, `item tag` (annotations or default as written), with `outer` before
 * them for the outer of two.
 */
export type ElementFrom = string

export type Word = {
  readonly from: readonly ElementFrom[]
  /** A regular expression; the word is its first group, and there is none where it does not fit. */
  readonly fit?: string
  /** Put before and behind it. */
  readonly before?: string
  readonly after?: string
  /** Done to it from left to right. */
  readonly spell?: readonly Spelling[]
  /** When nothing is written. What is written and not understood has no default. */
  readonly default?: string
  /** The same, from what tools make a name of by custom: the fact is then only likely. */
  readonly guess?: { readonly from: readonly ElementFrom[]; readonly spell?: readonly Spelling[] }
  /** Parts that only running will tell are `{}`, where something is known beside them: `orders:{}`. */
  readonly open?: true
}

export type Spelling = 'lower' | 'upper' | 'snake' | 'camel' | 'pascal' | 'capital' | 'plural'

/** The text is of another language, and its reader says what is in it. */
export type EmbeddedForm = {
  readonly emit: 'embedded'
  readonly language: EmbeddedLanguage
  readonly text: readonly ElementFrom[]
}
