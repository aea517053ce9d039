import { z } from 'zod'
import { indexOf, installation, reading, repository, whereOf } from './reading.js'

/** A push to the default branch brings the index up to date; other branches are read when a pull request comes. */
export const push = reading(
  z.object({ installation, repository, ref: z.string(), deleted: z.boolean().nullish() }),
  (payload) =>
    payload.ref === `refs/heads/${payload.repository.default_branch ?? 'main'}` && !payload.deleted
      ? [indexOf(whereOf(payload))]
      : [],
)
