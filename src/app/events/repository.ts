import { z } from 'zod'
import { forgetOf, installOf } from './installation.js'
import { installation, reading, repository } from './reading.js'

const moved = z.object({
  installation,
  repository,
  changes: z
    .object({ repository: z.object({ name: z.object({ from: z.string() }).nullish() }).nullish() })
    .nullish(),
})

/** Another name: the old one's mirror goes, and the list is read again. */
export const repositoryRenamed = reading(moved, ({ installation, repository, changes }) => {
  const from = changes?.repository?.name?.from
  const owner = repository.full_name.split('/', 1)[0]
  const old = from ? [{ id: repository.id, full_name: `${owner}/${from}` }] : [repository]
  return [forgetOf(installation.id, old), installOf(installation.id)]
})

/**
 * Another owner, or seen by others than before: what was known is forgotten, so that nothing is shown to people who may
 * not read it, and learnt again under the new circumstances.
 */
export const repositoryMoved = reading(moved, ({ installation, repository }) => [
  forgetOf(installation.id, [repository]),
  installOf(installation.id),
])

export const repositoryDeleted = reading(moved, ({ installation, repository }) => [
  forgetOf(installation.id, [repository]),
])
