import type { Problem } from '../../domain/blob.js'
import type { Line } from '../../domain/place.js'
import { documentReader, type Positions, type SourceDocument } from './document.js'
import { joinPath } from './join-path.js'
import { asText, isObject, type Json, type JsonObject } from './json.js'

/** The documents of one side, read when asked, with references followed inside them and never outside. */
export type DocumentSet = Positions & {
  readonly paths: readonly string[]
  readonly document: (path: string) => SourceDocument | null
  /** What a value stands for: itself, or the end of its chain of `$ref`. */
  readonly resolve: (value: Json | undefined) => Resolved
  /** Everything that could not be read or followed so far. */
  readonly problems: () => readonly Problem[]
}

export type Resolved = {
  /** Null when there is nothing, or when a reference leads nowhere. */
  readonly value: Json
  /** Where the reference ends, as `path#/pointer`; null for a value that stands where it is used. */
  readonly name: string | null
}

/** Longer chains of references are circles. */
const longestChain = 50

export function documentSet(texts: ReadonlyMap<string, string>): DocumentSet {
  const reader = documentReader()
  const documents = new Map<string, SourceDocument>()
  const problems = new Map<string, Problem>()
  const report = (problem: string, at: Line | null) => {
    problems.set(`${at?.path}:${at?.line}:${problem}`, { problem, ...at })
    return { value: null, name: null }
  }

  function document(path: string): SourceDocument | null {
    const known = documents.get(path)
    const text = texts.get(path)
    if (known || text === undefined) return known ?? null
    const read = reader.read(path, text)
    documents.set(path, read)
    for (const each of read.problems) report(each.problem, { path, line: each.line ?? 1 })
    return read
  }

  function resolve(value: Json | undefined): Resolved {
    let at: Resolved = { value: value ?? null, name: null }
    for (let step = 0; step < longestChain; step++) {
      const reference = isObject(at.value) ? asText(at.value['$ref']) : null
      if (reference === null || !isObject(at.value)) return at
      const next = follow(at.value, reference)
      if (typeof next === 'string') return report(next, reader.lineOf(at.value, '$ref'))
      at = next
    }
    return report('the reference leads back to itself', isObject(value) ? reader.lineOf(value, '$ref') : null)
  }

  /** One step along a reference, or why it cannot be taken. */
  function follow(holder: JsonObject, reference: string): Resolved | string {
    const [file = '', pointer = ''] = reference.split('#', 2)
    const from = reader.pathOf(holder) ?? ''
    const path = file === '' ? from : joinPath(from, decoded(file))
    if (path === null)
      return `the reference \`${reference.slice(0, 120)}\` leaves the repository and is not followed`
    const target = document(path)
    if (!target) return `the reference \`${reference.slice(0, 120)}\` names a file that is not there`
    const value = pointed(target.root, pointer)
    if (value === undefined) return `the reference \`${reference.slice(0, 120)}\` names nothing`
    return { value, name: `${path}#${pointer}` }
  }

  return {
    paths: [...texts.keys()],
    document,
    resolve,
    lineOf: reader.lineOf,
    pathOf: reader.pathOf,
    problems: () => [...problems.values()],
  }
}

/** What a JSON pointer names. */
function pointed(root: Json, pointer: string): Json | undefined {
  let at: Json | undefined = root
  for (const token of pointer.split('/').slice(1)) {
    const key = decoded(token).replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(at)) at = at[Number(key)]
    else if (isObject(at)) at = at[key]
    else return undefined
  }
  return at
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray `%` is a character like any other.
    return text
  }
}
