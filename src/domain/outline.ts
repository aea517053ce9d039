import type { Problem } from './blob.js'
import type { Export, Import } from './fact.js'

/**
 * What a language says of one blob, in terms that every language shares: who is imported, called, bound, read. Frameworks
 * read outlines and never a syntax tree, so a framework rule is written once and a language is written once.
 *
 * Names are normalised: `a?.b`, `a!.b`, `a["b"]` (a constant key) and `a.b` are all `a.b`; `self.x`, `this.x` and
 * the receiver's `s.x` of a Go method are `this.x`; `await e`, `(e)` and Go's `&e`, `*e` are `e`; type arguments of calls are dropped.
 */
export type Outline = {
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  /** In source order. Everything else refers to them by index. */
  readonly definitions: readonly Definition[]
  readonly calls: readonly Call[]
  readonly bindings: readonly Binding[]
  readonly decorators: readonly Decorator[]
  readonly reads: readonly MemberRead[]
  readonly returns: readonly Return[]
  /** Where a value is held against a text or a name, also by a `switch`: absent where the language tells none. */
  readonly comparisons?: readonly Comparison[]
  /** Enumerations, unions of texts, constants of one type. */
  readonly sets?: readonly NamedSet[]
  /** Parts of the file that could not be parsed; the rest is still outlined. */
  readonly problems: readonly Problem[]
}

/** Index into `Outline.definitions`; null at the top of the file. */
export type Scope = number | null

export type Definition = {
  readonly kind: 'function' | 'method' | 'class' | 'type'
  /** Empty for an anonymous function. For a Go method the bare method name. */
  readonly name: string
  /** The class, struct or receiver type that a method belongs to, by name. */
  readonly owner: string | null
  /** The definition that encloses it. */
  readonly scope: Scope
  readonly line: number
  readonly endLine: number
  /** In order, receiver and `self` left out. A destructured parameter has an empty name and `fields`. */
  readonly parameters: readonly Parameter[]
  /** The declared return type as written: `Promise<Order>`; Go's first result. */
  readonly returnType: string | null
  /** For a class or type: what it extends or embeds, as written. */
  readonly bases: readonly string[]
  /** For a class or type: its declared fields. */
  readonly fields: readonly DeclaredField[]
  /** `public`, `static`, `abstract` as written, where the language has such words. */
  readonly modifiers?: readonly string[]
  /** The type that a function extends, as written: `Route` of `fun Route.orders()`. */
  readonly extension?: string
}

export type Parameter = {
  readonly name: string
  readonly type: string | null
  readonly fields: readonly DestructuredField[]
  readonly default: Value | null
}

export type DeclaredField = {
  readonly name: string
  /** As written, without `?`; empty when not declared. A type without a name stands under one it was given: `Order$items[]`. */
  readonly type: string
  readonly optional: boolean
  readonly line: number
  /** A Go tag, attributes of C#, or the text of a default such as `Field(alias="total")`; empty when there is none. */
  readonly tag: string
  readonly value: Value | null
  /** As of a definition, with `get` for what is read through a getter (a property of C#). */
  readonly modifiers?: readonly string[]
}

/** `const { total, customer: { email: mail } } = order` gives `total` as total, and `customer.email` as mail. */
export type DestructuredField = { readonly field: string; readonly local: string; readonly line: number }

export type Call = {
  /**
   * The dotted callee as written and normalised: `axios.get`, `this.http.post`, `fetch`, `http.NewRequest`; `fetch().json`
   * for a member of a call, `rows[].pay` for one of an item, `require()` for what a call gives.
   */
  readonly callee: string
  /** What the callee is a member of, as a value, so that chains can be followed: `fetch(u)` in `fetch(u).json()`. */
  readonly receiver: Value | null
  /** The last segment of the callee. */
  readonly name: string
  readonly arguments: readonly Value[]
  /** Named arguments (`prefix='/api'`), by name. */
  readonly keywords: Readonly<Record<string, Value>>
  /** `new X()`. */
  readonly constructs: boolean
  readonly scope: Scope
  readonly line: number
  /** Type arguments as written: `['Order']` for `get<Order>(…)`. */
  readonly typeArguments: readonly string[]
}

/** A name that gets a value: `const x = …`, `x := …`, `this.x = …`, `with f() as x`, `for (const x of …)`. */
export type Binding = {
  /** Dotted where a member is assigned: `this.http`; empty for a destructuring, which has `fields`. */
  readonly name: string
  readonly value: Value
  /** The declared type as written, when there is one. */
  readonly type: string | null
  readonly fields: readonly DestructuredField[]
  /** The name holds one item of the value: a loop variable, a parameter of a `map` callback. */
  readonly item: boolean
  readonly scope: Scope
  readonly line: number
}

export type Decorator = {
  readonly callee: string
  readonly name: string
  readonly arguments: readonly Value[]
  readonly keywords: Readonly<Record<string, Value>>
  readonly line: number
  /** The decorated definition, or the one whose parameter or field is decorated. */
  readonly target: number
  /** The decorated parameter (by position) or field (by name), where it is not the target itself: `@Body() order: Order`. */
  readonly on?: { readonly parameter: number } | { readonly field: string }
}

