import type { Problem } from '../domain/blob.js'
import type { Fact, LocatedFact } from '../domain/fact.js'
import { painter, type TerminalLook } from './terminal.js'
import { clip, counted, visible } from './visible.js'

/** One fact as a row of `interlock.facts/1`: its kind, element, path and line first, then what else its kind knows. */
export function factRow({ fact, element, path }: LocatedFact): Readonly<Record<string, unknown>> {
  const { kind, line, ...rest } = fact
  // A route and a call have a path of their own, which the element already tells.
  return { kind, element, ...rest, path, line }
}

/** Facts for a terminal, file by file, and what could not be understood. */
export function renderFacts(
  facts: readonly LocatedFact[],
  problems: readonly Problem[],
  look: TerminalLook,
): string {
  const paint = painter(look)
  const rows = byFile(facts).map(([path, found]) =>
    [
      paint('cyan', visible(path)),
      ...found.map(({ fact, element }) => {
        const doubt = fact.certainty === 'likely' ? paint('yellow', ' ?') : ''
        const text = clip(`${visible(element || fact.kind)}${more(fact)}`, Math.max(look.width - 22, 30))
        return `${String(fact.line).padStart(6)}  ${paint('dim', fact.kind.padEnd(12))}${text}${doubt}`
      }),
    ].join('\n'),
  )
  const gaps = problems.map(({ path, line, problem }) => {
    const where = [path, line].filter((each) => each !== undefined).join(':')
    return `${paint('yellow', '!')} ${visible(where === '' ? problem : `${where}  ${problem}`)}`
  })
  const total = paint('dim', `${counted(facts.length, 'fact')} in ${counted(rows.length, 'file')}`)
  return `${[...rows, ...(gaps.length > 0 ? [gaps.join('\n')] : []), total].join('\n\n')}\n`
}

function byFile(facts: readonly LocatedFact[]): readonly (readonly [string, readonly LocatedFact[]])[] {
  const files = new Map<string, LocatedFact[]>()
  for (const each of facts) files.set(each.path, [...(files.get(each.path) ?? []), each])
  return [...files.entries()].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** What the element does not tell: who is called, or what guards a route. */
function more(fact: Fact): string {
  if (fact.kind === 'route' && fact.guards.length > 0) return visible(`  after ${fact.guards.join(', ')}`)
  if (fact.kind !== 'client' || fact.base.type === 'relative') return ''
  const { base } = fact
  return visible(
    `  at ${base.type === 'origin' ? base.origin : base.type === 'environment' ? base.name : base.text}`,
  )
}
