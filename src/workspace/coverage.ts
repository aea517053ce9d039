import type { Problem, Snapshot } from '../domain/blob.js'
import type { FileDiff } from '../domain/diff.js'
import type { RepositoryFacts } from '../domain/fact.js'
import type { Coverage } from '../domain/finding.js'

export type CoverageInput = {
  readonly files: readonly FileDiff[]
  readonly head: RepositoryFacts
  /** Whether some language or kind of contract reads files of this name. */
  readonly isRead: (path: string) => boolean
  readonly isIgnored: (path: string) => boolean
  readonly snapshots: readonly Snapshot[]
  readonly problems: readonly Problem[]
}

/** What was looked at and what was not: every changed file is one or the other, and a skipped one says why. */
export function coverageOf(input: CoverageInput): Coverage {
  const skipped = input.files.flatMap((file) => {
    const path = file.new?.path ?? file.old?.path ?? ''
    const reason = whySkipped(file, path, input)
    return reason === null ? [] : [{ path, reason }]
  })
  const { snapshots, problems } = input
  return {
    changed: input.files.length,
    inspected: input.files.length - skipped.length,
    skipped,
    repositories: snapshots,
    problems,
  }
}

function whySkipped(file: FileDiff, path: string, input: CoverageInput): string | null {
  if (input.isIgnored(path)) return 'ignored by the settings'
  if (file.submodule) return 'a submodule: its repository is reviewed by itself'
  if (file.problem) return file.problem
  const problem = input.head.problems.find((each) => each.path === path)
  if (problem) return problem.problem
  // A deleted file in a language that is read was read at the base; a picture or a page of text promises nothing.
  if (file.binary || !isCode(path) || input.isRead(path)) return null
  return `no language or contract kind reads ${path.slice(path.lastIndexOf('.'))} files yet`
}

/** Endings of files that can hold one side of a contract. Prose, pictures and lock files cannot. */
const codeEndings =
  /\.(tsx?|jsx?|[mc][tj]s|vue|svelte|py|go|java|kts?|cs|rb|php|rs|scala|swift|c|cc|cpp|h|ex|exs|erl|proto|graphqls?|gql|sql|tf|sh)$/i

function isCode(path: string): boolean {
  return codeEndings.test(path)
}
