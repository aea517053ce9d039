import type { Definition } from '../../domain/outline.js'
import type { Reading } from './reading.js'
import { fitOf, type Groups, isImporting } from './recognise.js'
import type { Entry } from './rulebook.js'

/** A rule that holds for a class, and the class it extends by which it does; empty where its own name is enough. */
export type ClassEntry = { readonly entry: Entry; readonly base: string; readonly groups: Groups }

/** As long as chains of classes are. */
const maxDepth = 5

/** The rules for elements that hold for a class, by its name and by every class that it extends. */
export function classEntries(reading: Reading, definition: Definition): readonly ClassEntry[] {
  if (definition.kind !== 'class' && definition.kind !== 'type') return []
  const { named, classes } = reading.rulebook
  const bases = basesOf(reading, definition, 0)
  const byBase = [...new Set(bases)].flatMap((base) =>
    [...(classes.get(baseName(base)) ?? []), ...named.class].flatMap((entry) =>
      fitted(reading, entry, definition, base),
    ),
  )
  const byName = named.class.flatMap((entry) =>
    needsBase(entry) ? [] : fitted(reading, entry, definition, ''),
  )
  return firstOfEach([...byBase.filter(({ entry }) => needsBase(entry)), ...byName])
}

/** `Base` of `orm.Base`, `Model<Order>` and `Mapped[Order]`. */
export function baseName(base: string): string {
  const bare = base.replace(/[<[(][\s\S]*$/, '')
  return bare.slice(bare.lastIndexOf('.') + 1).trim()
}

/** What a class extends, and what those extend that are of this blob. */
function basesOf(reading: Reading, definition: Definition, depth: number): readonly string[] {
  if (depth > maxDepth) return []
  return definition.bases.flatMap((base) => {
    const own = reading.code.typeNamed(baseName(base))
    return own && own !== definition ? [base, ...basesOf(reading, own, depth + 1)] : [base]
  })
}

function needsBase({ rule, like }: Entry): boolean {
  return rule.match.name.length > 0 || like.name !== null
}

function fitted(reading: Reading, entry: Entry, definition: Definition, base: string): readonly ClassEntry[] {
  const own = entry.like.class ? entry.like.class.exec(definition.name) : noGroups
  const name = entry.like.name ? entry.like.name.exec(baseName(base)) : noGroups
  const receiver = base === '' ? noGroups : originFit(reading, entry, definition, base)
  if (!own || !name || !receiver || !isImporting(reading.code, entry.rule.match)) return []
  return [{ entry, base, groups: { ...own.groups, ...name.groups, ...receiver.groups } }]
}

type Fit = { readonly groups?: Groups | undefined }

const noGroups: Fit = {}

/** Of a class that is extended, `receiver` is its module: `models` of `models.Model`. */
function originFit(reading: Reading, entry: Entry, definition: Definition, base: string): Fit | null {
  const { receiver } = entry.rule.match
  const like = entry.like.receiver
  if (!receiver && !like) return noGroups
  const bare = base.replace(/[<[(][\s\S]*$/, '').trim()
  const traces = reading.tracer.traceName(bare, { scope: null, line: definition.line })
  const origins = traces.flatMap((trace) => reading.originsOf(trace, entry))
  const modules = origins.map((origin) => origin.slice(0, Math.max(0, origin.lastIndexOf('.'))))
  if (receiver && modules.some((module) => receiver.includes(module))) return noGroups
  return like && fitOf(like, modules)
}

function firstOfEach(found: readonly ClassEntry[]): readonly ClassEntry[] {
  return [...new Map(found.toReversed().map((each) => [each.entry, each])).values()].toReversed()
}
