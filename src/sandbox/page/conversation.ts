import { threadsOf } from '../graphql/threads.js'
import type { FoundPull } from '../pulls.js'
import { type CheckRun, fullName, type Review } from '../world.js'
import { type Html, html } from './html.js'
import { markdown } from './markdown.js'
import { commentBox, threadBox } from './remarks.js'
import { author, avatar, checkSign, checkState, moment } from './words.js'

/** What people and apps said, oldest first, and where to say more. */
export function conversation(found: FoundPull, runs: readonly CheckRun[]): Html {
  const { repository, pull } = found
  const comments = [...repository.comments.values()].filter((each) => each.pull === pull.number)
  const reviews = [...repository.reviews.values()].filter((each) => each.pull === pull.number)
  const entries = [
    ...comments.map((each) => ({ id: each.id, at: each.createdAt, html: commentBox(each) })),
    ...reviews.map((each) => ({ id: each.id, at: each.submittedAt, html: reviewEntry(found, each) })),
  ].sort((one, other) => one.at.localeCompare(other.at) || one.id - other.id)
  return html`<section id="conversation" class="conversation">
  ${description(found)}
  ${entries.map((each) => each.html)}
  ${mergeBox(found, runs)}
  ${commentForm(found)}
</section>`
}

function description({ pull }: FoundPull): Html {
  const { author: user, body } = pull
  return html`<article class="comment">
  ${avatar(user.login)}
  <div class="box">
    <div class="box-head">${author(user)} opened this pull request ${moment(pull.createdAt)}</div>
    <div class="markdown">${body === '' ? html`<em class="faint">No description.</em>` : markdown(body)}</div>
  </div>
</article>`
}

/** A review with the threads that it began; nothing for a reply, which stands in its thread. */
function reviewEntry({ repository, pull }: FoundPull, review: Review): Html | null {
  const threads = threadsOf(repository, pull).filter((each) => each.root.review === review.id)
  if (review.body === '' && threads.length === 0) return null
  const body =
    review.body === ''
      ? null
      : html`<div class="box"><div class="markdown">${markdown(review.body)}</div></div>`
  return html`<article class="review">
  <div class="event">${avatar(review.user.login)} ${author(review.user)} ${verbs[review.state]} ${moment(review.submittedAt)}</div>
  ${body}
  ${threads.map((each) => threadBox(each, 6))}
</article>`
}

const verbs = {
  COMMENTED: 'reviewed',
  APPROVED: 'approved these changes',
  CHANGES_REQUESTED: 'requested changes',
  DISMISSED: 'reviewed (dismissed)',
  PENDING: 'is reviewing',
} as const

/** The required check by name: branch protection asks for this one alone. */
const required = 'Interlock'

const standings = {
  failure: ['Merging is held', `The required check ${required} has not passed.`],
  success: ['This branch may be merged', `The required check ${required} holds nothing against it.`],
  pending: ['Not yet to be merged', `The required check ${required} is still to answer.`],
} as const

function mergeBox({ pull }: FoundPull, runs: readonly CheckRun[]): Html {
  const gate = runs.find((run) => run.name === required)
  const isFree =
    gate?.conclusion === 'success' || gate?.conclusion === 'neutral' || gate?.conclusion === 'skipped'
  const isHeld = gate?.status === 'completed' && !isFree
  const tone = isHeld ? 'failure' : isFree ? 'success' : 'pending'
  const [words, reason] = standings[tone]
  const rows = runs.map(
    (run) => html`<li>${checkSign(run)} <a href="#check-${run.id}"><strong>${run.name}</strong></a>
    <span class="faint">${run.title ?? checkState(run)}</span>
    ${run.name === required ? html`<span class="label">required</span>` : null}</li>`,
  )
  if (pull.state === 'closed')
    return html`<div class="merge"><div class="merge-head">This pull request is ${pull.merged ? 'merged' : 'closed'}.</div></div>`
  return html`<div class="merge ${tone}">
  <div class="merge-head">${words}<p>${reason}</p></div>
  <ul>${rows.length > 0 ? rows : html`<li class="faint">No check has reported yet.</li>`}</ul>
</div>`
}

function commentForm({ repository, pull }: FoundPull): Html {
  return html`<form class="comment" method="post" action="/${fullName(repository)}/pull/${pull.number}/comments">
  ${avatar('dana')}
  <div class="box">
    <div class="box-head">Write as ${author({ login: 'dana' })}, who may write to this repository</div>
    <textarea name="body" rows="3" required maxlength="65536" placeholder="Try /recheck or /recheck help" aria-label="Comment"></textarea>
    <div class="actions"><button type="submit">Comment</button></div>
  </div>
</form>`
}
