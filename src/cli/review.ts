import { existsSync } from 'node:fs'
import { createAgent, createModel } from '../agent/index.js'
import { type GitRepository, openRepository } from '../git/index.js'
import { UserError } from '../lib/errors.js'
import { createMeans } from '../means.js'
import { renderJson, renderMarkdown, renderText } from '../report/index.js'
import { review } from '../review.js'
import { readEnvironment, readSettings, settingsPath } from '../settings/index.js'
import { type Neighbour, readerOf } from '../workspace/index.js'
import { progress } from './progress.js'
import { format, type Given, type Terminal, text, texts, type Verb } from './verb.js'

/** Reviews the difference between two revisions of a local clone or mirror. */
export const reviewVerb: Verb = {
  name: 'review',
  usage: '--repo DIR [--base REV] [--head REV] [--with DIR[@REV]]… [--format text|json|markdown] [--no-ai]',
  summary: 'what a change breaks, in this repository and in those given with --with',
  options: {
    repo: { type: 'string' },
    base: { type: 'string' },
    head: { type: 'string' },
    with: { type: 'string', multiple: true },
    format: { type: 'string' },
    'no-ai': { type: 'boolean' },
  },
  run: async (given, terminal) => {
    const shape = format(given, ['text', 'json', 'markdown'])
    const opened: GitRepository[] = []
    const shown = progress(terminal)
    try {
      const git = await open(text(given, 'repo', terminal.directory), opened)
      const neighbours = await neighboursOf(git, texts(given, 'with'), opened)
      const means = await createMeans({ agent: agentFor(given, terminal), progress: shown.show })
      const [base, head] = await range(git, given)
      const lines = await readerOf([git]).lines(git.name, base, settingsPath)
      const { settings, problems } = readSettings(lines?.join('\n') ?? null)
      const intent = await intentOf(git, base, head)
      const request = { git, base, head, neighbours, intent, settings, problems, signal: terminal.signal }
      const { review: outcome } = await review(request, means)
      shown.done()
      terminal.out(render(outcome, shape, terminal))
      return outcome.conclusion === 'failure' ? 1 : 0
    } finally {
      shown.done()
      await Promise.all(opened.map((each) => each.close()))
    }
  },
}

async function open(directory: string, opened: GitRepository[]): Promise<GitRepository> {
  const git = await openRepository(directory)
  opened.push(git)
  return git
}

/** In one order, however they were given, so that the same review says the same words. */
async function neighboursOf(
  reviewed: GitRepository,
  given: readonly string[],
  opened: GitRepository[],
): Promise<readonly Neighbour[]> {
  const neighbours: Neighbour[] = []
  for (const each of given) neighbours.push(await neighbour(each, opened))
  const names = [reviewed, ...neighbours.map(({ git }) => git)].map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) {
    throw new UserError('bad-usage', `\`${twice}\` is given twice: each repository is asked at one commit.`)
  }
  return neighbours.sort((one, other) => (one.git.name < other.git.name ? -1 : 1))
}

/** `DIR` at its HEAD, or `DIR@REV`; a folder whose name holds `@` is meant whole when it exists as such. */
async function neighbour(given: string, opened: GitRepository[]): Promise<Neighbour> {
  const at = existsSync(given) ? -1 : given.lastIndexOf('@')
  const [directory, revision] = at > 0 ? [given.slice(0, at), given.slice(at + 1)] : [given, 'HEAD']
  const git = await open(directory, opened)
  return { git, commit: await git.resolve(revision) }
}

/** From the base to the head: by default from the branch that a pull request would go to, to what is committed here. */
async function range(git: GitRepository, given: Given): Promise<readonly [string, string]> {
  const head = await git.resolve(text(given, 'head', 'HEAD'))
  const base = text(given, 'base', null)
  if (base !== null) return [await git.resolve(base), head]
  for (const usual of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
    const found = await git.resolve(usual).catch((error: unknown) => {
      if (error instanceof UserError) return null
      throw error
    })
    if (found && found !== head) return [found, head]
  }
  throw new UserError('no-base', 'There is no branch to compare with: name one with `--base`.')
}

async function intentOf(
  git: GitRepository,
  base: string,
  head: string,
): Promise<{ title: string; body: string }> {
  const commits = await git.commits(base, head, 20)
  return { title: commits[0]?.subject ?? '', body: commits.map((each) => each.subject).join('\n') }
}

function agentFor(given: Given, terminal: Terminal) {
  const { model } = readEnvironment(terminal.environment)
  return model && !given.options['no-ai'] ? createAgent({ model: createModel(model) }) : null
}

function render(
  outcome: Parameters<typeof renderJson>[0],
  shape: 'text' | 'json' | 'markdown',
  terminal: Terminal,
): string {
  if (shape === 'json') return renderJson(outcome)
  if (shape === 'markdown') return renderMarkdown(outcome)
  return renderText(outcome, { color: terminal.interactive.out, width: terminal.width })
}