/** A member that is read or written: `order.total`, `data["total"]`, `data.get("total")`. Callees are not listed again. */
export type MemberRead = {
  /** What it is a member of. */
  readonly object: Value
  /** The member; `[]` for an index that is a number or not constant. */
  readonly member: string
  readonly access: 'read' | 'write'
  readonly scope: Scope
  readonly line: number
}

/** `order.status === 'paid'`, `case 'paid'`, `status in ('paid', 'open')` (one for each). */
export type Comparison = {
  readonly value: Value
  /** A constant text, or a name that may stand for one. */
  readonly with: Value
  readonly scope: Scope
  readonly line: number
}

/** Texts that a value of a named type can be: `type Status = 'open' | 'paid'`, `const Paid Status = "paid"`. */
export type NamedSet = {
  readonly name: string
  readonly values: readonly NamedText[]
}

/** `name`: of the constant or member that stands for it. */
export type NamedText = { readonly name?: string; readonly text: string; readonly line: number }

export type Return = { readonly value: Value; readonly scope: number; readonly line: number }

/** A value, as far as its expression tells. */
export type Value =
  /** A string, a template or a concatenation: literal parts and the values between them. */
  | { readonly type: 'text'; readonly parts: readonly (string | Value)[]; readonly line: number }
  /** `fmt.Sprintf(f, …)`, `f % (…)`, `f.format(…)`: each placeholder of the format stands for one argument. */
  | {
      readonly type: 'format'
      readonly format: Value
      readonly arguments: readonly Value[]
      readonly line: number
    }
  /** An identifier or a dotted name: `id`, `req.params.id`, `process.env.ORDERS_URL`, `this.base`. */
  | { readonly type: 'name'; readonly name: string }
  /** Index into `Outline.calls`. */
  | { readonly type: 'call'; readonly call: number }
  /** A member of something that is not a plain name: `(await f()).data`, `rows[0].total`; `[]` for an index. */
  | { readonly type: 'member'; readonly of: Value; readonly member: string }
  | {
      readonly type: 'object'
      readonly fields: readonly ObjectField[]
      readonly spreads: readonly Value[]
      readonly line: number
    }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  /** An inline function: index into `Outline.definitions`. */
  | { readonly type: 'function'; readonly definition: number }
  /** `e as T`, `<T>e`, `T(e)` in Go, `cast(T, e)`. */
  | { readonly type: 'cast'; readonly value: Value; readonly to: string }
  /** `a ?? b`, `a || b`, `a or b`, `c ? a : b`: any of them. */
  | { readonly type: 'choice'; readonly of: readonly Value[] }
  | { readonly type: 'number' | 'boolean' | 'null'; readonly text: string }
  /** Anything else; at most 80 characters of it, for messages. */
  | { readonly type: 'other'; readonly text: string }

export type ObjectField = {
  readonly name: string
  readonly value: Value
  readonly line: number
  /** The key as a value, where it is more than a constant text: `{ Orders::API => '/orders' }`. */
  readonly key?: Value
}

/** A language: which files it reads, and how it outlines them. */
export type Language = {
  readonly id: string
  /** File name endings with the dot: `.ts`. */
  readonly extensions: readonly string[]
  /** Its outline of a text; never throws. Parts of a host file (a `<script>`) keep the host's line numbers. */
  readonly outline: (path: string, text: string, parse: Parse) => Outline
}

/** A parser given from outside, because grammars are loaded from disk: null when it ran out of time. */
export type Parse = (grammar: Grammar, text: string) => SyntaxTree | null

export type Grammar =
  | 'typescript'
  | 'tsx'
  | 'javascript'
  | 'python'
  | 'go'
  | 'java'
  | 'kotlin'
  | 'c-sharp'
  | 'ruby'
  | 'php'
  | 'rust'

/** The root of a parsed text. It must be freed by `delete` when the outline is made. */
export type SyntaxTree = { readonly root: SyntaxNode; readonly delete: () => void }

/** A node of a concrete syntax tree: the part of tree-sitter's interface that languages use. */
export type SyntaxNode = {
  readonly type: string
  readonly text: string
  readonly isNamed: boolean
  readonly isError: boolean
  readonly isMissing: boolean
  readonly hasError: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly startPosition: { readonly row: number; readonly column: number }
  readonly endPosition: { readonly row: number; readonly column: number }
  readonly parent: SyntaxNode | null
  /** The grammar's field of its parent that it fills: `name`, `left`. */
  readonly field: string | null
  readonly childCount: number
  readonly children: readonly (SyntaxNode | null)[]
  readonly namedChildCount: number
  readonly namedChildren: readonly (SyntaxNode | null)[]
  child(index: number): SyntaxNode | null
  namedChild(index: number): SyntaxNode | null
  childForFieldName(name: string): SyntaxNode | null
}
