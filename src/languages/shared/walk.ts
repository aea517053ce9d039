import type { Problem } from '../../domain/blob.js'
import type { Export, Import } from '../../domain/fact.js'
import type {
  Binding,
  Call,
  Comparison,
  Decorator,
  Definition,
  MemberRead,
  NamedSet,
  Outline,
  Return,
  Scope,
  SyntaxNode,
  Value,
} from '../../domain/outline.js'
import { constantText, otherValue, uncast } from './values.js'

/** What an expression is told by the place it stands in. */
export type Place = {
  /** What it is called there: `get` of `orders` in `orders = { get: () => … }`. */
  readonly name?: string
  readonly owner?: string | null
  /** What its parameters hold, when it is a function: an item of `orders` in `orders.map((order) => …)`. */
  readonly given?: readonly Given[]
  /** What an operator's callback is given: `orders$` in `orders$.pipe(map((orders) => …))`. */
  readonly piped?: Value
}

export type Given = { readonly parameter: number; readonly of: Value; readonly item: boolean }

/** What an expression is worth, having told the walk of the calls, reads and functions inside it. */
export type ValueRule = (walk: Walk, node: SyntaxNode, place: Place | null) => Value

/** What a statement, declaration or anything else without a value tells the walk. */
export type VisitRule = (walk: Walk, node: SyntaxNode) => void

/** A language as two tables by kind of node. A kind in neither is walked through, child by child. */
export type Rules = {
  readonly values: ReadonlyMap<string, ValueRule>
  readonly visits: ReadonlyMap<string, VisitRule>
}

/** Deeper than people write, and far from the end of the stack. It also bounds how deep values nest. */
const depthLimit = 150

/** As many as a file of hand-written code has. */
const comparisonLimit = 5_000

function isConstant(value: Value): boolean {
  return constantText(uncast(value)) !== null
}

const unfinishedCall: Call = {
  callee: '',
  receiver: null,
  name: '',
  arguments: [],
  keywords: {},
  constructs: false,
  scope: null,
  line: 0,
  typeArguments: [],
}

/**
 * One walk over a syntax tree, and the outline that grows from it. Every node is visited once. What lies too deep is put
 * off and walked afterwards as a tree of its own: its calls and reads are still found, only the value it has a part in
 * does not see it. So neither the stack nor the time depends on how a text is nested.
 */
export class Walk {
  readonly imports: Import[] = []
  readonly exports: Export[] = []
  readonly definitions: Definition[] = []
  readonly calls: Call[] = []
  readonly bindings: Binding[] = []
  readonly decorators: Decorator[] = []
  readonly reads: MemberRead[] = []
  readonly returns: Return[] = []
  readonly comparisons: Comparison[] = []
  readonly sets: NamedSet[] = []
  readonly problems: Problem[] = []
  scope: Scope = null

  readonly #rules: Rules
  readonly #later: { readonly node: SyntaxNode; readonly scope: Scope }[] = []
  readonly #receivers = new Map<number, string>()
  #depth = 0

  constructor(rules: Rules) {
    this.#rules = rules
  }

  /** The outline of a whole tree. */
  outline(root: SyntaxNode): Outline {
    this.visit(root)
    // The list grows while it is walked.
    for (const { node, scope } of this.#later) this.inside(scope, () => this.visit(node))
    const { imports, exports, definitions, calls, bindings, decorators, reads, returns, problems } = this
    const { comparisons, sets } = this
    return {
      ...{ imports, exports, definitions, calls, bindings, decorators, reads, returns, problems },
      ...{ comparisons, sets },
    }
  }

  value(node: SyntaxNode | null, place: Place | null = null): Value {
    if (!node) return otherValue('')
    if (this.#isTooDeep(node)) return otherValue(node)
    this.#depth++
    const rule = this.#rules.values.get(node.type)
    if (!rule) this.#follow(node)
    const value = rule ? rule(this, node, place) : otherValue(node)
    this.#depth--
    return value
  }

  /** Does a rule's own recursion under the same bound on depth: where it lies too deep, the node waits for its turn. */
  nested(node: SyntaxNode, work: () => Value): Value {
    if (this.#isTooDeep(node)) return otherValue(node)
    this.#depth++
    const value = work()
    this.#depth--
    return value
  }

  visit(node: SyntaxNode | null): void {
    if (!node || this.#isTooDeep(node)) return
    this.#depth++
    this.#follow(node)
    this.#depth--
  }

  visitChildren(node: SyntaxNode): void {
    for (const child of node.children) if (child?.isNamed && child.childCount > 0) this.visit(child)
  }

  /** Does the work with the given definition as the enclosing one. */
  inside(scope: Scope, work: () => void): void {
    const outer = this.scope
    this.scope = scope
    work()
    this.scope = outer
  }

  /** The scope around the present one. */
  get scopeAround(): Scope {
    return this.scope === null ? null : (this.definitions[this.scope]?.scope ?? null)
  }

  /** Adds a definition in the present scope and tells its index. */
  define(definition: Omit<Definition, 'scope'>): number {
    return this.definitions.push({ ...definition, scope: this.scope }) - 1
  }

  /** Replaces what is known of a definition once its inside has been walked. */
  complete(index: number, more: Partial<Definition>): void {
    const definition = this.definitions[index]
    if (definition) this.definitions[index] = { ...definition, ...more }
  }

  /** Names what a method calls its receiver, where the language lets it choose. */
  nameReceiver(method: number, name: string): void {
    this.#receivers.set(method, name)
  }

  /** Tells whether a name is the receiver of the enclosing method. */
  isReceiver(name: string): boolean {
    let at = this.#receivers.size > 0 ? this.scope : null
    for (let depth = 0; at !== null && depth < depthLimit; depth++) {
      if (this.#receivers.get(at) === name) return true
      at = this.definitions[at]?.scope ?? null
    }
    return false
  }

  /** A place for a call before its arguments are walked, so that calls stand in the order of their names. */
  reserveCall(): number {
    return this.calls.push(unfinishedCall) - 1
  }

  finishCall(index: number, call: Omit<Call, 'scope'>): Value {
    this.calls[index] = { ...call, scope: this.scope }
    return { type: 'call', call: index }
  }

  bind(binding: Pick<Binding, 'name' | 'value' | 'line'> & Partial<Binding>): void {
    this.bindings.push({ type: null, fields: [], item: false, scope: this.scope, ...binding })
  }

  read(object: Value, member: string, line: number, access: MemberRead['access'] = 'read'): void {
    this.reads.push({ object, member, access, scope: this.scope, line })
  }

  /** Tells that two values are compared, whichever of them is the text; other pairs say nothing. */
  compare(left: Value, right: Value, line: number): void {
    const [value, given] = isConstant(left) ? [right, left] : [left, right]
    const isTold = isConstant(given) || uncast(given).type === 'name'
    if (!isTold || isConstant(value) || this.comparisons.length >= comparisonLimit) return
    this.comparisons.push({ value, with: given, scope: this.scope, line })
  }

  #follow(node: SyntaxNode): void {
    const { visits, values } = this.#rules
    const visit = visits.get(node.type)
    if (visit) {
      visit(this, node)
      return
    }
    const rule = values.get(node.type)
    if (rule) rule(this, node, null)
    else this.visitChildren(node)
  }

  #isTooDeep(node: SyntaxNode): boolean {
    if (this.#depth < depthLimit) return false
    this.#later.push({ node, scope: this.scope })
    return true
  }
}
