import {
  fullName,
  type IssueComment,
  levelOf,
  type Reaction,
  type Repository,
  type Review,
  type ReviewComment,
  type User,
  type World,
} from '../world.js'
import { apiOf, nodeId, type Shape, userShape } from './repository.js'

const contents = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'] as const
export const reactionContents: readonly string[] = contents

export function issueCommentShape(world: World, repository: Repository, comment: IssueComment): Shape {
  const api = `${apiOf(world)}/repos/${fullName(repository)}`
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${world.site}/${fullName(repository)}/pull/${comment.pull}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.pull}`,
    body: comment.body,
    user: userShape(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.user),
    performed_via_github_app: comment.user.type === 'Bot' ? { id: world.app.id, slug: world.app.slug } : null,
    reactions: reactionRollup(api, comment.reactions),
  }
}

export function reviewShape(world: World, repository: Repository, review: Review): Shape {
  const address = `${world.site}/${fullName(repository)}/pull/${review.pull}`
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: userShape(world, review.user),
    body: review.body,
    state: review.state,
    html_url: `${address}#pullrequestreview-${review.id}`,
    pull_request_url: `${apiOf(world)}/repos/${fullName(repository)}/pulls/${review.pull}`,
    author_association: association(repository, review.user),
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  }
}

export function reviewCommentShape(world: World, repository: Repository, comment: ReviewComment): Shape {
  const api = `${apiOf(world)}/repos/${fullName(repository)}`
  return {
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    pull_request_review_id: comment.review,
    url: `${api}/pulls/comments/${comment.id}`,
    html_url: `${world.site}/${fullName(repository)}/pull/${comment.pull}#discussion_r${comment.id}`,
    pull_request_url: `${api}/pulls/${comment.pull}`,
    diff_hunk: comment.hunk,
    path: comment.path,
    position: comment.line === null ? null : 1,
    original_position: 1,
    commit_id: comment.commit,
    original_commit_id: comment.originalCommit,
    user: userShape(world, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.user),
    start_line: comment.startLine,
    original_start_line: comment.originalStartLine,
    start_side: comment.startSide,
    line: comment.line,
    original_line: comment.originalLine,
    side: comment.side,
    subject_type: 'line',
    reactions: reactionRollup(api, comment.reactions),
    ...(comment.replyTo === null ? {} : { in_reply_to_id: comment.replyTo }),
  }
}

export function reactionShape(world: World, reaction: Reaction): Shape {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: userShape(world, reaction.user),
    content: reaction.content,
    created_at: '2026-01-05T09:00:00Z',
  }
}

function reactionRollup(api: string, reactions: readonly Reaction[]): Shape {
  const count = (content: string): number => reactions.filter((each) => each.content === content).length
  return {
    url: `${api}/reactions`,
    total_count: reactions.length,
    ...Object.fromEntries(contents.map((content) => [content, count(content)])),
  }
}

function association(repository: Repository, user: User): string {
  if (user.type === 'Bot') return 'NONE'
  return ['admin', 'maintain', 'write'].includes(levelOf(repository, user.login)) ? 'MEMBER' : 'NONE'
}
