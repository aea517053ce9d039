import { elementRelied, isTaken, type Judgement, judgeUnused } from '../analysis/index.js'
import type { Evidence, Finding } from '../domain/finding.js'
import type { Impact } from '../domain/impact.js'
import type { Citation, Line, Place } from '../domain/place.js'
import type { RolloutTable } from '../domain/rollout.js'
import { causeOf } from './cause.js'
import { type Cite, citation } from './citing.js'
import { type Consumer, consumersOf, unproved } from './consumer.js'
import type { FindingsInput } from './findings-input.js'
import { fingerprint } from './fingerprint.js'
import { explanationOf, remediesOf, titleOf } from './wording.js'

/** What a person reads of one change; null when the settings silence it, or nobody relies on it and that is no news. */
export async function findingOfImpact(
  { impact, rollout }: { readonly impact: Impact; readonly rollout: RolloutTable },
  input: FindingsInput,
  cite: Cite,
): Promise<Finding | null> {
  const { change } = impact
  const line = causeOf({ old: change.old, new: change.new, taken: isTaken(change) }, input.files)
  if (line === null) return null
  const cause = await citation(placeOf(line, line.side === 'LEFT' ? input.base : input.head, input), cite)
  const consumers = await consumersOf(impact, input, cite)
  const inferred = !cause.read || !line.changed
  const judgement = verdict(impact, consumers, input, inferred)
  if (judgement === null) return null
  const { rule, kind, element } = change
  const told = { impact, rollout, consumers, provider: input.repository, judgement, asked: input.asked }
  return {
    id: fingerprint({
      rule: rule.id,
      kind,
      element,
      consumers: consumers.map((each) => meaningOf(each, impact)),
    }),
    rule: rule.id,
    ...judgement,
    title: titleOf(told),
    explanation: explanationOf(told),
    contract: { kind, element },
    cause: cause.cited,
    affected: consumers.map((each) => each.affected),
    witness: witnessOf(rollout),
    remedies: remediesOf(told),
    evidence: await evidenceOf(impact, consumers, input, cite),
  }
}

/** The worst of its consumers decides; without a cited line of this change nothing is proved. */
function verdict(
  impact: Impact,
  consumers: readonly Consumer[],
  input: FindingsInput,
  inferred: boolean,
): Judgement | null {
  const [worst] = consumers
  if (!worst) return impact.dependents.length === 0 ? judgeUnused(impact, input.levels) : null
  return inferred ? unproved(worst.judgement) : worst.judgement
}

function meaningOf({ dependent, affected }: Consumer, { change }: Impact) {
  return { repository: affected.repository, path: affected.path, element: elementRelied(change, dependent) }
}

function witnessOf({ witness }: RolloutTable): Finding['witness'] {
  if (witness === null) return null
  const { provider, consumer, data, outcome, reason } = witness
  return { provider, consumer, data, outcome: `${outcome}: ${reason}` }
}

async function evidenceOf(
  impact: Impact,
  consumers: readonly Consumer[],
  input: FindingsInput,
  cite: Cite,
): Promise<readonly Evidence[]> {
  const { change } = impact
  const sides: readonly (readonly [string, Line | null, string])[] = [
    [`\`${change.element}\` as promised at the base`, change.old, input.base],
    [
      isTaken(change) ? 'What is declared at the head' : `\`${change.element}\` as promised at the head`,
      change.new,
      input.head,
    ],
  ]
  const promised = sides.map(async ([statement, line, commit]) => {
    if (line === null) return null
    const { cited, read } = await citation(placeOf(line, commit, input), cite)
    return read ? row(statement, cited) : null
  })
  const relying = consumers.map(({ dependent, affected }) => {
    const { owners, ...place } = affected
    return row(
      `${affected.repository} ${dependent.use} \`${elementRelied(change, dependent)}\`: ${dependent.link.reason}`,
      place,
    )
  })
  return [...(await Promise.all(promised)).filter((each) => each !== null), ...relying]
}

/** Numbers are given when all findings are in order. */
function row(statement: string, place: Citation): Evidence {
  return { id: '', statement, place }
}

function placeOf({ path, line }: Line, commit: string, { repository }: FindingsInput): Place {
  return { repository, commit, path, line }
}
