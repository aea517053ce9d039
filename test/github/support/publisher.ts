import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import {
  createGitHub,
  type GitHub,
  type PublicationBook,
  type PublishContext,
  type RepositoryReference,
} from '../../../src/github/index.js'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { changedLines } from '../../app/support/conversation.js'

/** A publisher beside a GitHub with `acme/orders` and its pull request #1. */
export type Publisher = {
  readonly sandbox: Sandbox
  readonly github: GitHub
  readonly reference: RepositoryReference
  readonly head: string
  context(changes?: Partial<PublishContext>): Promise<PublishContext>
  stop(): Promise<void>
}

export async function startPublisher(): Promise<Publisher> {
  const directory = await mkdtemp(join(tmpdir(), 'publisher-'))
  const sandbox = await createSandbox({ directory })
  const repository = await sandbox.addRepository({ name: 'orders' })
  sandbox.setPermission('orders', 'dana', 'write')
  const before = changedLines('').replaceAll(' \n', '\n')
  await sandbox.commit('orders', {
    branch: 'main',
    files: { 'src/orders.ts': before },
    message: 'Take orders',
  })
  const files = { 'src/orders.ts': changedLines('changed') }
  const pull = await sandbox.openPullRequest('orders', { title: 'Say total', branch: 'total', files })
  const { appId, privateKey, webhookSecret, installation } = sandbox.asApp()
  const log = pino({ level: 'silent' })
  const deadlines = { get: 600, write: 600 }
  const github = createGitHub({
    appId,
    privateKey,
    webhookSecret,
    apiUrl: sandbox.apiUrl,
    log,
    deadlines,
  })
  const reference = { installation, repositoryId: repository.id, repository: 'acme/orders' }
  const publications = memoryBook()
  return {
    sandbox,
    github,
    reference,
    head: pull.headSha,
    context: async (changes = {}) => ({
      client: await github.client(reference, 'write'),
      number: 1,
      publications,
      markerKeys: ['the key of now'],
      isCurrent: async () => true,
      log,
      settleMs: 5,
      ...changes,
    }),
    async stop() {
      await sandbox.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Publications of one pull request, in memory. */
export function memoryBook(): PublicationBook {
  const said = new Map<string, Parameters<PublicationBook['put']>[2]>()
  return {
    of: async () => [...said.values()],
    put: async (_repository, _number, each) => void said.set(each.key, each),
    remove: async (_repository, _number, key) => void said.delete(key),
  }
}
