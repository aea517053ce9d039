import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRepository, type TestRepository } from '../../support/git.js'

/** The order shop in miniature: what its repositories hold, and what two pull requests of `orders` change in it. */
export const shopFiles = {
  orders: filesOf('orders'),
  web: filesOf('web'),
  billing: filesOf('billing'),
  /** Says `amount` where both others read `total`, and drops the route by which web cancels. */
  renameTotal: filesOf('rename-total'),
  /** Only adds a route. */
  addStatus: filesOf('add-status'),
}

export type Shop = {
  readonly orders: TestRepository
  readonly web: TestRepository
  readonly billing: TestRepository
}

/** Three clones on this machine; `orders` has the branches `rename-total` and `add-status`, and stands on the first. */
export function createShop(): Shop {
  const orders = createRepository(shopFiles.orders, { name: 'acme/orders' })
  orders.branch('add-status')
  orders.commit(shopFiles.addStatus, 'Say where an order may go')
  orders.branch('rename-total', 'main')
  orders.commit(shopFiles.renameTotal, 'Call the total an amount, as the ledger does')
  return {
    orders,
    web: createRepository(shopFiles.web, { name: 'acme/web' }),
    billing: createRepository(shopFiles.billing, { name: 'acme/billing' }),
  }
}

function filesOf(name: string): Readonly<Record<string, string>> {
  const folder = fileURLToPath(new URL(`../fixtures/shop/${name}/`, import.meta.url))
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\//, ''))
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(`${folder}${path}`, 'utf8')]))
}
