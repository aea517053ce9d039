import type { Problem } from '../domain/blob.js'
import type {
  Change,
  ChangeLevel,
  Comparison,
  ContractKind,
  ContractSide,
  Renames,
} from '../domain/change.js'

/** The side of a comparison that a kind reads: its own documents, and the facts that all kinds share. */
export type SideOf = (kind: ContractKind) => ContractSide

/**
 * Every difference between two sides, by every kind, each told once and in a fixed order. When code and a document both
 * lose the same element, the graver change is kept, and of equals the document's: it is what consumers were promised.
 * A kind that throws is a bug and is not caught here.
 */
export function compareContracts(
  kinds: readonly ContractKind[],
  base: SideOf,
  head: SideOf,
  renames: Renames,
): Comparison {
  const told = kinds.map((kind) => {
    const [old, now] = [base(kind), head(kind)]
    const { changes, problems } = kind.compare(old, now, renames)
    return { changes: changes.map((change) => ({ change, written: isWritten(change, old, now) })), problems }
  })
  const changes = withoutRepetitions(told.flatMap((each) => each.changes))
  return {
    changes: [...changes].sort(inOrder),
    problems: uniqueProblems(told.flatMap((each) => each.problems)),
  }
}

type Told = { readonly change: Change /** A document says so, not code. */; readonly written: boolean }

function isWritten(change: Change, base: ContractSide, head: ContractSide): boolean {
  return base.documents.has(change.old?.path ?? '') || head.documents.has(change.new?.path ?? '')
}

/** Drops a change whose every touched part is told, in the same way, by one that outranks it. */
function withoutRepetitions(told: readonly Told[]): readonly Change[] {
  const ranked = [...told].sort((one, other) => rank(other) - rank(one))
  const kept: Change[] = []
  const seen = new Map<string, string>()
  for (const { change } of ranked) {
    const keys = change.touches.map((touch) => meaning(change, touch))
    const isTold = keys.length > 0 && keys.every((key) => (seen.get(key) ?? change.kind) !== change.kind)
    if (isTold) continue
    for (const key of keys) if (!seen.has(key)) seen.set(key, change.kind)
    kept.push(change)
  }
  return kept
}

function rank({ change, written }: Told): number {
  return (
    (levels.length - levels.indexOf(change.rule.level)) * 10_000 +
    (written ? 1000 : 0) +
    Math.min(change.touches.length, 999)
  )
}

/** What happened to which part: the last word of a rule is what happened (`route-removed`, `parameter-added`). */
function meaning(change: Change, touch: Change['touches'][number]): string {
  const happened = change.rule.id.split(/[.-]/).at(-1) ?? ''
  return [change.rule.breaks, happened, ...Object.entries(touch).flat()].join('\0')
}

function inOrder(one: Change, other: Change): number {
  return (
    levels.indexOf(one.rule.level) - levels.indexOf(other.rule.level) ||
    compareText(orderKey(one), orderKey(other))
  )
}

function orderKey(change: Change): string {
  const place = change.new ?? change.old
  return [place?.path, String(place?.line ?? 0).padStart(8, '0'), change.rule.id, change.element].join('\0')
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [`${each.path}\0${each.line}\0${each.problem}`, each])).values()]
}

const levels: readonly ChangeLevel[] = ['breaking', 'risky', 'compatible']
