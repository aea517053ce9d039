import type { Sandbox } from '../../../src/sandbox/index.js'

/** The checks on a commit, each with what it concludes; two lines of one name would be two runs. */
export function checksAt(sandbox: Sandbox, head: string, repository = 'orders'): readonly string[] {
  return [...sandbox.repository(repository).checkRuns.values()]
    .filter((run) => run.head === head)
    .map((run) => `${run.name}: ${run.conclusion ?? run.status}`)
}

/** The threads on a pull request: where each stands, and its title. */
export function threadsOn(sandbox: Sandbox, number: number, repository = 'orders'): readonly string[] {
  return [...sandbox.repository(repository).reviewComments.values()]
    .filter((each) => each.pull === number)
    .map(({ path, line, originalLine, side, body }) => {
      const place = line === null ? `outdated ${originalLine}` : String(line)
      return `${path}:${place}${side === 'LEFT' ? ' old' : ''} ${body.split('\n', 1)[0]}`
    })
}

/** What the app wrote below a pull request. */
export function saidOn(sandbox: Sandbox, number: number, repository = 'orders'): readonly string[] {
  return [...sandbox.repository(repository).comments.values()]
    .filter((each) => each.pull === number && each.user.type === 'Bot')
    .map((each) => each.body)
}

/** The reactions to a comment. */
export function reactionsTo(sandbox: Sandbox, comment: number, repository = 'orders'): readonly string[] {
  const found = sandbox.repository(repository).comments.get(comment)
  return (found?.reactions ?? []).map((each) => each.content)
}

/** Everything that the app has on a pull request, each with its number: what is said again has another one. */
export function standingOn(sandbox: Sandbox, number: number, repository = 'orders') {
  const { checkRuns, reviews, reviewComments, comments, pulls } = sandbox.repository(repository)
  const head = pulls.get(number)?.headSha
  const own = (each: { readonly pull: number; readonly user: { readonly type: string } }): boolean =>
    each.pull === number && each.user.type === 'Bot'
  return {
    checks: [...checkRuns.values()]
      .filter((run) => run.head === head)
      .map(({ id, name, status, conclusion, title, summary }) => ({
        id,
        name,
        status,
        conclusion,
        title,
        summary,
      })),
    reviews: [...reviews.values()].filter(own).map(({ id, body }) => ({ id, body })),
    threads: [...reviewComments.values()]
      .filter(own)
      .map(({ id, path, line, body }) => ({ id, path, line, body })),
    comments: [...comments.values()].filter(own).map(({ id, body }) => ({ id, body })),
  }
}
