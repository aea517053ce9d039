import type { Breaks, Change, ChangeLevel, Comparison, ContractKind } from '../../domain/change.js'
import type { Line } from '../../domain/place.js'

/** One change as `interlock diff --format json` lists it; `elements` has all that the change reaches. */
export type DiffRow = {
  readonly rule: string
  readonly reference: string | null
  readonly level: ChangeLevel
  readonly breaks: Breaks
  readonly element: string
  readonly elements: readonly string[]
  readonly text: string
  readonly old: Line | null
  readonly new: Line | null
}

/** One row for each change, the gravest first, then by where they stand. */
export function diffRows(comparison: Comparison): readonly DiffRow[] {
  return comparison.changes
    .toSorted((one, other) => compareKeys(sortKey(one), sortKey(other)))
    .map(({ rule, element, elements, text, old, new: head }) => ({
      rule: rule.id,
      reference: rule.reference,
      level: rule.level,
      breaks: rule.breaks,
      element,
      elements,
      text,
      old,
      new: head,
    }))
}

const levels: readonly ChangeLevel[] = ['breaking', 'risky', 'compatible']

function sortKey({ rule, old, new: head, element }: Change): readonly (string | number)[] {
  const line = old ?? head
  return [levels.indexOf(rule.level), line?.path ?? '', line?.line ?? 0, rule.id, element]
}

function compareKeys(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (const [index, each] of one.entries()) {
    const rest = other[index] ?? 0
    if (each !== rest) return each < rest ? -1 : 1
  }
  return 0
}

/** Compares two versions of documents by themselves, each given as path to text. */
export function compareDocuments(
  kind: ContractKind,
  old: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
): Comparison {
  return kind.compare({ documents: old, facts: null }, { documents: head, facts: null }, onlyFile(old, head))
}

/** Two files given by hand are two versions of one thing, whatever they are called. */
function onlyFile(
  old: ReadonlyMap<string, string>,
  head: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const [[before], [after]] = [[...old.keys()], [...head.keys()]]
  return old.size === 1 && head.size === 1 && before !== undefined && after !== undefined
    ? new Map([[before, after]])
    : new Map()
}
