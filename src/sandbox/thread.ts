import { threadsOf } from './graphql/threads.js'
import type { FoundPull } from './pulls.js'
import type { CheckRun, IssueComment, Reaction, Review } from './world.js'

/** Everything that stands on a pull request as plain text, in the order in which a person meets it. */
export function threadText({ repository, pull }: FoundPull): string {
  const own = (each: { readonly pull: number }): boolean => each.pull === pull.number
  const runs = [...repository.checkRuns.values()].filter((run) => run.head === pull.headSha)
  const reviews = [...repository.reviews.values()].filter((each) => own(each) && each.body !== '')
  return [
    `#${pull.number} ${pull.title} (${pull.merged ? 'merged' : pull.state}${pull.draft ? ', draft' : ''})`,
    ...runs.map(checkText),
    ...[...repository.comments.values()].filter(own).map(commentText),
    ...reviews.map(reviewText),
    ...threadsOf(repository, pull).map(({ root, comments }) => {
      const place = `${root.path}:${root.line ?? `outdated ${root.originalLine}`}${root.side === 'LEFT' ? ' (old)' : ''}`
      const said = comments.map((each) => `${each.user.login}: ${each.body}${reactionText(each.reactions)}`)
      return `[thread] ${place}${root.resolvedBy ? ` resolved by ${root.resolvedBy.login}` : ''}\n${indented(said.join('\n'))}`
    }),
  ].join('\n\n')
}

function checkText(run: CheckRun): string {
  const title = `[check] ${run.name}: ${run.conclusion ?? run.status}${run.title === null ? '' : ` — ${run.title}`}`
  const rows = run.annotations.map((each) => {
    const { path, start_line: line, annotation_level: level, title: head, message } = each
    return `${level} ${path}:${line} ${head ?? ''}\n${indented(String(message))}`
  })
  return [title, ...[run.summary ?? '', ...rows].filter((each) => each !== '').map(indented)].join('\n')
}

function commentText(comment: IssueComment): string {
  const folded = comment.minimized === null ? '' : ` (minimized: ${comment.minimized.toLowerCase()})`
  return `[comment] ${comment.user.login}${folded}${reactionText(comment.reactions)}\n${indented(comment.body)}`
}

function reviewText(review: Review): string {
  return `[review] ${review.user.login} ${review.state.toLowerCase()}\n${indented(review.body)}`
}

function reactionText(reactions: readonly Reaction[]): string {
  return reactions.length === 0 ? '' : ` {${reactions.map((each) => each.content).join(' ')}}`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
