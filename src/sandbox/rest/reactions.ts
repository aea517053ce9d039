import { z } from 'zod'
import { notFound } from '../http/refusal.js'
import {
  type Answer,
  actorOf,
  type Call,
  get,
  numberParam,
  post,
  type Route,
  remove,
  repositoryOf,
} from '../http/route.js'
import { reactionContents, reactionShape } from '../shapes/comment.js'
import type { Reaction } from '../world.js'

const body = z.strictObject({ content: z.enum(reactionContents) })
const repository = '/repos/{owner}/{repo}'

/** Small signs on comments. The same sign of the same user is there once, however often it is sent. */
export const reactionRoutes: readonly Route[] = [
  ...reactionsOn(`${repository}/issues/comments/{comment}`, 'issues', (call) =>
    repositoryOf(call).comments.get(numberParam(call, 'comment')),
  ),
  ...reactionsOn(`${repository}/pulls/comments/{comment}`, 'pull_requests', (call) =>
    repositoryOf(call).reviewComments.get(numberParam(call, 'comment')),
  ),
]

type Find = (call: Call) => { readonly reactions: Reaction[] } | undefined

function reactionsOn(path: string, scope: 'issues' | 'pull_requests', find: Find): Route[] {
  const reactions = (call: Call): Reaction[] => {
    const found = find(call)
    if (!found) throw notFound()
    return found.reactions
  }
  return [
    get(`${path}/reactions`, [`${scope}:read`, 'pull_requests:read'], (call) => ({
      list: reactions(call).map((each) => reactionShape(call.world, each)),
    })),
    post(`${path}/reactions`, [`${scope}:write`, 'pull_requests:write'], body, (call) =>
      react(call, reactions(call), call.body.content),
    ),
    remove(`${path}/reactions/{reaction}`, [`${scope}:write`, 'pull_requests:write'], (call) => {
      const own = reactions(call)
      const at = own.findIndex(
        (each) => each.id === numberParam(call, 'reaction') && each.user === actorOf(call),
      )
      if (at < 0) throw notFound()
      own.splice(at, 1)
      return { status: 204 }
    }),
  ]
}

function react(call: Call, reactions: Reaction[], content: string): Answer {
  const user = actorOf(call)
  const before = reactions.find((each) => each.user === user && each.content === content)
  if (before) return { status: 200, body: reactionShape(call.world, before) }
  const fresh = { id: call.world.nextId(), user, content }
  reactions.push(fresh)
  return { status: 201, body: reactionShape(call.world, fresh) }
}
