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
  const loaded = new LoadedDocuments(texts)
  return {
    paths: [...texts.keys()],
    document: (path) => loaded.document(path),
    resolve: (value) => loaded.resolve(value),
    lineOf: loaded.reader.lineOf,
    pathOf: loaded.reader.pathOf,
    problems: () => [...loaded.problems.values()],
  }
}

/** What was read and followed so far. */
class LoadedDocuments {
  readonly reader = documentReader()
  readonly problems = new Map<string, Problem>()
  private readonly documents = new Map<string, SourceDocument>()

  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  document(path: string): SourceDocument | null {
    const known = this.documents.get(path)
    const text = this.texts.get(path)
    if (known || text === undefined) return known ?? null
    const read = this.reader.read(path, text)
    this.documents.set(path, read)
    for (const each of read.problems) this.report(each.problem, { path, line: each.line ?? 1 })
    return read
  }

  resolve(value: Json | undefined): Resolved {
    let at: Resolved = { value: value ?? null, name: null }
    for (let step = 0; step < longestChain; step++) {
      const reference = isObject(at.value) ? asText(at.value['$ref']) : null
      if (reference === null || !isObject(at.value)) return at
      const next = this.follow(at.value, reference)
      if (typeof next === 'string') return this.report(next, this.reader.lineOf(at.value, '$ref'))
      at = next
    }
    const line = isObject(value) ? this.reader.lineOf(value, '$ref') : null
    return this.report('the reference leads back to itself', line)
  }

  /** One step along a reference, or why it cannot be taken. */
  private follow(holder: JsonObject, reference: string): Resolved | string {
    const [file = '', pointer = ''] = reference.split('#', 2)
    const from = this.reader.pathOf(holder) ?? ''
    const path = file === '' ? from : joinPath(from, decoded(file))
    const shown = `the reference \`${reference.slice(0, 120)}\``
    if (path === null) return `${shown} leaves the repository and is not followed`
    const target = this.document(path)
    if (!target) return `${shown} names a file that is not there`
    const value = pointed(target.root, pointer)
    return value === undefined ? `${shown} names nothing` : { value, name: `${path}#${pointer}` }
  }

  private report(problem: string, at: Line | null): Resolved {
    this.problems.set(`${at?.path}:${at?.line}:${problem}`, { problem, ...at })
    return { value: null, name: null }
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
