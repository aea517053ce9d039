import { judgeUnmet, unmetRule } from '../analysis/index.js'
import type { LocatedFact } from '../domain/fact.js'
import type { Evidence, Finding } from '../domain/finding.js'
import type { Unmet } from '../domain/impact.js'
import type { Place } from '../domain/place.js'
import { causeOf } from './cause.js'
import { type Cite, citation } from './citing.js'
import type { FindingsInput } from './findings-input.js'
import { fingerprint } from './fingerprint.js'
import { clip } from './visible.js'

/** What a person reads of a call that no route takes; null when the settings silence it. */
export async function findingOfUnmet(
  unmet: Unmet,
  input: FindingsInput,
  cite: Cite,
): Promise<Finding | null> {
  const judgement = judgeUnmet(unmet, input.levels)
  if (judgement === null) return null
  const { consumer, nearest } = unmet
  const place = placeOf(consumer)
  const line = causeOf({ old: null, new: place, taken: false }, input.files)
  const [cause, affected] = await Promise.all([
    citation({ ...place, line: line?.line ?? place.line }, cite),
    citation(place, cite),
  ])
  const provider = nearest?.repository ?? input.repository
  return {
    id: fingerprint({ rule: unmetRule.id, kind: 'http', element: consumer.element, consumers: [consumer] }),
    rule: unmetRule.id,
    ...judgement,
    title: clip(`\`${asked(consumer)}\` is called, but no route of ${provider} takes it`, 80),
    explanation: explain(unmet, provider),
    contract: { kind: 'http', element: consumer.element },
    cause: cause.cited,
    affected: [{ ...affected.cited, owners: input.owners(consumer.repository, consumer.path) }],
    witness: witnessOf(provider === input.repository),
    remedies: remedies(unmet, provider),
    evidence: await evidenceOf(unmet, cite),
  }
}

/** In one repository both sides are new together; another repository stands as it is on its default branch. */
function witnessOf(same: boolean): Finding['witness'] {
  const outcome = 'breaks: The call is answered with 404 or 405.'
  return { provider: same ? 'new' : 'old', consumer: 'new', data: 'any', outcome }
}

function explain({ consumer, before, nearest, link }: Unmet, provider: string): string {
  const called = `\`${consumer.path}:${placeOf(consumer).line}\` calls \`${asked(consumer)}\` of ${provider} (${link.reason}), and no route there takes it.`
  const near = nearest
    ? ` The nearest is \`${asked(nearest)}\` at \`${nearest.path}:${nearest.fact.line}\`.`
    : ''
  const was = before ? ` Until now this place called \`${asked(before)}\`.` : ''
  return `${called}${near}${was} ${unmetRule.why}`
}

function remedies({ nearest }: Unmet, provider: string): readonly string[] {
  const call = nearest ? [`Call \`${asked(nearest)}\`, if that is what is meant.`] : []
  return [...call, `Add the route to ${provider} and deploy it before this call.`]
}

async function evidenceOf({ nearest, before, consumer }: Unmet, cite: Cite): Promise<readonly Evidence[]> {
  const rows: readonly (readonly [string, LocatedFact | null])[] = [
    [`Calls \`${asked(consumer)}\``, consumer],
    ['The nearest route', nearest],
    ['What this place called at the base', before],
  ]
  const cited = rows.map(async ([statement, fact]) => {
    if (fact === null) return null
    const { cited, read } = await citation(placeOf(fact), cite)
    return read ? { id: '', statement, place: cited } : null
  })
  return (await Promise.all(cited)).filter((each) => each !== null)
}

function placeOf({ repository, commit, path, fact }: LocatedFact): Place {
  return {
    repository,
    commit,
    path,
    line: (fact.kind === 'client' ? fact.writtenAt : undefined) ?? fact.line,
  }
}

/** `POST /orders/{}`: an address without its kind. */
function asked({ element }: LocatedFact): string {
  return element.replace(/^http /, '').replaceAll('`', "'")
}
