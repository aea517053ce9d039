import { parseHunks } from '../git/diff.js'
import type { Thread } from '../graphql/threads.js'
import type { Reaction, User } from '../world.js'
import { diffRow } from './diff-rows.js'
import { type Html, html } from './html.js'
import { markdown } from './markdown.js'
import { author, avatar, fileAnchor, moment } from './words.js'

type Said = {
  readonly id: number
  readonly user: User
  readonly body: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly reactions: readonly Reaction[]
  readonly minimized: string | null
}

/** A comment in a box, with what others answered to it by a sign. */
export function commentBox(said: Said): Html {
  const edited = said.updatedAt === said.createdAt ? null : html`<span class="faint">edited</span>`
  const body = html`<div class="markdown">${markdown(said.body)}</div>${reactions(said.reactions)}`
  return html`<article class="comment" id="comment-${said.id}">
  ${avatar(said.user.login)}
  <div class="box">
    <div class="box-head">${author(said.user)} commented ${moment(said.createdAt)} ${edited}</div>
    ${said.minimized === null ? body : html`<details class="minimized"><summary>This comment was marked as ${said.minimized.toLowerCase()}.</summary>${body}</details>`}
  </div>
</article>`
}

const pictures: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  hooray: '🎉',
  confused: '😕',
  heart: '❤️',
  rocket: '🚀',
  eyes: '👀',
}

function reactions(all: readonly Reaction[]): Html | null {
  if (all.length === 0) return null
  const kinds = [...new Set(all.map((each) => each.content))].map((content) => {
    const own = all.filter((each) => each.content === content)
    const names = own.map((each) => each.user.login).join(', ')
    return html`<span class="reaction" title="${names}">${pictures[content] ?? content} ${own.length}</span>`
  })
  return html`<div class="reactions">${kinds}</div>`
}

/** A thread under the lines it is about; a resolved one is folded. `lines` is how many of them are shown. */
export function threadBox(thread: Thread, lines: number): Html {
  const { root, comments } = thread
  const hunk = root.hunk === '' ? null : (parseHunks(root.hunk)[0] ?? null)
  const rows = hunk?.rows.slice(-lines).map(diffRow) ?? []
  const path = html`<a class="path" href="#${fileAnchor(root.path)}">${root.path}</a>`
  const place = html`${path}${root.line === null ? html` <span class="label">outdated</span>` : null}`
  const inside = html`${lines > 0 && rows.length > 0 ? html`<div class="scroll"><table class="code-table">${rows}</table></div>` : null}
    <div class="thread-comments">${comments.map(threadComment)}</div>`
  if (root.resolvedBy) {
    return html`<details class="thread"><summary>${place} <span class="faint">resolved by ${root.resolvedBy.login}</span></summary>${inside}</details>`
  }
  return html`<div class="thread">${lines > 0 ? html`<div class="thread-head">${place}</div>` : null}${inside}</div>`
}

function threadComment(said: Said): Html {
  return html`<div class="said" id="discussion-${said.id}">
  ${avatar(said.user.login)}
  <div>
    <div class="said-head">${author(said.user)} ${moment(said.createdAt)}</div>
    <div class="markdown">${markdown(said.body)}</div>${reactions(said.reactions)}
  </div>
</div>`
}
