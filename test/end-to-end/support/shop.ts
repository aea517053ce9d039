import type { Pull, Sandbox } from '../../../src/sandbox/index.js'
import { shopFiles } from '../../cli/support/shop.js'

export type ShopOptions = {
  /** What is private; nothing unless told. */
  readonly private?: readonly string[]
  /** Instead of what a repository usually holds. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const names = ['orders', 'web', 'billing'] as const
/** Commits have this date, so that the same files give the same commits. */
const date = new Date('2026-03-16T09:00:00Z')

/** The order shop in miniature on a sandbox: dana may write, rene may read. */
export async function openShop(sandbox: Sandbox, options: ShopOptions = {}): Promise<void> {
  for (const name of names) {
    await sandbox.addRepository({ name, private: options.private?.includes(name) ?? false })
    sandbox.setPermission(name, 'dana', 'write')
    sandbox.setPermission(name, 'rene', 'read')
    const files = options.files?.[name] ?? shopFiles[name]
    await sandbox.commit(name, { branch: 'main', files, message: 'Open the shop', date })
  }
}

type PullOptions = {
  readonly files?: Readonly<Record<string, string | null>>
  readonly draft?: boolean
  readonly fork?: string
  readonly base?: string
}

/** A pull request of `orders`; it renames `total` unless told to do something else. */
export function openPull(sandbox: Sandbox, branch: string, options: PullOptions = {}): Promise<Pull> {
  const { files = shopFiles.renameTotal, ...rest } = options
  return sandbox.openPullRequest('orders', { title: `Pull ${branch}`, branch, files, date, ...rest })
}

export function pushTo(
  sandbox: Sandbox,
  branch: string,
  files: Readonly<Record<string, string | null>>,
): Promise<string> {
  return sandbox.pushTo('orders', { branch, files, message: 'Push', date })
}
