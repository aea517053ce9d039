import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { type App, createApp, type Reviewed } from '../../../src/app.js'
import type { CommentPlan, PublishPlan } from '../../../src/domain/plan.js'
import type { PullRequest } from '../../../src/domain/pull.js'
import { createGitHub, type GitHub } from '../../../src/github/index.js'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { openStore, type Store } from '../../../src/store/index.js'

/** A GitHub, an app beside it and a review that says what a test wants it to say. */
export type Conversation = {
  readonly sandbox: Sandbox
  readonly store: Store
  readonly github: GitHub
  readonly app: App
  /** What the next review finds; a function sees the pull request. */
  says: (pull: PullRequest, signal: AbortSignal) => Promise<PublishPlan> | PublishPlan
  /** The pull requests that were reviewed, as `number@head`. */
  readonly reviewed: string[]
  /** Logged lines. */
  readonly logged: string[]
  /** When the app has heard of everything and has nothing left to do. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export const shortTimes = { deadlines: { get: 2_000, write: 2_000 }, settleMs: 5 }

/** `acme/orders` with pull request #1, which changes lines 3 and 25 of `src/orders.ts`, not yet told to the app. */
export async function startConversation(): Promise<Conversation> {
  const directory = await mkdtemp(join(tmpdir(), 'conversation-'))
  const sandbox = await createSandbox({ directory: join(directory, 'github') })
  await seed(sandbox)
  const store = await openStore({ directory: join(directory, 'store') })
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const { appId, privateKey, webhookSecret } = sandbox.asApp()
  const { deadlines, settleMs } = shortTimes
  const github = createGitHub({
    appId,
    privateKey,
    webhookSecret,
    apiUrl: sandbox.apiUrl,
    log,
    deadlines,
  })
  const conversation: Conversation = {
    sandbox,
    store,
    github,
    reviewed: [],
    logged,
    says: (pull) => cleanPlan(pull.head),
    app: createApp({
      github,
      store,
      log,
      settleMs,
      webhookSecrets: [webhookSecret],
      work: {
        review: async (pull, signal): Promise<Reviewed> => {
          conversation.reviewed.push(`${pull.number}@${pull.head}`)
          return { review: {}, plan: await conversation.says(pull, signal) }
        },
        reviewGroup: async (group) => ({ review: {}, plan: cleanPlan(group.head) }),
        index: async () => {},
        forget: async () => {},
      },
      worker: { pollMs: 20, random: () => 0, graceMs: 1_000 },
      reconcileMs: 3_600_000,
    }),
    async settled() {
      await sandbox.settled()
      await conversation.app.idle()
      await sandbox.settled()
    },
    async stop() {
      await conversation.app.stop()
      await store.close()
      await sandbox.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
  const port = await conversation.app.start(0, '127.0.0.1')
  sandbox.setWebhook(`http://127.0.0.1:${port}/api/github/webhooks`)
  return conversation
}

const lines = Array.from({ length: 30 }, (_, at) => `line ${at + 1}`)

export const changedLines = (mark: string): string =>
  `${lines.map((line, at) => (at === 2 || at === 24 ? `${line} ${mark}` : line)).join('\n')}\n`

async function seed(sandbox: Sandbox): Promise<void> {
  await sandbox.addRepository({ name: 'orders' })
  sandbox.setPermission('orders', 'dana', 'write')
  sandbox.setPermission('orders', 'rene', 'read')
  const files = { 'src/orders.ts': `${lines.join('\n')}\n` }
  await sandbox.commit('orders', { branch: 'main', files, message: 'Take orders' })
}

export function openPull(sandbox: Sandbox, branch = 'total') {
  const files = { 'src/orders.ts': changedLines('changed') }
  return sandbox.openPullRequest('orders', { title: 'Say total', branch, files })
}

/** A plan without a word: two green checks. */
export function cleanPlan(head: string): PublishPlan {
  const check = {
    conclusion: 'success',
    title: 'Nothing breaks',
    summary: 'Inspected.',
    annotations: [],
  } as const
  return {
    head,
    checks: [
      { ...check, name: 'Interlock' },
      { ...check, name: 'Interlock AI review' },
    ],
    comments: [],
    summary: null,
    open: [],
    opinionsStand: false,
  }
}

/** A plan that says each of these on line 3, with a summary. */
export function findingPlan(head: string, comments: readonly CommentPlan[]): PublishPlan {
  const clean = cleanPlan(head)
  return {
    ...clean,
    checks: [{ ...clean.checks[0], conclusion: 'failure', title: '1 consumer breaks' }, clean.checks[1]],
    comments,
    summary: 'billing reads `total`, which is gone.',
    open: comments.map((comment) => comment.fingerprint),
  }
}

export function commentOn(line: number, fingerprint: string): CommentPlan {
  return {
    fingerprint,
    anchor: { path: 'src/orders.ts', line, side: 'RIGHT' },
    body: `**billing breaks**\n\nbilling reads \`total\` (${fingerprint}).`,
  }
}
