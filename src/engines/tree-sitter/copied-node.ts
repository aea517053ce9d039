import type { SyntaxNode } from '../../domain/outline.js'

export type Source = {
  readonly text: string
  /** Index of the first character of every line. */
  readonly lineStarts: readonly number[]
}

type Kind = { readonly type: string; readonly isNamed: boolean }

type Place = { readonly field: string | null; readonly parent: CopiedNode | null; readonly source: Source }

type Point = { readonly row: number; readonly column: number }

const none: CopiedNode[] = []

function isNamed(node: CopiedNode): boolean {
  return node.isNamed
}

/** A syntax node with no tie to the parser's memory. Rare questions are answered when asked, frequent ones are fields. */
export class CopiedNode implements SyntaxNode {
  hasError = false
  isMissing = false
  row = 0
  #children: CopiedNode[] = none
  #named: readonly CopiedNode[] | null = null

  readonly type: string
  readonly isNamed: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly field: string | null
  readonly parent: CopiedNode | null
  readonly source: Source

  constructor(kind: Kind, span: readonly [number, number], place: Place) {
    this.type = kind.type
    this.isNamed = kind.isNamed
    this.startIndex = span[0]
    this.endIndex = span[1]
    this.field = place.field
    this.parent = place.parent
    this.source = place.source
  }

  /** Most nodes are leaves, so a list is made only for those that need one. */
  add(child: CopiedNode): void {
    if (this.#children === none) this.#children = [child]
    else this.#children.push(child)
  }

  get children(): readonly CopiedNode[] {
    return this.#children
  }

  get text(): string {
    return this.source.text.slice(this.startIndex, this.endIndex)
  }

  get isError(): boolean {
    return this.type === 'ERROR'
  }

  get startPosition(): Point {
    return { row: this.row, column: this.startIndex - (this.source.lineStarts[this.row] ?? 0) }
  }

  get endPosition(): Point {
    return pointAt(this.source.lineStarts, this.endIndex)
  }

  get childCount(): number {
    return this.#children.length
  }

  get namedChildren(): readonly CopiedNode[] {
    this.#named ??= this.#children.every(isNamed) ? this.#children : this.#children.filter(isNamed)
    return this.#named
  }

  get namedChildCount(): number {
    return this.namedChildren.length
  }

  child(index: number): CopiedNode | null {
    return this.#children[index] ?? null
  }

  namedChild(index: number): CopiedNode | null {
    return this.namedChildren[index] ?? null
  }

  childForFieldName(name: string): CopiedNode | null {
    for (const child of this.#children) if (child.field === name) return child
    return null
  }
}

export function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

function pointAt(lineStarts: readonly number[], index: number): Point {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return { row: low, column: index - (lineStarts[low] ?? 0) }
}
