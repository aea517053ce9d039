import type { Agent } from './agent/index.js'
import { compareContracts, enumerateRollout, findImpact, findUnmet } from './analysis/index.js'
import type { CommitId, Problem } from './domain/blob.js'
import type { Comparison, ContractKind } from './domain/change.js'
import type { PullChange } from './domain/diff.js'
import type { FactIndex, RepositoryFacts } from './domain/fact.js'
import type { Finding, Review } from './domain/finding.js'
import type { GitRepository } from './git/index.js'
import { matchesPath } from './lib/path-pattern.js'
import { stopwatch } from './lib/stopwatch.js'
import { conclude, findingsOf } from './report/index.js'
import { rulesFolder } from './repository-rules/index.js'
import type { RepositorySettings } from './settings/index.js'
import {
  coverageOf,
  documentsOf,
  type Neighbour,
  type NeighbourIndex,
  opinionsOf,
  ownersIn,
  type Reader,
  readerOf,
} from './workspace/index.js'

/** What is reviewed, and what it may be held against. */
export type ReviewRequest = {
  readonly git: GitRepository
  readonly base: CommitId
  readonly head: CommitId
  /** The other repositories that this pull request's readers may see. */
  readonly neighbours: readonly Neighbour[]
  /** What the author says: untrusted, and read only by the model. */
  readonly intent: { readonly title: string; readonly body: string }
  readonly settings: RepositorySettings
  /** What is known to be missing before the review begins: a repository that cannot be fetched, settings that are wrong. */
  readonly problems: readonly Problem[]
  readonly signal: AbortSignal
}

/** What every review needs and none changes. */
export type ReviewMeans = {
  readonly contracts: readonly ContractKind[]
  /** `rulesFrom`: the commit whose rules for frameworks of its own hold; absent: the same. */
  readonly factsOf: (git: GitRepository, commit: CommitId, rulesFrom?: CommitId) => Promise<RepositoryFacts>
  readonly index: NeighbourIndex
  readonly isRead: (path: string) => boolean
  /** Null without a key. */
  readonly agent: Agent | null
  readonly now: () => number
}

/** A finished review, and the change it is about. */
export type Reviewed = { readonly review: Review; readonly change: PullChange }

/** The story of one review: what a change does to everyone who depends on it, and what a model sees besides. */
export async function review(request: ReviewRequest, means: ReviewMeans): Promise<Reviewed> {
  const { git, neighbours, settings, signal } = request
  const watch = stopwatch(means.now)

  // What is different, from where the branch left its base.
  const change = await watch.time('diff', () => changeOf(request))

  // What was true and what is true now; of other repositories, what is true where they stand.
  const facts = await watch.time('facts', () => factsOf(change, request, means))
  signal.throwIfAborted()
  const index = await watch.time('index', () => means.index.around(facts.head, neighbours))
  const reader = readerOf([git, ...neighbours.map((each) => each.git)])

  // What was promised and what is promised now.
  const comparison = await watch.time('contracts', () => compare(change, facts, request, means))

  // Who relies on the difference, in which state of the rollout it fails; and who relies on what nobody promises.
  const scene = { change, facts, comparison, index, reader, request }
  const findings = await watch.time('impact', () => find(scene))

  // What a model sees besides; each of its claims is verified before it comes back.
  const agent = settings.ai.enabled ? means.agent : null
  const own = { git, commit: change.head }
  const opinions = await watch.time('model', () =>
    opinionsOf(agent, { ...request, change, findings, own, reader }),
  )
  signal.throwIfAborted()

  const coverage = coverageIn(scene, means)
  return {
    change,
    review: {
      repository: git.name,
      base: change.base,
      head: change.head,
      conclusion: conclude(findings, coverage, settings.incomplete),
      findings: [...findings, ...opinions.findings],
      coverage,
      model: opinions.stage,
      timings: watch.times(),
    },
  }
}

type Scene = {
  readonly change: PullChange
  readonly facts: Facts
  readonly comparison: Comparison
  readonly index: FactIndex
  readonly reader: Reader
  readonly request: ReviewRequest
}

/** What a person reads of all this: each change with those it breaks, file and line, in every repository. */
async function find({
  change,
  facts,
  comparison,
  index,
  reader,
  request,
}: Scene): Promise<readonly Finding[]> {
  const { git, neighbours, settings } = request
  const [impacts, unmet] = await Promise.all([
    findImpact(comparison.changes, { provider: facts.head, index }),
    findUnmet({ base: facts.base, head: facts.head, changedPaths: changedPaths(change), index }),
  ])
  return findingsOf(
    {
      ...change,
      impacts: impacts.map((impact) => ({ impact, rollout: enumerateRollout(impact, git.name) })),
      unmet,
      levels: settings.rules,
      owners: await ownersIn([{ git, commit: change.base }, ...neighbours], reader),
      asked: index.snapshots.length,
    },
    reader.line,
  )
}

type Facts = {
  readonly base: RepositoryFacts
  readonly head: RepositoryFacts
}

/** Both sides by the rules of the branch that the pull request goes to: what it says of its own code is not asked. */
async function factsOf(change: PullChange, request: ReviewRequest, means: ReviewMeans): Promise<Facts> {
  const { git, base: rulesFrom } = request
  const base = await means.factsOf(git, change.base, rulesFrom)
  const head = await means.factsOf(git, change.head, rulesFrom)
  return { base, head }
}

function coverageIn(
  { change, facts, comparison, index, request }: Scene,
  means: ReviewMeans,
): Review['coverage'] {
  const ofRules = facts.head.problems.filter(isOfRules)
  return coverageOf({
    files: change.files,
    // What is wrong with the rules of the base says nothing of a file of this change.
    head: { ...facts.head, problems: facts.head.problems.filter((each) => !isOfRules(each)) },
    isRead: means.isRead,
    isIgnored: (path) => request.settings.paths.ignore.some((pattern) => matchesPath(pattern, path)),
    snapshots: index.snapshots,
    problems: [...request.problems, ...ofRules, ...comparison.problems],
  })
}

function isOfRules({ path }: Problem): boolean {
  return path?.startsWith(`${rulesFolder}/`) ?? false
}

async function changeOf({ git, base, head }: ReviewRequest): Promise<PullChange> {
  const parted = (await git.mergeBase(base, head)) ?? base
  return { repository: git.name, base: parted, head, files: await git.diff(parted, head) }
}

/** Every kind of contract, compared by its documents and by what code says. */
async function compare(
  change: PullChange,
  facts: { readonly base: RepositoryFacts; readonly head: RepositoryFacts },
  { git }: ReviewRequest,
  { contracts }: ReviewMeans,
): Promise<Comparison> {
  const [base, head] = await Promise.all(
    [change.base, change.head].map(async (commit) => documentsOf(git, commit, change.files, contracts)),
  )
  const renames = change.files.flatMap(({ status, old, new: now }) =>
    status === 'renamed' && old && now ? [[old.path, now.path] as const] : [],
  )
  return compareContracts(
    contracts,
    () => ({ documents: base ?? new Map(), facts: facts.base }),
    () => ({ documents: head ?? new Map(), facts: facts.head }),
    new Map(renames),
  )
}

function changedPaths({ files }: PullChange): ReadonlySet<string> {
  return new Set(files.flatMap((file) => file.new?.path ?? []))
}
