import { type Agent, noUsage } from '../agent/index.js'
import type { PullChange } from '../domain/diff.js'
import type { Finding, ModelStage } from '../domain/finding.js'
import type { GrepHit } from '../git/index.js'
import { findingOf, type VerifyContext, verify } from '../verify/index.js'
import type { Neighbour, Reader } from './workspace.js'

/** What the model may look at, and what it is held against. */
export type OpinionInput = {
  readonly change: PullChange
  /** The engine's: they are evidence for the model, and it cannot touch them. */
  readonly findings: readonly Finding[]
  readonly own: Neighbour
  readonly neighbours: readonly Neighbour[]
  readonly reader: Reader
  readonly intent: { readonly title: string; readonly body: string }
  readonly signal: AbortSignal
}

export type Opinions = { readonly findings: readonly Finding[]; readonly stage: ModelStage }

/** A search gives at most so many lines: enough to see a pattern, few enough to read. */
const mostHits = 60

/** What the model found and verification let pass; without an agent, that there is none. */
export async function opinionsOf(agent: Agent | null, input: OpinionInput): Promise<Opinions> {
  if (!agent) return { findings: [], stage: absent }
  const context = contextOf(input)
  const { claims, stage } = await agent.review({
    change: input.change,
    intent: input.intent,
    evidence: context.evidence,
    findings: input.findings,
    repositories: new Map([input.own, ...input.neighbours].map(({ git, commit }) => [git.name, commit])),
    readFile: ({ repository, side, path }) =>
      repository === input.change.repository
        ? context.lines(side === 'base' ? 'LEFT' : 'RIGHT', path)
        : context.elsewhere(repository, path),
    search: ({ repository, text, glob }) => search(repository, { text, glob }, input),
    verify: (claim, accepted) => verify(claim, { ...context, accepted }),
    signal: input.signal,
  })
  return { findings: await Promise.all(claims.map((claim) => findingOf(claim, context))), stage }
}

const absent: ModelStage = {
  outcome: 'absent',
  note: 'No model is configured: set `ANTHROPIC_API_KEY` to add its findings. The required check does not need one.',
  usage: noUsage,
  rejected: [],
}

function contextOf({ change, findings, neighbours, reader }: OpinionInput): VerifyContext {
  const snapshots = new Map(neighbours.map(({ git, commit }) => [git.name, commit]))
  return {
    change,
    lines: (side, path) => reader.lines(change.repository, side === 'LEFT' ? change.base : change.head, path),
    elsewhere: async (repository, path) => {
      const commit = snapshots.get(repository)
      return commit ? reader.lines(repository, commit, path) : null
    },
    snapshots,
    evidence: findings.flatMap((finding) => finding.evidence),
    findings,
    accepted: [],
  }
}

async function search(
  repository: string,
  query: { readonly text: string; readonly glob: string },
  { own, neighbours }: OpinionInput,
): Promise<readonly GrepHit[]> {
  const asked = [own, ...neighbours].find(({ git }) => git.name === repository)
  if (!asked) return []
  const { text, glob } = query
  return asked.git.grep(asked.commit, { text, regex: false, limit: mostHits, ...(glob ? { glob } : {}) })
}
