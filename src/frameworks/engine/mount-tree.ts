import type { MountRule } from '../../domain/framework.js'
import { itemsAt } from './items.js'
import type { Reading } from './reading.js'
import { joinPaths, namedPath } from './router.js'
import { fieldOf, type Taken } from './take.js'

/** What is mounted somewhere in a tree, with all paths above it. */
export type Branch = { readonly prefix: string; readonly target: Taken }

/** As deep as people nest, and as many as they list. */
const maxDepth = 6
const maxBranches = 300

/** All that a tree mounts: `[{ path: 'admin', module: AdminModule, children: [{ path: 'users', module: UsersModule }] }]`. */
export function branchesOf(
  reading: Reading,
  tree: NonNullable<MountRule['tree']>,
  list: Taken,
): readonly Branch[] {
  const branches: Branch[] = []
  const walk = (taken: Taken, above: string, depth: number): void => {
    for (const item of depth > maxDepth ? [] : (itemsAt(reading, taken) ?? [])) {
      const path = fieldOf(reading.tracer, item, tree.path)
      const prefix = joinPaths(above, namedPath(reading, path, '') ?? '')
      const target = fieldOf(reading.tracer, item, tree.target) ?? (item.value.type === 'name' ? item : null)
      if (target && branches.length < maxBranches) branches.push({ prefix, target })
      const below = fieldOf(reading.tracer, item, tree.below)
      if (below) walk(below, prefix, depth + 1)
    }
  }
  walk(list, '', 0)
  return branches
}
