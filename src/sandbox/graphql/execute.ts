import { z } from 'zod'
import { isGranted } from '../http/authorize.js'
import { Refusal } from '../http/refusal.js'
import { actorOf, type Call, isVisible, post, type Route } from '../http/route.js'
import { nodeId } from '../shapes/repository.js'
import { levelOf, type Repository, type World } from '../world.js'
import { type Field, parseOperation } from './parse.js'
import { connection, findThread, type Thread, threadNode, threadsOf } from './threads.js'

const body = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() })

/** The three things that only GraphQL can do: read threads, resolve them, fold a comment away. */
export const graphqlRoutes: readonly Route[] = [
  post('/graphql', 'metadata:read', body, (call) => {
    const fields = parseOperation(call.body.query, call.body.variables ?? {})
    const errors: unknown[] = []
    const data = fields.map((field) => [field.alias, answerField(call, field, errors)] as const)
    return { body: { data: Object.fromEntries(data), ...(errors.length > 0 ? { errors } : {}) } }
  }),
]

class Denied extends Error {
  constructor(
    readonly type: 'FORBIDDEN' | 'NOT_FOUND' | 'UNPROCESSABLE',
    message: string,
  ) {
    super(message)
  }
}

function answerField(call: Call, field: Field, errors: unknown[]): unknown {
  try {
    return pick(rootOf(call, field), field.fields)
  } catch (error) {
    if (!(error instanceof Denied)) throw error
    errors.push({ type: error.type, path: [field.alias], message: error.message })
    return null
  }
}

function rootOf(call: Call, field: Field): unknown {
  switch (field.name) {
    case 'repository':
      return repositoryNode(call, field)
    case 'resolveReviewThread':
      return resolve(call, inputOf(field), true)
    case 'unresolveReviewThread':
      return resolve(call, inputOf(field), false)
    case 'minimizeComment':
      return minimize(call, inputOf(field))
    case 'viewer':
      return { login: actorOf(call).login }
    default:
      throw new Refusal(
        501,
        `The stand-in does not know the GraphQL field ${field.name}. Teach it in src/sandbox/graphql.`,
      )
  }
}

function inputOf(field: Field): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(field.args['input'] ?? {})
}

function repositoryNode({ world, who }: Call, field: Field): unknown {
  const found = world.repositories.get(`${field.args['owner']}/${field.args['name']}`)
  if (!found || !isVisible(who, found)) throw new Denied('NOT_FOUND', 'Could not resolve to a Repository.')
  const asked = field.fields.find((each) => each.name === 'pullRequest')
  const pull = asked ? found.pulls.get(Number(asked.args['number'])) : undefined
  return {
    id: nodeId('R', found.id),
    nameWithOwner: `${found.owner}/${found.name}`,
    pullRequest: pull && {
      id: nodeId('PR', pull.id),
      number: pull.number,
      reviewThreads: connection(threadsOf(found, pull).map(threadNode)),
    },
  }
}

/** For an app it needs `contents: write`, which a reviewer never has: it is refused, as GitHub does. */
function resolve(call: Call, input: Readonly<Record<string, unknown>>, resolved: boolean): unknown {
  const thread = findThread(call.world, input['threadId'])
  if (!thread || !isVisible(call.who, thread.repository)) throw notResolved(input['threadId'])
  if (!mayWrite(call, thread.repository))
    throw new Denied('FORBIDDEN', 'Resource not accessible by integration')
  setResolved(call.world, thread, resolved ? actorOf(call) : null)
  return { thread: threadNode(thread) }
}

function notResolved(id: unknown): Denied {
  return new Denied('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
}

function mayWrite({ who }: Call, repository: Repository): boolean {
  if (who.type === 'installation') return isGranted(who.grants, 'contents:write')
  return who.type === 'user' && ['admin', 'maintain', 'write'].includes(levelOf(repository, who.user.login))
}

/** Somebody closes or reopens a thread; the app is told. */
export function setResolved(world: World, thread: Thread, by: Thread['root']['resolvedBy']): void {
  thread.root.resolvedBy = by
  world.announce({
    event: 'pull_request_review_thread',
    action: by ? 'resolved' : 'unresolved',
    repository: thread.repository,
    sender: by ?? world.organisation,
    payload: {
      thread: { node_id: threadNode(thread)['id'], comments: [] },
      pull_request: { number: thread.root.pull },
    },
  })
}

const classifiers = ['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM']

function minimize(call: Call, input: Readonly<Record<string, unknown>>): unknown {
  if (!classifiers.includes(String(input['classifier']))) {
    throw new Denied('UNPROCESSABLE', `Argument 'classifier' has an invalid value (${input['classifier']}).`)
  }
  for (const repository of call.world.repositories.values()) {
    if (!isVisible(call.who, repository)) continue
    const comment =
      [...repository.comments.values()].find((each) => nodeId('IC', each.id) === input['subjectId']) ??
      [...repository.reviewComments.values()].find((each) => nodeId('PRRC', each.id) === input['subjectId'])
    if (!comment) continue
    comment.minimized = String(input['classifier'])
    return { minimizedComment: { isMinimized: true, minimizedReason: comment.minimized.toLowerCase() } }
  }
  throw notResolved(input['subjectId'])
}

/** What was asked of a value, under the names it was asked by. Asking for what is not there is refused, as by GitHub. */
function pick(value: unknown, fields: readonly Field[]): unknown {
  if (fields.length === 0 || value === null || value === undefined) return value ?? null
  if (Array.isArray(value)) return value.map((each) => pick(each, fields))
  const record = z.record(z.string(), z.unknown()).parse(value)
  const entries = fields.map((field) => {
    if (!(field.name in record) && field.name !== '__typename') {
      throw new Denied('UNPROCESSABLE', `Field '${field.name}' doesn't exist`)
    }
    return [field.alias, pick(paged(record[field.name], field), field.fields)] as const
  })
  return Object.fromEntries(entries)
}

/** `first` and `after` cut a connection; cursors are positions. */
function paged(value: unknown, field: Field): unknown {
  const first = Number(field.args['first'] ?? Number.NaN)
  if (Number.isNaN(first) || typeof value !== 'object' || value === null || !('nodes' in value)) return value
  const nodes = z.array(z.unknown()).parse(value.nodes)
  const from = Number(field.args['after'] ?? 0)
  const page = nodes.slice(from, from + first)
  const end = from + page.length
  return { ...value, nodes: page, pageInfo: { hasNextPage: end < nodes.length, endCursor: String(end) } }
}
