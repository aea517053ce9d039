import { z } from 'zod'
import { notFound, Refusal } from '../http/refusal.js'
import {
  actorOf,
  type Call,
  get,
  numberParam,
  patch,
  post,
  type Route,
  remove,
  repositoryOf,
} from '../http/route.js'
import { type FoundPull, pullOf } from '../pulls.js'
import { issueCommentShape } from '../shapes/comment.js'
import { issueShape } from '../shapes/pull.js'
import { type IssueComment, type Repository, timestamp, type User, type World } from '../world.js'

const issues = '/repos/{owner}/{repo}/issues'
const body = z.strictObject({ body: z.string().min(1).max(65_536) })
const mayRead = ['issues:read', 'pull_requests:read'] as const
const mayWrite = ['issues:write', 'pull_requests:write'] as const

/** The conversation of a pull request, which GitHub keeps as comments of an issue. */
export const issueCommentRoutes: readonly Route[] = [
  get(`${issues}/{number}/comments`, mayRead, (call) => {
    const { repository, pull } = pullOf(call)
    const all = [...repository.comments.values()].filter((each) => each.pull === pull.number)
    return { list: all.map((each) => issueCommentShape(call.world, repository, each)) }
  }),
  post(`${issues}/{number}/comments`, mayWrite, body, (call) => {
    const found = pullOf(call)
    if (found.pull.locked && call.who.type === 'installation') {
      throw new Refusal(403, 'Unable to create comment because issue is locked.')
    }
    const made = addComment(call.world, found, actorOf(call), call.body.body)
    return { status: 201, body: issueCommentShape(call.world, found.repository, made) }
  }),
  get(`${issues}/comments/{comment}`, mayRead, (call) => {
    const repository = repositoryOf(call)
    return { body: issueCommentShape(call.world, repository, commentOf(call, repository)) }
  }),
  patch(`${issues}/comments/{comment}`, mayWrite, body, (call) => {
    const repository = repositoryOf(call)
    const comment = ownComment(call, repository)
    comment.body = call.body.body
    comment.updatedAt = timestamp(call.world)
    announceComment(call.world, repository, comment, 'edited')
    return { body: issueCommentShape(call.world, repository, comment) }
  }),
  remove(`${issues}/comments/{comment}`, mayWrite, (call) => {
    const repository = repositoryOf(call)
    const comment = ownComment(call, repository)
    repository.comments.delete(comment.id)
    announceComment(call.world, repository, comment, 'deleted')
    return { status: 204 }
  }),
]

function commentOf(call: Call, repository: Repository): IssueComment {
  const comment = repository.comments.get(numberParam(call, 'comment'))
  if (!comment) throw notFound()
  return comment
}

function ownComment(call: Call, repository: Repository): IssueComment {
  const comment = commentOf(call, repository)
  if (comment.user !== actorOf(call)) throw new Refusal(403, 'Resource not accessible by integration')
  return comment
}

/** Somebody says something below a pull request. */
export function addComment(
  world: World,
  { repository, pull }: FoundPull,
  user: User,
  text: string,
): IssueComment {
  const comment: IssueComment = {
    id: world.nextId(),
    pull: pull.number,
    user,
    body: text,
    createdAt: timestamp(world),
    updatedAt: timestamp(world),
    reactions: [],
    minimized: null,
  }
  repository.comments.set(comment.id, comment)
  announceComment(world, repository, comment, 'created')
  return comment
}

function announceComment(world: World, repository: Repository, comment: IssueComment, action: string): void {
  const pull = repository.pulls.get(comment.pull)
  if (!pull) return
  const payload = {
    issue: issueShape(world, repository, pull),
    comment: issueCommentShape(world, repository, comment),
  }
  world.announce({ event: 'issue_comment', action, repository, sender: comment.user, payload })
}
