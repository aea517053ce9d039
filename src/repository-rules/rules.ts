import { createHash } from 'node:crypto'
import { type CommitId, isProblem, type Problem, type TreeEntry } from '../domain/blob.js'
import type { Framework } from '../domain/framework.js'
import type { RuleSet } from '../domain/rule-set.js'
import { frameworks as builtIn } from '../frameworks/index.js'
import type { GitRepository } from '../git/index.js'
import { lastUsed } from '../lib/last-used.js'
import { maxRules } from './form.js'
import { type RulesFile, readRulesFile } from './read-file.js'

/** Where a repository describes frameworks of its own. */
export const rulesFolder = '.github/interlock/rules'

/** What a repository says of its own frameworks at one commit: null where it says nothing. */
export type RepositoryRules = { readonly set: RuleSet | null; readonly problems: readonly Problem[] }

export type RulesOf = (
  git: Pick<GitRepository, 'tree' | 'readBlob'>,
  commit: CommitId,
) => Promise<RepositoryRules>

const maxFiles = 20
const maxCharacters = 64 * 1024
/** As many repositories with rules as are asked in a day; a folder is named by its blobs and read once. */
const kept = 64

const none: RepositoryRules = { set: null, problems: [] }

/** A reader of rules that remembers what it has read. Nothing that a file says makes it throw. */
export function createRules(): RulesOf {
  const known = lastUsed<Promise<RepositoryRules>>(kept)
  return async (git, commit) => {
    const entries = [...(await git.tree(commit, rulesFolder)).values()].filter(isRules)
    if (entries.length === 0) return none
    const key = entries.map(({ path, blob }) => `${blob} ${path}`).join('\n')
    return known(key, () => read(git, entries))
  }
}

/** Links and submodules point elsewhere and are never followed. */
function isRules({ path, mode }: TreeEntry): boolean {
  const name = path.startsWith(`${rulesFolder}/`) ? path.slice(rulesFolder.length + 1) : '/'
  return /^[^/]+\.ya?ml$/.test(name) && (mode === 'file' || mode === 'executable')
}

async function read(
  git: Pick<GitRepository, 'readBlob'>,
  entries: readonly TreeEntry[],
): Promise<RepositoryRules> {
  const inOrder = [...entries].sort((one, other) => (one.path < other.path ? -1 : 1))
  const files: (readonly [string, RulesFile])[] = []
  for (const entry of inOrder.slice(0, maxFiles)) files.push([entry.path, await readOne(git, entry)])
  const { frameworks, problems } = together(files)
  const unread = inOrder.slice(maxFiles).map(({ path }) => ({
    problem: `not read: a repository has ${maxFiles} files of rules at the most`,
    path,
  }))
  return { set: frameworks.length ? setOf(frameworks) : null, problems: [...problems, ...unread] }
}

async function readOne(git: Pick<GitRepository, 'readBlob'>, entry: TreeEntry): Promise<RulesFile> {
  const { path } = entry
  const blob = await git.readBlob(entry.blob)
  if (isProblem(blob)) return { problems: [{ ...blob, path }] }
  if (blob.text.length > maxCharacters)
    return { problems: [{ problem: 'not read: rules are larger than 64 KB', path }] }
  return readRulesFile(path, blob.text)
}

type Together = { readonly frameworks: readonly Framework[]; readonly problems: readonly Problem[] }

/** Files in order of their paths, as long as there is room for their rules. */
function together(files: readonly (readonly [string, RulesFile])[]): Together {
  const taken = new Set(builtIn.map(({ id }) => id))
  const frameworks: Framework[] = []
  const problems: Problem[] = []
  let rules = 0
  for (const [path, file] of files) {
    if ('problems' in file) problems.push(...file.problems)
    else if (taken.has(file.framework.id))
      problems.push({ problem: `\`${file.framework.id}\` is the id of another framework`, path, line: 1 })
    else if (rules + file.framework.rules.length > maxRules)
      problems.push({ problem: `not read: a repository has ${maxRules} rules at the most`, path })
    else {
      taken.add(file.framework.id)
      rules += file.framework.rules.length
      frameworks.push(file.framework)
    }
  }
  return { frameworks, problems }
}

/** Rules as data, under the name of what they say. */
export function setOf(frameworks: readonly Framework[]): RuleSet {
  const digest = createHash('sha256').update(JSON.stringify(frameworks)).digest('hex').slice(0, 16)
  return { digest, frameworks }
}
