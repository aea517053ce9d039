import type { Change, Comparison, ContractSide, Renames } from '../../domain/change.js'
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
  if (sameTexts(base.documents, head.documents)) return { changes: [], problems: [] }
  const [old, now] = [documentSet(base.documents), documentSet(head.documents)]
  const comparing: Comparing = { old, new: now, graph: new PairGraph(sameNameAfter(renames)) }
  const [before, after] = [readAll(old, base.documents), readAll(now, head.documents)]
  const differences = pairDescriptions(before, after, renames).flatMap((pair) =>
    compareDescriptions(comparing, pair, after),
  )
  const changes = judge(rules, differences)
  return { changes: toldOnce(changes, now), problems: [...old.problems(), ...now.problems()] }
}

function sameTexts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text)
}

/** Whether two references mean the same schema: `path#/pointer`, where the path may have been renamed. */
function sameNameAfter(renames: Renames): (old: string, head: string) => boolean {
  return (old, head) => {
    const [path = '', pointer] = old.split('#', 2)
    return old === head || `${renames.get(path) ?? path}#${pointer}` === head
  }
}

function readAll(documents: DocumentSet, texts: ReadonlyMap<string, string>): readonly Description[] {
  const paths = [...texts].flatMap(([path, text]) => (isDescription(path, text) ? [path] : []))
  return paths.flatMap((path) => readDescription(documents, path) ?? [])
}

/** The changes, without what stands in a document that the head could not read: that is unknown, not gone. */
function toldOnce(changes: readonly Change[], head: DocumentSet): readonly Change[] {
  const unread = new Set(head.problems().flatMap(({ path }) => (path === undefined ? [] : [path])))
  return changes.filter(({ new: place, old }) => place !== null || !unread.has(old?.path ?? ''))
}

function compareDescriptions(
  comparing: Comparing,
  { old, new: head }: DescriptionPair,
  all: readonly Description[],
): readonly Difference[] {
  const { pairs, removed } = pairOperations(old.operations, head?.operations ?? [])
  const elsewhere = all.filter((each) => each !== head).flatMap((each) => each.operations)
  const fullPath = (operation: Operation) => ({ ...operation, template: operation.path })
  const moved = pairOperations(removed.map(fullPath), elsewhere.map(fullPath))
  const isUnknown = head ? !head.isWhole : isUnreadable(comparing.new, old.path)
  return [
    ...[...pairs, ...moved.pairs].flatMap((pair) => compareOperation(comparing, pair)),
    ...(isUnknown ? [] : moved.removed.map((operation) => removal(operation, head))),
    ...(isUnknown ? [] : webhookRemovals(old, head)),
  ]
}

/** A file that is still there and still looks like a description, but could not be read. */
function isUnreadable(documents: DocumentSet, path: string): boolean {
  const document = documents.document(path)
  return document !== null && document.problems.length > 0
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
