import { createHash } from 'node:crypto'
import { commitsOf, type FoundPull, filesOf } from '../pulls.js'
import { threadText } from '../thread.js'
import { type CheckRun, fullName, type Repository } from '../world.js'
import { checks } from './checks.js'
import { conversation } from './conversation.js'
import { filesChanged } from './files.js'
import { type Html, html } from './html.js'
import { layout } from './layout.js'
import { author, avatar, count, moment, pullState } from './words.js'

/** A pull request as GitHub would show it, on one page. */
export async function pullPage(found: FoundPull): Promise<string> {
  const { repository, pull } = found
  const [files, commits] = await Promise.all([filesOf(found), commitsOf(found)])
  const runs = runsAt(repository, pull.headSha)
  const address = `/${fullName(repository)}/pull/${pull.number}`
  const busy = runs.length === 0 || runs.some((run) => run.status !== 'completed')
  const watch = { address: `${address}/state`, state: stateOf(found), busy }
  const body = html`<div class="crumbs"><a href="/">${repository.owner}</a> / <strong>${repository.name}</strong></div>
  ${head(found, commits.length)}
  <nav class="tabs">
    <a href="#conversation">Conversation</a>
    <a href="#checks">Checks <span class="counter">${runs.length}</span></a>
    <a href="#commits">Commits <span class="counter">${commits.length}</span></a>
    <a href="#files">Files changed <span class="counter">${files.length}</span></a>
  </nav>
  ${conversation(found, runs)}
  ${checks(repository, runs)}
  ${commitList(commits)}
  ${filesChanged(found, files, runs)}`
  return layout({ title: `${pull.title} · #${pull.number} · ${fullName(repository)}`, watch }, body)
}

/** Changes whenever the page would show something else. */
export function stateOf(found: FoundPull): string {
  return createHash('sha256')
    .update(`${found.pull.headSha}\n${threadText(found)}`)
    .digest('hex')
    .slice(0, 16)
}

/** The newest run of each name on a commit, in the order of their names. */
export function runsAt(repository: Repository, head: string): CheckRun[] {
  const runs = [...repository.checkRuns.values()].filter((run) => run.head === head)
  const newest = runs.filter((run, at) => !runs.slice(at + 1).some((later) => later.name === run.name))
  return newest.sort((one, other) => one.name.localeCompare(other.name))
}

function head({ pull }: FoundPull, commits: number): Html {
  const from = pull.fork === null ? pull.headRef : `${pull.fork}:${pull.headRef}`
  return html`<h1 class="title">${pull.title} <span class="faint">#${pull.number}</span></h1>
  <p class="subtitle">${pullState(pull)} ${author(pull.author)} wants to merge ${count(commits, 'commit')}
    into <code>${pull.baseRef}</code> from <code>${from}</code></p>`
}

type Commit = Awaited<ReturnType<typeof commitsOf>>[number]

function commitList(commits: readonly Commit[]): Html {
  const rows = commits.map(
    (commit) => html`<li>${avatar(commit.author)}
    <div><strong>${commit.message.split('\n', 1)[0] ?? ''}</strong>
      <div class="faint">${author({ login: commit.author })} ${moment(commit.date)}</div></div>
    <code>${commit.id.slice(0, 7)}</code></li>`,
  )
  return html`<section id="commits"><h2>Commits</h2><ul class="commits">${rows}</ul></section>`
}
