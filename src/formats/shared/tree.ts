/** A value of a YAML or JSON text, with the line on which it begins. Numbers and yes or no are texts, as written. */
export type Tree =
  | TextNode
  | { readonly type: 'map'; readonly line: number; readonly entries: readonly Entry[] }
  | { readonly type: 'list'; readonly line: number; readonly items: readonly Tree[] }
  /** `key:` without a value, `null`, `~`. */
  | { readonly type: 'empty'; readonly line: number }

export type TextNode = {
  readonly type: 'text'
  readonly text: string
  readonly line: number
  /** Each line of the text is a line of the file: `script: |`. `line` is then that of its first. */
  readonly isBlock: boolean
}

export type Entry = { readonly key: string; readonly line: number; readonly value: Tree }

/** What stands below these keys, one after the other. */
export function below(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  return keys.reduce((at, key) => entryOf(at, key)?.value, tree)
}

export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return entriesOf(tree).find((entry) => entry.key === key)
}

/** The entries of a map; of anything else none. */
export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.type === 'map' ? tree.entries : []
}

/** The items of a list; of anything else none. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.type === 'list' ? tree.items : []
}

export function textOf(tree: Tree | undefined): string | null {
  return tree?.type === 'text' ? tree.text : null
}

/** The texts of a list, or the one text that stands in its place. */
export function textsOf(tree: Tree | undefined): readonly TextNode[] {
  const all = tree?.type === 'list' ? tree.items : tree ? [tree] : []
  return all.filter((each) => each.type === 'text')
}

/** The line of the file on which a position of a text stands. */
export function lineAt(node: TextNode, index: number): number {
  if (!node.isBlock) return node.line
  let line = node.line
  for (let at = node.text.indexOf('\n'); at !== -1 && at < index; at = node.text.indexOf('\n', at + 1)) line++
  return line
}

/** The tree and all that is in it, outer before inner, each with the keys above it; lists add none. */
export function* everyNode(
  tree: Tree,
  keys: readonly string[] = [],
): Generator<readonly [Tree, readonly string[]]> {
  yield [tree, keys]
  for (const item of itemsOf(tree)) yield* everyNode(item, keys)
  for (const { key, value } of entriesOf(tree)) yield* everyNode(value, [...keys, key])
}
