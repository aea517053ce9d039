import { type Judgement, judgeDependent } from '../analysis/index.js'
import type { Affected } from '../domain/finding.js'
import type { Dependent, Impact } from '../domain/impact.js'
import type { Place } from '../domain/place.js'
import { isTestFile } from '../lib/test-file.js'
import { type Cite, citation } from './citing.js'
import type { FindingsInput } from './findings-input.js'

/** A dependent with what is made of it, and its line as it stands. */
export type Consumer = {
  readonly dependent: Dependent
  readonly judgement: Judgement
  readonly affected: Affected
}

/** The same judgement when a side of it could not be cited. */
export function unproved({ level }: Judgement): Judgement {
  return { status: 'corroborated', level: level === 'block' ? 'warn' : level }
}

/** Those that count, worst first: proved before inferred, other repositories before this one. Tests only when alone. */
export async function consumersOf(
  impact: Impact,
  input: FindingsInput,
  cite: Cite,
): Promise<readonly Consumer[]> {
  const judged = impact.dependents.flatMap((dependent) => {
    const judgement = judgeDependent(impact.change, dependent, input.levels)
    return judgement ? [{ dependent, judgement }] : []
  })
  const real = judged.filter(({ dependent }) => !isTestFile(dependent.fact.path))
  const cited = await Promise.all(
    (real.length > 0 ? real : judged).map(async ({ dependent, judgement }): Promise<Consumer> => {
      const { cited, read } = await citation(placeOfDependent(dependent), cite)
      const owners = input.owners(cited.repository, cited.path)
      return {
        dependent,
        judgement: read ? judgement : unproved(judgement),
        affected: { ...cited, owners },
      }
    }),
  )
  return onePerPlace(
    cited.sort((one, other) => orderOf(one, input) - orderOf(other, input) || byPlace(one, other)),
  )
}

function orderOf({ judgement, affected }: Consumer, { repository }: FindingsInput): number {
  const levels = ['block', 'warn', 'note']
  return (
    levels.indexOf(judgement.level) * 4 +
    (judgement.status === 'proved' ? 0 : 2) +
    (affected.repository === repository ? 1 : 0)
  )
}

function byPlace({ affected: one }: Consumer, { affected: other }: Consumer): number {
  const [first, second] = [`${one.repository}\0${one.path}`, `${other.repository}\0${other.path}`]
  return first < second ? -1 : first > second ? 1 : one.line - other.line
}

function onePerPlace(consumers: readonly Consumer[]): readonly Consumer[] {
  const seen = new Set<string>()
  return consumers.filter(({ affected: { repository, path, line } }) => {
    const key = `${repository}\0${path}\0${line}`
    return !seen.has(key) && seen.add(key)
  })
}

/** The text that holds the path, where that is another line than the call: it is what has to be mended. */
function placeOfDependent({ fact }: Dependent): Place {
  const written = fact.fact.kind === 'client' ? fact.fact.writtenAt : undefined
  return {
    repository: fact.repository,
    commit: fact.commit,
    path: fact.path,
    line: written ?? fact.fact.line,
  }
}
