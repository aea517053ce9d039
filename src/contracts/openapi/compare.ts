import type { Problem } from '../../domain/blob.js'
import type { Comparison, ContractSide, Renames } from '../../domain/change.js'
import { pathTemplate } from '../../domain/element.js'
import { type DocumentSet, documentSet } from '../shared/document-set.js'
import { PairGraph } from '../shared/schema/pair-graph.js'
import { plain } from './compare-content.js'
import { compareOperation } from './compare-operation.js'
import type { Comparing } from './comparing.js'
import type { Difference } from './difference.js'
import { isDescription } from './is-document.js'
import { judge } from './judge.js'
import { type DescriptionPair, pairDescriptions, pairOperations } from './pairing.js'
import type { Description, Operation } from './read/operation.js'
import { readDescription } from './read/read-description.js'
import { rules } from './rules/index.js'

/** Compares all descriptions of both sides. Never throws; what cannot be read is a problem and is not judged. */
export function compare(base: ContractSide, head: ContractSide, renames: Renames): Comparison {
  const [old, now] = [documentSet(base.documents), documentSet(head.documents)]
  const comparing: Comparing = { old, new: now, graph: new PairGraph(sameNameAfter(renames)) }
  const same = unchanged(base.documents, head.documents)
  const isChanged = (path: string) => !same.has(path)
  const before = readAll(old, descriptionsIn(base.documents).filter(isChanged))
  const after = readAll(now, descriptionsIn(head.documents).filter(isChanged))
  const elsewhere = () => readAll(now, descriptionsIn(head.documents))
  const differences = pairDescriptions(before, after, renames).flatMap((pair) =>
    compareDescriptions(comparing, pair, elsewhere),
  )
  const known = differences.filter((each) => !isUnknown(each, now))
  return { changes: judge(rules, known), problems: distinct([...now.problems(), ...old.problems()]) }
}

/** The descriptions that say the same as before. They may refer to parts, so those must all be the same, too. */
function unchanged(old: ReadonlyMap<string, string>, head: ReadonlyMap<string, string>): ReadonlySet<string> {
  const paths = [...new Set([...old.keys(), ...head.keys()])]
  const same = paths.filter((path) => old.get(path) === head.get(path))
  const isDescribed = (path: string) => isDescription(path, head.get(path) ?? old.get(path) ?? '')
  const differing = paths.filter((path) => old.get(path) !== head.get(path))
  return new Set(differing.every(isDescribed) ? same.filter(isDescribed) : [])
}

function descriptionsIn(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([path, text]) => (isDescription(path, text) ? [path] : []))
}

/** Whether two references mean the same schema: `path#/pointer`, where the path may have been renamed. */
function sameNameAfter(renames: Renames): (old: string, head: string) => boolean {
  return (old, head) => {
    const [path = '', pointer] = old.split('#', 2)
    return old === head || `${renames.get(path) ?? path}#${pointer}` === head
  }
}

function readAll(documents: DocumentSet, paths: readonly string[]): readonly Description[] {
  return paths.flatMap((path) => readDescription(documents, path) ?? [])
}

/** Something that is gone from a document which the head could not read to its end: that is unknown, not gone. */
function isUnknown({ to, old, new: place }: Difference, head: DocumentSet): boolean {
  const isBroken = (path: string | undefined) => path !== undefined && hasProblems(head, path)
  return to === undefined && (isBroken(place?.path) || isBroken(old?.path))
}

function hasProblems(documents: DocumentSet, path: string): boolean {
  const document = documents.document(path)
  return document !== null && document.problems.length > 0
}

/** What is wrong on both sides is said once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [`${each.path} ${each.problem}`, each])).values()]
}

function compareDescriptions(
  comparing: Comparing,
  { old, new: head }: DescriptionPair,
  all: () => readonly Description[],
): readonly Difference[] {
  const { pairs, removed } = pairOperations(old.operations, head?.operations ?? [])
  const elsewhere = removed.length === 0 ? [] : all().filter(({ path }) => path !== head?.path)
  const fullPath = (operation: Operation) => ({ ...operation, template: operation.path })
  const moved = pairOperations(
    removed.map(fullPath),
    elsewhere.flatMap(({ operations }) => operations).map(fullPath),
  )
  const isUnread = head ? !head.isWhole : hasProblems(comparing.new, old.path)
  return [
    ...[...pairs, ...moved.pairs].flatMap((pair) => compareOperation(comparing, pair)),
    ...(isUnread ? [] : moved.removed.map((operation) => removal(operation, head))),
    ...(isUnread ? [] : webhookRemovals(old, head)),
  ]
}

function removal(operation: Operation, head: Description | null): Difference {
  const template = pathTemplate(operation.template)
  const sibling = head?.operations.find(
    (each) => pathTemplate(each.template) === template || pathTemplate(each.path) === template,
  )
  const site = { method: operation.method, path: operation.path, old: operation, new: null }
  const gone = { ...plain(sibling ? 'operation' : 'path', 'operation', site), from: operation.template }
  return sibling
    ? { ...gone, old: operation.line, new: sibling.pathLine }
    : { ...gone, old: operation.pathLine, new: head?.line ?? null }
}

function webhookRemovals(old: Description, head: Description | null): readonly Difference[] {
  return [...old.webhooks].flatMap(([name, line]) => {
    if (head?.webhooks.has(name)) return []
    const site = { method: 'POST' as const, path: `/webhooks/${name}`, old: null, new: null }
    return [{ ...plain('webhook', 'operation', site), from: name, old: line, new: head?.line ?? null }]
  })
}
